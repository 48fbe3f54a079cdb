"""What follows from saving an article, publishing it and taking it back."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from blog.linking.store import update_quietly
from blog.models import ArticlePage, Dismissal
from blog.quality.keeping import note


@receiver(pre_save, sender=ArticlePage)
def count_words(instance, **kwargs):
    """Lists show reading times: counted once on saving, not for every card."""
    if not kwargs.get("raw") and "body" not in instance.get_deferred_fields():
        instance.word_count = instance.counted_words()


@receiver(pre_save, sender=ArticlePage)
def compare_with_sign_off(instance, **kwargs):
    """A page that says it was reviewed must not claim what its reviewer has not seen."""
    from blog.review.signing import is_current

    if not kwargs.get("raw") and instance.pk and not {"body", "reviewed_on"} & instance.get_deferred_fields():
        instance.is_review_current = is_current(instance)


@receiver([page_published, page_unpublished], sender=ArticlePage)
def follow_subject(instance, **kwargs):
    """What the article is about and what is near it, once what was published is certain."""
    transaction.on_commit(lambda: update_quietly(instance.pk), robust=True)


@receiver(post_save, sender=ArticlePage)
def look_again(instance, raw=False, **kwargs):
    """A draft, a publication, a page taken back: lists and reports say what the rules find in it now."""
    if not raw:
        transaction.on_commit(lambda: note(instance.pk), robust=True)


@receiver([post_save, post_delete], sender=Dismissal)
def look_again_without_what_is_left_be(instance, raw=False, **kwargs):
    if not raw:
        transaction.on_commit(lambda: note(instance.article_id), robust=True)
