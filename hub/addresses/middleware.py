"""What becomes of an answer "not found": one redirect to where the address leads now, or the truth about it."""

import logging

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.middleware.common import CommonMiddleware
from django.urls import Resolver404, resolve

from .counting import key_of, note
from .models import MissingAddress
from .resolving import PAGES, Stays, is_served
from .resolving import resolve as leads_to
from .settling import with_query

logger = logging.getLogger(__name__)

#: Browsers keep a permanent redirect for ever, and a page that moves back would send them in circles.
REMEMBERED = "max-age=3600"
#: A page as Markdown has the page's address with this in place of the last slash.
TWIN = ".md"
UNTOUCHED = (settings.STATIC_URL, settings.MEDIA_URL, f"/{settings.ADMIN_PREFIX}", "/documents/", "/search/")


class SlashMiddleware(CommonMiddleware):
    """Adds the last slash for all but pages: AddressMiddleware has seen to theirs, and to where they lead."""

    def should_redirect_with_slash(self, request):
        if not super().should_redirect_with_slash(request):
            return False
        try:
            return resolve(f"{request.path_info}/").url_name != PAGES
        except Resolver404:
            return True


class AddressMiddleware:
    """Looks up an address only once nothing was found there: a page that is there costs nothing more."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"} or not self.is_of_pages(request):
            return response
        try:
            return self.lookup(request) or self.missing(request, response)
        except Stays:
            return response
        except DatabaseError:
            # The page that says "not found" is a better answer than one that says "broken".
            logger.warning("An address could not be looked up.")
            return response

    @staticmethod
    def is_of_pages(request) -> bool:
        match, path = request.resolver_match, request.path_info
        is_ours = match is None or match.url_name == PAGES or path.endswith(TWIN)
        return is_ours and not path.startswith(UNTOUCHED)

    @staticmethod
    def lookup(request):
        """Return the redirect to where the address leads, or None. Raises: Stays: it is right as it is."""
        site = getattr(request, "_wagtail_site", None)
        path, query = request.path_info, request.META.get("QUERY_STRING", "")
        target = leads_to(site, path.removesuffix(TWIN), query, request) if site else None
        if target is None:
            return None
        address = target.address
        if path.endswith(TWIN):
            # What was the Markdown of a page leads to the Markdown of the page.
            address = f"{address.rstrip('/')}{TWIN}"
            if address == path or not target.is_ours or not is_served(address):
                raise Stays
        address = with_query(address, query if target.is_ours else "")
        kind = HttpResponsePermanentRedirect if target.is_permanent else HttpResponseRedirect
        return kind(address, headers={"Cache-Control": REMEMBERED})

    @staticmethod
    def missing(request, response):
        """Say "gone" of a page that was deleted, and count the address."""
        site = getattr(request, "_wagtail_site", None)
        if site:
            path = key_of(request.path_info)
            if path and MissingAddress.objects.filter(site=site, path=path, gone_on__isnull=False).exists():
                response.status_code = 410
            note(request, site)
        return response
