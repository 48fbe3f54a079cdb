"""Pages that have a Markdown twin, and say so."""

from django.utils.functional import cached_property

from hub.core.seo.head import Feed


def twin_address(address: str) -> str:
    """Return where the Markdown of the page at ``address`` is: /articles/x.md for /articles/x/."""
    return f"{address.rstrip('/')}.md"


class PageWithTwin:
    """A page that can be read as Markdown too: named in its head (``twins``) and in a ``Link`` header (RFC 8288)."""

    def twins(self, request) -> tuple[Feed, ...]:
        """The page in other forms; one that may not be found has none."""
        hidden = getattr(request, "is_preview", False) or self.noindex or not self.live or self.is_private
        url = "" if hidden else self.get_full_url(request)
        return (Feed("Markdown", twin_address(url), "text/markdown"),) if url else ()

    @cached_property
    def is_private(self) -> bool:
        """Whether it, or something above it, is for some visitors only."""
        return bool(self.get_view_restrictions())

    @cached_property
    def _restrictions(self):
        return super().get_view_restrictions()

    def get_view_restrictions(self):
        # Wagtail asks on every visit; asked again while the page is made, it is the same query.
        return self._restrictions

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        for twin in self.twins(request):
            response["Link"] = f'<{twin.url}>; rel="alternate"; type="{twin.kind}"'
        return response
