"""Old addresses that no table of redirects can hold: ``/?p=12``, and those WordPress adds to every page's own."""

import re

from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404
from wagtail.contrib.redirects.models import Redirect

_NUMBERED = {
    "p": "p",
    "page_id": "p",
    "attachment_id": "p",
    "cat": "cat",
    "tag": "tag",
    "author": "author",
    "feed": "feed",
}
_HOME = {"/", "/index.php"}
#: A feed of its own, the page for phones, a later page of it or of its comments, its preview, its trackbacks.
_ADDED = re.compile(r"/(?:feed(?:/(?:rss|rss2|atom|rdf))?|amp|embed|trackback|page/\d+|comment-page-\d+|\d{1,2})/?$")


class OldAddressMiddleware:
    """Costs nothing but for addresses in WordPress' manner: one query for those."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.GET and request.path_info in _HOME and request.method in {"GET", "HEAD"}:
            for name, ours in _NUMBERED.items():
                value = request.GET.get(name, "")
                if re.fullmatch(r"[\w%-]{1,200}", value) and (
                    answer := self.found(request, f"/?{ours}={value.lower()}")
                ):
                    return answer
        response = self.get_response(request)
        if response.status_code == 404 and request.method in {"GET", "HEAD"}:
            added = _ADDED.search(request.path_info)
            if added and added.start():
                return self.found(request, request.path_info[: added.start()], added.group()) or response
        return response

    @staticmethod
    def found(request, path: str, added: str = ""):
        """The redirect from an address, for this site or for all; None without one.

        None, too, where the page it leads to has what was ``added`` itself: a feed of its own is found as that.
        """
        site = getattr(request, "_wagtail_site", None)
        try:
            redirect = (
                Redirect.get_for_site(site).filter(old_path=Redirect.normalise_path(path)).order_by("-site").first()
            )
            target = redirect.link if redirect else None
        except DatabaseError:
            return None
        if not target or _has(redirect.redirect_page, added):
            return None
        return (HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect)(target)


def _has(page, added: str) -> bool:
    routes = getattr(page.specific_class, "get_resolver", None) if page and added else None
    try:
        return bool(routes and routes().resolve(f"/{added.strip('/')}/"))
    except Resolver404:
        return False
