"""The gate before publishing many articles at once."""

from wagtail.admin import messages

from blog.models import ArticlePage
from blog.quality.gate import judge


def stopped(request, objects) -> list[ArticlePage]:
    """Return the articles among ``objects`` that must or should be mended first, having said so to the editor."""
    keys = [page.pk for page in objects]
    latest = [page.get_latest_revision_as_object() for page in ArticlePage.objects.filter(pk__in=keys)]
    found = [(page, verdict) for page in latest if (verdict := judge(page)).must or verdict.should]
    for page, verdict in found:
        finding = (verdict.must or verdict.should)[0]
        messages.error(
            request, f"“{page.title}” is not published: {finding.message} Open it to mend it, or to say why not."
        )
    return [page for page, _ in found]
