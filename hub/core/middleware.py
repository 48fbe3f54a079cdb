"""Response policies, and the one query that fetches a site with all its settings."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from wagtail.models import Site

from hub.core.models.site import keep_settings, load_site
from hub.core.prefetching import forget

PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


class PolicyMiddleware(CSPMiddleware):
    """The strict content security policy for readers, the looser one that Wagtail's admin needs, and no sensors."""

    def process_response(self, request, response):
        if request.path_info.startswith(f"/{settings.ADMIN_PREFIX}"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return super().process_response(request, response)


class SiteMiddleware:
    """Find the request's site, its root page and its settings in one query instead of four."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        forget()
        if not request.path_info.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            try:
                load_site(request)
            except Site.DoesNotExist:
                # The pages that say so need a practice all the same.
                keep_settings(request, Site())
        return self.get_response(request)
