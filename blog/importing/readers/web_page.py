"""Web pages: Google Docs' "Web page", what Word or a browser saved, and what was pasted."""

import re
from datetime import date
from html import unescape

from lxml import etree, html

from blog.importing.outline import Facts, Outline
from blog.importing.readers.document import Source, read_source
from blog.importing.readers.encodings import decode_page
from blog.importing.readers.markup import INLINE
from blog.importing.readers.media import Media
from blog.importing.readers.own import web as own
from blog.importing.readers.shapes import text_in
from blog.importing.readers.walk import Walk
from blog.importing.recognise.words import quoted, words

_TITLE = re.compile(r"<title\b[^>]*>(.{0,2000}?)</title", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{1,60}$")


def read(data: bytes, media: Media | None = None) -> Outline:
    """Parse a page of HTML.

    Args:    data: raw bytes in the encoding that the page declares, else UTF-8. media: the files that came with it.
    Returns: the outline of its article; what stands around it on a page saved from the web is in ``left_out``.
    Raises:  UnreadableDocument: see ``decode_page`` and ``read_source``.
    """
    text, notes = decode_page(data)
    media = media or Media()
    if own.is_ours(text):
        return media.brought_along(own.read(text))
    return read_source(page(text, list(notes), media))


def page(text: str, notes: list[str] | None = None, media: Media | None = None) -> Source:
    """A page of HTML as a source of an outline."""
    match = _TITLE.search(text[:200_000])
    title = " ".join(unescape(match[1]).split()) if match else ""
    facts = _facts(text[:200_000])
    return Source(text, _SITE.sub("", title), facts, media or Media(), notes or [], choose=choose_article)


def _facts(head: str) -> Facts:
    found: dict[str, str] = {}
    for tag in _META.findall(head):
        attributes = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
        name = attributes.get("name", attributes.get("property", "")).lower()
        found.setdefault(name, " ".join(attributes.get("content", "").split()))
    return Facts(
        date=_day(found.get("article:published_time", "")),
        updated=_day(found.get("article:modified_time", "")),
        author=found.get("author", "")[:200],
        description=found.get("description", "")[:1000],
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def choose_article(body: etree._Element, walk: Walk) -> etree._Element:
    """The one article of a page saved from the web; all else on it is left out. Any other page is an article whole."""
    articles = [each for tag in ("article", "main") for each in body.iter(tag)]
    chosen = articles[0] if articles else None
    for tag in ("article", "main"):
        found = list(body.iter(tag))
        if len(found) == 1:
            chosen = found[0]
            break
    else:
        return body
    inside = words("".join(chosen.itertext()))
    if len(inside) * 5 < len(words("".join(body.itertext()))):
        return body
    _keep_title(body, chosen)
    around = [" ".join(text.split()) for text in _texts_outside(body, chosen)]
    around = [text for text in around if text]
    if around:
        walk.left_out.extend(around)
        walk.notes.append(f"What stands around the article on its page was left out, beginning {quoted(around[0])}.")
    return chosen


def _keep_title(body: etree._Element, chosen: etree._Element) -> None:
    """The title of a page may stand above its article."""
    titles = list(body.iter("h1"))
    if len(titles) == 1 and chosen not in titles[0].iterancestors():
        title = html.fragment_fromstring("<h1></h1>")
        title.text = text_in(titles[0])
        title.tail, chosen.text = chosen.text, None
        titles[0].clear()
        chosen.insert(0, title)


def _texts_outside(body: etree._Element, chosen: etree._Element) -> list[str]:
    """The lines around an article."""
    found: list[str] = []
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if element.tag not in INLINE or element.tag == "br":
            found.append("\n")
        if event == "end":
            found.append(element.tail or "")
        elif element is chosen:
            walker.skip_subtree()
        else:
            found.append(element.text or "")
    return "".join(found).split("\n")
