"""What follows from saving an article."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from blog.models import ArticlePage


@receiver(pre_save, sender=ArticlePage)
def count_words(instance, **kwargs):
    """Lists show reading times: counted once on saving, not for every card."""
    if not kwargs.get("raw") and "body" not in instance.get_deferred_fields():
        instance.word_count = instance.counted_words()
