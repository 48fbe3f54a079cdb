"""Wagtail's way to a page, with two additions for the consultation page."""

from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail import views as wagtail_views
from wagtail.models import Page

from hub.core import views as core_views

from .models import ConsultationPage
from .unavailable import is_ours, unavailable

_protected = csrf_protect(wagtail_views.serve)


@csrf_exempt
def serve(request, path):
    """Serve a page. Forms of any page are held to Django's cross-site protection, except a consultation page's.

    That protection needs a cookie, and readers get none: their form carries a signed token instead, which
    ``serving`` checks, together with what the browser says of where the form came from (``tokens``). A form that
    fails there is shown again with all that was typed, where Django's own answer would have lost it.
    """
    if request.method == "POST":
        route = Page.route_for_request(request, path)
        if route and isinstance(route.page, ConsultationPage):
            return wagtail_views.serve(request, path)
    return _protected(request, path)


def server_error(request):
    """The page for a fault of ours. Whatever broke: somebody who asked for help gets back what they typed."""
    try:
        if is_ours(request):
            return unavailable(request)
    except Exception:  # noqa: BLE001, S110 - an error page must not fail on the way to a better one
        pass
    return core_views.server_error(request)
