"""What single elements stand for: links, headings, quotations, lists, pictures, films."""

import re
from dataclasses import replace

from lxml import etree

from blog.importing.outline import Picture, Video
from blog.importing.parts import Ready
from blog.importing.readers.addresses import safe_address
from blog.importing.readers.footnotes import is_backlink, is_mark
from blog.importing.readers.runs import BREAK, Run, text_of
from blog.importing.readers.shapes import text_in
from blog.importing.readers.walk import ROLES, TAKERS, Place, Walk
from blog.importing.recognise.words import quoted

_FILE_NAME = re.compile(
    r"(?i)(?:[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|heic))|(?:image|img|picture)?[ _-]?\d*"
)
_MADE_UP = re.compile(
    r"(?i)\s*(?:description|alternative text) (?:automatically )?generated.*|AI-generated content may.*"
)
_FILMS = re.compile(
    r"(?i)^https?://(?:www\.)?(?:youtube(?:-nocookie)?\.com/embed/([\w-]+)|player\.vimeo\.com/video/(\d+))"
)


def _take_link(walk: Walk, element: etree._Element, place: Place) -> bool | None:
    if place.is_note and is_backlink(element):
        return None
    href = element.get("href")
    if is_mark(element) or (href or "").startswith("#"):
        walk.children(element, replace(place, address=""))
        return None
    text = text_in(element)
    address = walk.media(href) if href else None
    address = address or safe_address(href or "")
    if not address and not (element.get("name") or element.get("id")) and (text or href):
        shown = f" to {quoted(href)}" if href else ""
        walk.notes.append(
            f"The link{shown} under {quoted(text)} was taken off: it leads to nothing a page can link to."
        )
    walk.children(element, replace(place, address=address or place.address))
    return None


def _take_break(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.runs.append(BREAK)


def _take_heading(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    names = {name.lower() for name in element.get("class", "").split()}
    role = next((ROLES[name] for name in names if name in ROLES), "")
    inner = replace(place, level=int(element.tag[1]), role=role, is_quote=False)
    walk.children(element, inner)
    walk.flush(inner)


def _take_quote(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    inner = replace(place, is_quote=True)
    walk.children(element, inner)
    walk.flush(inner)


def _take_source(walk: Walk, element: etree._Element, place: Place) -> bool | None:
    """The ``cite`` or ``footer`` of a quotation: a line of its own that begins with a dash."""
    if not place.is_quote:
        return False
    walk.flush(place)
    if not text_of([Run("".join(element.itertext()))]).strip().startswith(("—", "–", "-", "―")):
        walk.runs.append(Run("— "))
    walk.children(element, place)
    walk.flush(place)
    return None


def _take_list(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.take_list(element, place)


def _take_preformatted(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    inner = replace(place, keeps_space=True)
    walk.children(element, inner)
    walk.flush(inner)


def _take_rule(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)


def _take_navigation(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    walk.drop(element, "is the navigation of the page it was copied from")


def _take_picture(walk: Walk, element: etree._Element, place: Place) -> None:
    if found := picture(walk, element):
        walk.pictures.append(Ready(found, "A picture of the document."))


def picture(walk: Walk, element: etree._Element, caption: str = "") -> Picture | None:
    """The picture of an ``img``; None, and a note, where the document does not have it."""
    source = element.get("src", "")
    alt = " ".join(element.get("alt", "").split())
    alt = "" if _FILE_NAME.fullmatch(alt) else _MADE_UP.sub("", alt).strip()
    name = walk.media(source) or safe_address(source)
    if not name or not source:
        if text := " ".join(filter(None, [alt, caption])):
            walk.left_out.append(text)
        shown = quoted(source or alt or "without a name")
        walk.notes.append(f"The picture {shown} was left out: the document does not bring it along.")
        return None
    is_decorative = element.get("role") == "presentation" or element.get("data-decorative") is not None
    if not alt and not is_decorative:
        walk.notes.append(f"The picture {quoted(name)} has no alternative text: say what it shows.")
    caption = caption or " ".join(element.get("title", "").split())
    return Picture(name, alt, caption, element.get("data-credit", ""), is_decorative)


def _take_film(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    source = safe_address(element.get("src") or next((e.get("src") for e in element.iter("source")), None) or "")
    title = " ".join((element.get("title") or "".join(element.itertext())).split())
    embedded = _FILMS.match(source or "")
    if embedded:
        you, vimeo = embedded.groups()
        source = f"https://www.youtube.com/watch?v={you}" if you else f"https://vimeo.com/{vimeo}"
    if source and source.startswith("http") and (embedded or element.tag == "video"):
        walk.end_lists()
        walk.parts.append(Ready(Video(title or "Video", source), "A film shown in the document."))
    elif source:
        walk.runs.append(Run(title or source, address=source))
        walk.flush(place)
        walk.notes.append(f"What was shown from {quoted(source)} became a link to it.")
    elif title:
        walk.drop(element, "shows something from nowhere a page can link to")


TAKERS.update(
    {
        "a": _take_link,
        "br": _take_break,
        "blockquote": _take_quote,
        "cite": _take_source,
        "footer": _take_source,
        "ul": _take_list,
        "ol": _take_list,
        "pre": _take_preformatted,
        "hr": _take_rule,
        "nav": _take_navigation,
        "img": _take_picture,
        "iframe": _take_film,
        "video": _take_film,
        "audio": _take_film,
        **{f"h{level}": _take_heading for level in range(1, 7)},
    }
)
