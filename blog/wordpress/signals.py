"""What follows when somebody publishes a page that an import has made."""

from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.signals import page_published, page_unpublished

from blog.wordpress.models import ImportedRedirect


@receiver(page_published)
def make_redirects_permanent(instance, **kwargs):
    """While a page was a draft, its old addresses led to it for the time being only: browsers keep the other kind."""
    ours = ImportedRedirect.objects.filter(redirect__redirect_page_id=instance.pk).values("redirect_id")
    Redirect.objects.filter(pk__in=ours, is_permanent=False).update(is_permanent=True)


@receiver(page_unpublished)
def make_redirects_temporary(instance, **kwargs):
    ours = ImportedRedirect.objects.filter(redirect__redirect_page_id=instance.pk).values("redirect_id")
    Redirect.objects.filter(pk__in=ours, is_permanent=True).update(is_permanent=False)
