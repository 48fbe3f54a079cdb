"""How a page looks to those who have not opened it: in a list of search results, and shared. Pure functions.

Everything is made of a ``Head``, so that what an editor is shown is what the page says of itself.

Sources: Google Search Central on site names, title links, snippets, breadcrumbs and dates; its announcement of
January 2025 that results on phones name the domain alone; the Open Graph protocol (ogp.me). Cards of large services
are alike in their proportions, and none promises anything.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from .head import Head
from .widths import (
    DESCRIPTION_ON_DESKTOP,
    DESCRIPTION_ON_PHONE,
    TITLE_ON_DESKTOP,
    TITLE_ON_PHONE,
    Fitted,
    Room,
    fitted,
)

DESKTOP, PHONE = "desktop", "phone"
POST, MESSAGE = "post", "message"

_WORD = re.compile(r"\w+")

_RESULTS = {
    DESKTOP: (TITLE_ON_DESKTOP, DESCRIPTION_ON_DESKTOP),
    PHONE: (TITLE_ON_PHONE, DESCRIPTION_ON_PHONE),
}
#: A card across a post of 500 pixels, and one in a message: the rooms of title and description. Titles are bold,
#: which makes their letters a tenth wider than they are measured.
_CARDS = {POST: (Room(17, 428, 2), Room(14, 470, 2)), MESSAGE: (Room(15, 214, 2), Room(13, 236, 2))}


@dataclass(frozen=True)
class Result:
    """A page in a list of search results. ``steps`` lead to it from the site's front; ``day`` is "" without one.

    ``loses_name_alone`` says that of a title that is cut only the practice's name is lost, which stands above it.
    """

    device: str
    site_name: str
    host: str
    steps: tuple[str, ...]
    day: str
    title: Fitted
    description: Fitted
    loses_name_alone: bool = False


@dataclass(frozen=True)
class Card:
    """A page as it is shared. Its picture is the head's; ``alt`` are the words for those who don't see it."""

    kind: str
    host: str
    site_name: str
    title: Fitted
    description: Fitted
    alt: str


def results(head: Head, steps: tuple[str, ...] = ()) -> tuple[Result, ...]:
    """Return the page in search results on a desktop and on a phone. ``steps`` are titles of the pages above it."""
    return tuple(_result(head, device, steps if device == DESKTOP else ()) for device in _RESULTS)


def _result(head: Head, device: str, steps: tuple[str, ...]) -> Result:
    title, description = (
        fitted(text, room) for text, room in zip((head.title, head.description), _RESULTS[device], strict=True)
    )
    own = " ".join(head.heading.split())
    added = _WORD.findall(head.title.removeprefix(head.heading)) == _WORD.findall(head.site_name)
    loses_name_alone = title.is_cut and added and title.shown.startswith(f"{own} ")
    return Result(device, head.site_name, _host(head), steps, day_of(head), title, description, loses_name_alone)


def cards(head: Head) -> tuple[Card, ...]:
    """Return the page as it is shared in a post and in a message."""
    return tuple(
        Card(
            kind,
            _host(head),
            head.site_name,
            fitted(head.share_title, title),
            fitted(head.description, description),
            head.picture.alt if head.picture else "",
        )
        for kind, (title, description) in _CARDS.items()
    )


def day_of(head: Head) -> str:
    """Return the day search engines may show, "24 Nov 2026"; "" for a page that names none."""
    stamp = head.modified or head.published
    if not stamp:
        return ""
    day = date.fromisoformat(stamp[:10])
    return f"{day.day} {day:%b %Y}"


def _host(head: Head) -> str:
    return (urlsplit(head.canonical or head.address).netloc).removeprefix("www.")
