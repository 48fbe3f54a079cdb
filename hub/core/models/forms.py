"""The form pages are edited with."""

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """Tells the page whether it is saved as a draft, so that its own ``clean`` asks no more of one than it must."""

    def clean(self):
        self.instance.is_deferred_validation = self.is_deferred_validation
        return super().clean()
