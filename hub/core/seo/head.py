"""The head of a page from plain values, so that nothing on the page and nothing in its head can disagree.

Sources: Google Search Central on titles, descriptions and robots meta tags; the Open Graph protocol (ogp.me).
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

INDEXABLE = "max-image-preview:large, max-snippet:-1"
HIDDEN = "noindex"


@dataclass(frozen=True)
class Feed:
    """A feed to be found by the page's head: ``kind`` is its media type."""

    title: str
    url: str
    kind: str = "application/atom+xml"


@dataclass(frozen=True)
class Picture:
    """An image to share a page with: absolute address, size in pixels, alternative text."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True)
class Head:
    """All that a page's head says. Text is plain; templates escape it."""

    title: str
    description: str = ""
    canonical: str = ""
    robots: str = INDEXABLE
    site_name: str = ""
    kind: str = "website"
    picture: Picture | None = None
    published: str = ""
    modified: str = ""
    feeds: tuple[Feed, ...] = field(default=())


def title_of(title: str, site_name: str, *, own: str = "", page_number: int = 1) -> str:
    """Return the text of ``<title>``: the editor's own as it stands, else the page's title with the site's name."""
    title = own or title
    if page_number > 1:
        title = f"{title}, page {page_number}"
    if own or not site_name or title == site_name:
        return title
    return f"{title} | {site_name}"


def canonical_of(url: str, **parameters) -> str:
    """Return the address a page is known by: absolute, with only the parameters that change what is shown."""
    kept = {name: value for name, value in parameters.items() if value}
    return f"{url}?{urlencode(kept)}" if kept else url
