"""Pictures from disk, and the pages that help when something is missing or broken."""

from django.conf import settings
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.views.static import serve

from hub.core.seo.head import HIDDEN, Head

YEAR = 31_536_000


def serve_picture(request, path):
    """Serve a picture or rendition from disk: enough for one process; a proxy or a bucket serves them in production.

    Documents are not among them: Wagtail's own view checks who may have those.
    """
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


def not_found(request, exception=None):
    """The page for an address that leads nowhere: says so, and offers ways on."""
    head = Head(title="This page is not here", robots=HIDDEN)
    return render(request, "404.html", {"head": head}, status=404)


def server_error(request):
    """The page for a fault of ours: complete in itself, for the database may be what is broken."""
    return HttpResponseServerError(loader.get_template("500.html").render())
