"""Each role sees only what concerns it, in Wagtail's own views too."""

from django.conf import settings
from wagtail.admin.auth import permission_denied

from .areas import concerns


class AreaMiddleware:
    """Keeps people of the admin out of those of Wagtail's views that ask for nothing but a sign-in.

    Whoever may not enter the admin at all is left to Wagtail, which asks them to sign in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # The address first: whoever reads the site is not looked up.
        if not request.path_info.startswith(f"/{settings.ADMIN_PREFIX}"):
            return None
        if not request.user.has_perm("wagtailadmin.access_admin") or concerns(request.user, request.resolver_match):
            return None
        return permission_denied(request)
