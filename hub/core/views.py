"""Pictures from disk, and the pages that help when something is missing or broken."""

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.models import Page

from hub.core.models import BasePage, Practice
from hub.core.querysets import only_published
from hub.core.seo.head import HIDDEN, Head
from hub.core.sharing import keeping

YEAR = 31_536_000


def serve_picture(request, path):
    """Serve a picture or rendition from disk: enough for one process; a proxy or a bucket serves them in production.

    Documents are not among them: Wagtail's own view checks who may have those.
    """
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@require_safe
def share_image(request, key, digest):
    """The drawn picture of a published page. A former address leads to the present one: it may be kept elsewhere."""
    found = only_published(Page.objects.filter(pk=key)).first()
    if found is None or not issubclass(found.specific_class or Page, BasePage):
        raise Http404("There is no such picture.")
    data = keeping.kept(key, digest)
    if data is None:
        page, practice = found.specific, Practice.for_request(request).display_name
        present = keeping.digest_of(page.title, practice, page.art_seed)
        if digest != present:
            return HttpResponseRedirect(keeping.picture_of(page, practice, "").url)
        data = keeping.draw(page, practice)
    response = HttpResponse(data, content_type=keeping.KIND)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


def not_found(request, exception=None):
    """The page for an address that leads nowhere: says so, and offers ways on."""
    head = Head(title="This page is not here", robots=HIDDEN)
    return render(request, "404.html", {"head": head}, status=404)


def server_error(request):
    """The page for a fault of ours: complete in itself, for the database may be what is broken."""
    return HttpResponseServerError(loader.get_template("500.html").render())
