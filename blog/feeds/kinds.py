"""The kinds of feed, where each is found below a page's address, and how a head names them. Pure."""

from dataclasses import dataclass

from hub.core.seo.head import Feed


@dataclass(frozen=True)
class Kind:
    """``step`` is added to the page's address; "" stands for "feed/" alone."""

    name: str
    label: str
    step: str
    mime: str


ATOM = Kind("atom", "Atom", "feed/", "application/atom+xml")
RSS = Kind("rss", "RSS", "feed/rss/", "application/rss+xml")
JSON = Kind("json", "JSON Feed", "feed/json/", "application/feed+json")
KINDS = {kind.name: kind for kind in (ATOM, RSS, JSON)}


def feeds_at(title: str, address: str, *kinds: Kind) -> tuple[Feed, ...]:
    """Return the feeds of the page at ``address``, for its head, of all ``kinds`` or some; none without an address."""
    named = kinds or tuple(KINDS.values())
    return tuple(Feed(f"{title} ({kind.label})", f"{address}{kind.step}", kind.mime) for kind in named if address)
