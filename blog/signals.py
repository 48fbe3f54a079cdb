"""What follows from saving an article."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from blog.models import ArticlePage


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
