"""What a shared page looks like: Open Graph (ogp.me) and card tags.

Sources: the Open Graph protocol (ogp.me); Facebook's and X's documentation for publishers: pictures of 1200 x 630.
"""

from ..answers import Subject
from ..documents import split
from ..findings import PAGE, Severity
from .dates import day_of, is_moment

REQUIRED = ("og:title", "og:type", "og:image", "og:url")
WANTED = ("og:description", "og:site_name", "og:locale", "og:image:width", "og:image:height", "og:image:alt")
CARDS = {"summary", "summary_large_image", "player", "app"}
SMALLEST = (600, 315)


@PAGE("share-required", Severity.ERROR)
def has_required(page: Subject):
    """A page that may be indexed has the four tags that the Open Graph protocol requires."""
    if page.document.is_indexable and (lacking := [name for name in REQUIRED if not page.document.meta(name)]):
        yield f"The page lacks {', '.join(lacking)}: shared links will look bare."


@PAGE("share-wanted", Severity.WARNING)
def has_wanted(page: Subject):
    """A page that may be indexed says all that makes a shared link complete."""
    if page.document.is_indexable and (lacking := [name for name in WANTED if not page.document.meta(name)]):
        yield f"The page lacks {', '.join(lacking)}: add them, so that shared links look complete."


@PAGE("share-address", Severity.ERROR)
def shares_canonical(page: Subject):
    """A page is shared under its canonical address."""
    url, canonical = page.document.meta("og:url"), page.document.canonical
    if url and canonical and url != canonical:
        yield f"og:url is {url} and the canonical address {canonical}: both should be the same."


@PAGE("share-image", Severity.ERROR)
def image_answers(page: Subject):
    """The picture a page is shared with has an absolute address, can be fetched, and is as large as is said."""
    for url in page.document.metas.get("og:image", []):
        if not split(url).netloc:
            yield f"og:image “{url}” is not absolute: begin it with https://."
            continue
        answer = page.answer(url)
        if answer is None:
            continue
        if not answer.is_found or not answer.kind.startswith("image/"):
            yield f"The share picture {url} answers {answer.status} {answer.kind}: it can't be shown."
        elif answer.size and _said_size(page) not in {answer.size, None}:
            said = " x ".join(map(str, _said_size(page)))
            yield f"The share picture is said to be {said} and is {answer.size[0]} x {answer.size[1]}: say that."


@PAGE("share-image-small", Severity.WARNING)
def image_is_large(page: Subject):
    """The picture a page is shared with is large enough to be shown across the whole card."""
    size = _said_size(page)
    if size and (size[0] < SMALLEST[0] or size[1] < SMALLEST[1]):
        yield f"The share picture is {size[0]} x {size[1]} pixels: 1200 x 630 fills a card, below 600 x 315 doesn't."


def _said_size(page: Subject) -> tuple[int, int] | None:
    said = [page.document.meta(f"og:image:{side}") for side in ("width", "height")]
    return (int(said[0]), int(said[1])) if all(number.isdecimal() for number in said) else None


@PAGE("card", Severity.ERROR)
def has_card(page: Subject):
    """A page that may be indexed says which card it is shown as, and a large one has a picture."""
    card = page.document.meta("twitter:card")
    if page.document.is_indexable and card not in CARDS:
        yield f"“{card}” is no card: say summary or summary_large_image." if card else "The page lacks twitter:card."
    if card == "summary_large_image" and not (page.document.meta("twitter:image") or page.document.meta("og:image")):
        yield "The page asks for a card with a large picture and names no picture: choose one."


@PAGE("share-dates", Severity.ERROR)
def article_dates(page: Subject):
    """An article shared as such says when it was published, in ISO 8601, and was not changed before that."""
    if page.document.meta("og:type") != "article" or page.document.is_preview:
        return
    published, modified = (page.document.meta(f"article:{what}_time") for what in ("published", "modified"))
    if not published:
        yield "The article lacks article:published_time: say when it was published."
    for value in filter(None, [published, modified]):
        if not is_moment(value) and not day_of(value):
            yield f"“{value}” is no date that machines read: write 2026-11-24T09:00:00+00:00."
    if day_of(published) and day_of(modified) and day_of(modified) < day_of(published):
        yield f"The article was changed ({modified}) before it was published ({published}): correct one of the two."
