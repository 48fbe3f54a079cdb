"""Keeps the workflow where articles are: after migrating, and for every new article index."""

from django.apps import apps
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver

from blog.models import ArticleIndexPage


@receiver(post_migrate, dispatch_uid="assign_articles_workflow")
def assign_after_migrating(app_config, **kwargs):
    """Runs after the groups have been made, which happens with the last app."""
    from .workflow import assign

    if app_config.label == [config for config in apps.get_app_configs() if config.models_module][-1].label:
        for index in ArticleIndexPage.objects.all():
            assign(index)


@receiver(post_save, sender=ArticleIndexPage)
def assign_to_new_index(instance, created, raw=False, **kwargs):
    from .workflow import assign

    if created and not raw:
        assign(instance)
