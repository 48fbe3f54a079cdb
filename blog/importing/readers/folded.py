"""Elements that say themselves what they hold: figures, folded answers, lists of terms."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from blog.importing.outline import (
    LONGEST_CAPTION,
    LONGEST_QUESTION,
    Faq,
    Question,
    Table,
    Term,
    plain,
)
from blog.importing.parts import CAPTION, Listing, Paragraph, Part, Ready
from blog.importing.readers.elements import picture
from blog.importing.readers.shapes import text_in, wrap_loose
from blog.importing.readers.walk import TAKERS, Place, Walk
from blog.importing.recognise.questions import parts_html
from blog.importing.recognise.words import is_question, words

_LONGEST_TERM, _MOST_WORDS_OF_A_MEANING = 80, 60


def take_figure(walk: Walk, element: etree._Element, place: Place) -> bool | None:
    """A figure: a picture, a table or a quotation with the caption that belongs to it."""
    walk.flush(place)
    walk.end_lists()
    captions = list(element.iter("figcaption"))
    images = list(element.iter("img"))
    caption = " ".join(text_in(each) for each in captions).strip()
    holds_text = (
        "".join(element.itertext()).split() != "".join(text for each in captions for text in each.itertext()).split()
    )
    if len(images) == 1 and not holds_text and len(caption) <= LONGEST_CAPTION:
        if found := picture(walk, images[0], caption):
            walk.parts.append(Ready(found, "A picture of the document."))
        return None
    for each in captions:
        each.tag = "cite" if next(element.iter("blockquote"), None) is not None else "div"
    is_quote = next(element.iter("blockquote"), None) is not None
    parts = walk.inside(element, replace(place, is_quote=is_quote))
    walk.parts += _with_caption(parts, caption)
    return None


def _with_caption(parts: list[Part], caption: str) -> list[Part]:
    """A table of a figure takes the caption beside it."""
    if len(parts) == 2 and caption and len(caption) <= LONGEST_CAPTION:
        for table, other in (parts, parts[::-1]):
            is_table = isinstance(table, Ready) and isinstance(table.node, Table) and not table.node.caption
            if is_table and isinstance(other, Paragraph) and other.text == caption:
                return [replace(table, node=replace(table.node, caption=caption))]
    return [
        replace(part, role=CAPTION) if isinstance(part, Paragraph) and part.text == caption else part for part in parts
    ]


def take_details(walk: Walk, element: etree._Element, place: Place) -> None:
    """A folded answer: a question where its summary asks one, else a titled section."""
    walk.flush(place)
    walk.end_lists()
    summary = next((child for child in element if child.tag == "summary"), None)
    title = "" if summary is None else text_in(summary)
    if summary is not None:
        summary.tag = "div"
        summary.text, tail = "", summary.tail
        for child in list(summary):
            summary.remove(child)
        summary.tail = tail
    parts = walk.inside(element, place)
    if title and is_question(title) and len(title) <= LONGEST_QUESTION:
        walk.parts += _asked(title, parts)
    elif title:
        walk.parts += [Paragraph(title, _escaped(title), is_heading=True), *parts]
    else:
        walk.parts += parts


def _asked(question: str, parts: list[Part]) -> list[Part]:
    held = [part for part in parts if not isinstance(part, Ready)]
    faq = Faq("", (Question(question, parts_html(held)),))
    return [Ready(faq, "A question whose answer is folded away."), *(part for part in parts if isinstance(part, Ready))]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def take_terms(walk: Walk, element: etree._Element, place: Place) -> None:
    """A list of terms: questions and answers where every term asks something, else a glossary."""
    walk.flush(place)
    walk.end_lists()
    pairs: list[tuple[str, list[Part]]] = []
    for child in _terms_and_meanings(element):
        if child.tag == "dt":
            pairs.append((text_in(child), []))
        else:
            (pairs[-1][1] if pairs else walk.parts).extend(walk.inside(child, place))
    asks = all(is_question(term) and len(term) <= LONGEST_QUESTION for term, _ in pairs)
    for term, parts in pairs:
        if not term:
            walk.parts += parts
        elif asks:
            walk.parts += _asked(term, parts)
        else:
            walk.parts += _explained(term, parts)


def _terms_and_meanings(element: etree._Element) -> Iterator[etree._Element]:
    """The terms and meanings of a list, groups opened; what stands between them is a meaning too."""
    wrap_loose(element, {"dt", "dd", "div"}, "dd")
    for child in element:
        if child.tag == "div":
            yield from _terms_and_meanings(child)
        else:
            yield child


def _explained(term: str, parts: list[Part]) -> list[Part]:
    markup = [part.html for part in parts if isinstance(part, Paragraph)]
    size = sum(len(words(plain(text))) for text in markup)
    is_short = len(markup) == len(parts) and 0 < size <= _MOST_WORDS_OF_A_MEANING and len(term) <= _LONGEST_TERM
    if is_short:
        return [Ready(Term(term, "", "".join(f"<p>{text}</p>" for text in markup)), "A term with what it means.")]
    if not parts:
        return [Listing("bullets", (_escaped(term),))]
    return [Paragraph(term, f"<b>{_escaped(term)}</b>"), *parts]


TAKERS["figure"] = take_figure
TAKERS["details"] = take_details
TAKERS["dl"] = take_terms
