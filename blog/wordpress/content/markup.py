"""HTML of unknown origin -> a tree, and parts of the tree -> the inline HTML that a page may hold."""

import re
from html import escape
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

from blog.importing.nodes import plain

#: Deeper trees are read as bare text.
DEEPEST = 80

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[\s\u00a0]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

#: Never shown as text by any browser.
UNSEEN = frozenset("script style noscript template head meta link base param source track".split())
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul img video audio iframe object embed""".split()
)
_MADE_OF = {"strong": "b", "b": "b", "em": "i", "i": "i", "cite": "i", "dfn": "i", "var": "i"}
_KEPT_SCHEMES = {"http", "https", "mailto", "tel"}


def tree(markup: str) -> etree._Element | None:
    """The body of HTML, whatever it is; None where there is nothing in it, or it is nested beyond all reason."""
    data = f"<html><body>{_FORBIDDEN.sub(' ', markup)}</body></html>".encode("utf-8", "replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        body = lxml_html.document_fromstring(data, parser=parser).find("body")
    except (etree.LxmlError, ValueError):
        return None
    if body is None or any("depth" in entry.message for entry in parser.error_log) or _is_deep(body):
        return None
    return body


def _is_deep(body: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def bare_lines(markup: str) -> list[str]:
    """The visible text of HTML no tree is made of, a line for each block, as inline HTML."""
    markup = _FORBIDDEN.sub(" ", markup)
    for opening, closing in (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")):
        markup = without(markup, opening, closing)
    spaced = re.sub(r"</?(?:p|div|li|tr|td|h[1-6]|br|blockquote)\b[^<>]*>", "\n", markup, flags=re.IGNORECASE)
    lines = (words(plain(line)) for line in spaced.split("\n"))
    return [escape(line, quote=False) for line in lines if line]


def without(markup: str, opening: str, closing: str) -> str:
    """Markup without what lies between two marks, in one pass: a pattern would look for every end anew."""
    done, begin, lowered = [], 0, markup.lower()
    while (start := lowered.find(opening, begin)) >= 0:
        end = lowered.find(closing, start)
        if end < 0:
            break
        done.append(markup[begin:start])
        begin = end + len(closing)
    return " ".join([*done, markup[begin:]])


def words(text: str | None) -> str:
    """Text with white space as a browser shows it."""
    return _SPACE.sub(" ", text or "").strip()


def tag_of(element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def classes(element) -> set[str]:
    return set((element.get("class") or "").split())


def is_hidden(element) -> bool:
    return bool(_HIDDEN.search(element.get("style") or "")) or "hidden" in element.attrib


def is_smiley(element) -> bool:
    return tag_of(element) == "img" and bool(classes(element) & {"emoji", "wp-smiley"})


def holds_blocks(element) -> bool:
    """Whether anything inside is more than running text."""
    return any(tag_of(inner) in BLOCKS and not is_smiley(inner) for inner in element.iterdescendants())


def address(href: str | None, base: str) -> str:
    """The address a link leads to: absolute, "#part" for one on its own page, "" for what is no address at all."""
    href = _FORBIDDEN.sub("", href or "").strip()
    if not href or href.startswith("#"):
        return href if len(href) > 1 else ""
    if "\ufffd" in href:
        return ""
    compact = re.sub(r"\s+", "", href)
    if _SCHEME.match(compact) and compact.partition(":")[0].lower() not in _KEPT_SCHEMES:
        return ""
    try:
        found = urljoin(base, re.sub(r"\s", "%20", href))
        parts = urlsplit(found)
        is_good = parts.scheme in {"mailto", "tel"} or (parts.scheme in {"http", "https"} and parts.hostname)
    except ValueError:
        return ""
    return found if is_good else ""


class Inline:
    """Running text as HTML: bold, italic, links and line breaks, and nothing else."""

    def __init__(self, base: str):
        self.base = base

    def inside(self, element, in_link: bool = False) -> str:
        """The HTML of what an element holds."""
        parts = [self.text(element.text)]
        for child in element:
            parts += [self.of(child, in_link), self.text(child.tail)]
        return "".join(parts)

    def of(self, element, in_link: bool = False) -> str:
        """The HTML of an element itself."""
        tag = tag_of(element)
        if not tag or tag in UNSEEN or is_hidden(element):
            return ""
        if tag == "br":
            return "<br/>"
        if tag == "img":
            return self.text(element.get("alt")) if is_smiley(element) else ""
        if tag == "sup" and "fn" in classes(element):
            return f" [{words(''.join(element.itertext()))}]"
        is_link = tag == "a" and not in_link
        inner = self.inside(element, in_link or is_link)
        if is_link and inner.strip():
            href = address(element.get("href"), self.base)
            return f'<a href="{escape(href)}">{inner}</a>' if href and not href.startswith("#") else inner
        made_of = _MADE_OF.get(tag)
        if made_of and inner.strip() and f"<{made_of}>" not in inner:
            return f"<{made_of}>{inner}</{made_of}>"
        return f" {inner} " if tag in BLOCKS or tag in {"option", "button", "label"} else inner

    @staticmethod
    def text(text: str | None) -> str:
        return escape(_SPACE.sub(" ", text), quote=False) if text else ""


def tidy(markup: str) -> str:
    """Inline HTML without white space and breaks at its ends, and with no space doubled."""
    lines = re.sub(r" {2,}", " ", markup).replace(" <br/>", "<br/>").replace("<br/> ", "<br/>").split("<br/>")
    first = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    last = next((place for place in range(len(lines) - 1, -1, -1) if lines[place].strip()), -1)
    return "<br/>".join(lines[first : last + 1]).strip()


def kept_lines(element, inline: Inline) -> str:
    """Inline HTML of an element whose line breaks and indents mean something (``pre``)."""
    markup = _Verbatim(inline.base).inside(element).strip("\n")
    lines = (re.sub(r"^ +", lambda match: "\u00a0" * len(match[0]), line.rstrip()) for line in markup.split("\n"))
    return "<br/>".join(lines)


class _Verbatim(Inline):
    @staticmethod
    def text(text: str | None) -> str:
        return escape(text.replace("\t", "    ").replace("\r", ""), quote=False) if text else ""
