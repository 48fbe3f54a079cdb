"""The form articles are edited with."""

from hub.core.models.forms import PageForm

#: What a sign-off says.
SIGNED = ("reviewer", "reviewed_on", "review_due")


class ArticleForm(PageForm):
    """Keeps what a sign-off says from those who can't publish: they would say it in a reviewer's name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user and not self._may_publish():
            for name in SIGNED:
                self.fields[name].disabled = True

    def _may_publish(self) -> bool:
        if self.instance.pk:
            return self.instance.permissions_for_user(self.for_user).can_publish()
        return bool(self.parent_page) and self.parent_page.permissions_for_user(self.for_user).can_publish_subpage()

    def clean(self):
        data = super().clean()
        author = data.get("author")
        if author and author.pk == self.instance.reviewer_id and self.fields["reviewer"].disabled:
            # Said where it can be changed.
            self.add_error("author", "This person has reviewed the article. Choose another author.")
        return data
