"""The containers of our own Markdown, from parsed HTML: one function each. Pure functions.

A function gets the element, the words behind the container's name and the facts in its braces.
"""

from collections.abc import Callable

from blog.importing.outline import (
    BULLETS,
    CAUTION,
    CROSSES,
    NOTE,
    NUMBERS,
    TICKS,
    TIP,
    BulletList,
    Button,
    Callout,
    Download,
    Faq,
    Invitation,
    KeyPoints,
    Node,
    PersonCard,
    Picture,
    Question,
    Quote,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Step,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
)
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.citations import read_citation
from blog.importing.readers.own.cited import line_of
from blog.importing.recognise.questions import is_faq_heading

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ANSWERS = ("p", "ul", "ol")

Facts = dict


def read_box(name: str, words: str, facts: Facts, element) -> Node | None:
    """The node of a container; None for a name we do not know or one without what it needs."""
    read = _BOXES.get(name)
    return read(element, words, facts) if read else None


def is_faq_start(element, following: list) -> bool:
    """Whether a heading opens questions: a usual name of such a section, and a question right below it."""
    question = following[0] if following else None
    is_below = question is not None and question.tag == "h3" and markup.text_of(question).endswith("?")
    return element.tag == "h2" and is_below and is_faq_heading(markup.text_of(element))


def faq_items(elements: list) -> tuple[tuple[Question, ...], int]:
    """Questions (headings) with their answers from the start of ``elements``; how many elements they took."""
    items: list[list] = []
    count = 0
    for element in elements:
        if element.tag in _HEADINGS and element.tag != "h2":
            items.append([element])
        elif element.tag in _ANSWERS and items:
            items[-1].append(element)
        else:
            break
        count += 1
    return tuple(Question(markup.text_of(item[0]), _html(item[1:])) for item in items), count


def _html(elements: list) -> str:
    """Elements as rich text."""
    return "".join(markup.blocks(_shell(element)) for element in elements)


def _shell(element):
    shell = markup.parsed("")
    shell.append(markup.copied(element))
    return shell


def lines_of(elements: list) -> str:
    """Elements as plain text: a line for each line, an empty line between paragraphs."""
    return "\n\n".join(filter(None, ("\n".join(markup.lines(element)) for element in elements)))


def _headed(element) -> tuple[str, list]:
    """The text of the heading an element begins with, and its other children."""
    children = [child for child in element if isinstance(child.tag, str)]
    if children and children[0].tag in _HEADINGS:
        return markup.text_of(children[0]), children[1:]
    return "", children


def _first_list(elements: list):
    return next((element for element in elements if element.tag in ("ul", "ol")), None)


def _strong(element):
    """The bold text that is all of a paragraph, else None."""
    only = element[0] if len(element) == 1 and element[0].tag in ("b", "strong") else None
    is_all = only is not None and not markup.tidy(f"{element.text or ''}{only.tail or ''}")
    return only if is_all else None


def _bold_first(elements: list) -> tuple[str, list]:
    """The bold paragraph that elements begin with, as plain text, and the others."""
    if elements and elements[0].tag == "p" and (bold := _strong(elements[0])) is not None:
        return markup.text_of(bold), elements[1:]
    return "", elements


def _links(element) -> tuple[Button, ...]:
    return tuple(Button(markup.text_of(link), markup.safe(link.get("href")) or "") for link in element.iter("a"))


def _callout(element, words: str, facts: Facts) -> Node:
    heading, rest = _headed(element)
    return Callout(words if words in (NOTE, TIP, CAUTION) else NOTE, heading, _html(rest))


def _key_points(element, words: str, facts: Facts) -> Node | None:
    heading, rest = _headed(element)
    points = _first_list(rest)
    return KeyPoints(heading, tuple(markup.items_of(points))) if points is not None and len(rest) == 1 else None


def _steps(element, words: str, facts: Facts) -> Node | None:
    heading, rest = _headed(element)
    steps = _first_list(rest)
    if steps is None or len(rest) > 1:
        return None
    return Steps(heading, tuple(_step(child) for child in steps if child.tag == "li"))


def _step(element) -> Step:
    title, rest = _bold_first(list(markup.parsed(markup.blocks(element))))
    return Step(title, _html(rest))


def _faq(element, words: str, facts: Facts) -> Node | None:
    children = [child for child in element if isinstance(child.tag, str)]
    heading, rest = (_headed(element)) if children and children[0].tag == "h2" else ("", children)
    items, count = faq_items(rest)
    return Faq(heading, items) if items and count == len(rest) else None


def _term(element, words: str, facts: Facts) -> Node:
    term, rest = _bold_first(list(element))
    return Term(term, str(facts.get("also", "")), _html(rest))


def _list(element, words: str, facts: Facts) -> Node | None:
    children = [child for child in element if isinstance(child.tag, str)]
    items = _first_list(children)
    if items is None or len(children) > 2 or items is not children[-1]:
        return None
    style = words if words in (BULLETS, NUMBERS, TICKS, CROSSES) else BULLETS
    return BulletList(markup.text_of(children[0]) if len(children) == 2 else "", style, tuple(markup.items_of(items)))


def _year(facts: Facts) -> int | None:
    year = str(facts.get("year", ""))
    return int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None


def _address(facts: Facts, name: str) -> str:
    return markup.safe(str(facts.get(name, ""))) or ""


def _quote(element, words: str, facts: Facts) -> Node:
    names = [str(facts.get(name, "")) for name in ("speaker", "role", "source")]
    return Quote(lines_of(list(element)), *names, _address(facts, "url"), _year(facts), "checked" in facts)


def _statistic(element, words: str, facts: Facts) -> Node:
    figure, rest = _bold_first(list(element))
    source, url = str(facts.get("source", "")), _address(facts, "url")
    return Statistic(figure, lines_of(rest), source, url, _year(facts))


def _sources(element, words: str, facts: Facts) -> Node | None:
    heading, rest = _headed(element)
    items = _first_list(rest)
    if items is None or len(rest) > 1:
        return None
    return References(heading, tuple(read_citation(line_of(child)) for child in items if child.tag == "li"))


def _table(element, words: str, facts: Facts) -> Node:
    return Table(str(facts.get("caption", "")), (), ())


def picture(image, facts: Facts) -> Picture:
    """A picture with its words; one without alternative text is decorative unless the facts say otherwise."""
    alt, caption = markup.tidy(image.get("alt") or ""), markup.tidy(image.get("title") or "")
    is_decorative = "decorative" in facts or (not alt and "undescribed" not in facts)
    return Picture(markup.safe(image.get("src")) or "", alt, caption, str(facts.get("credit", "")), is_decorative)


def _picture(element, words: str, facts: Facts) -> Node | None:
    image = next(iter(element.iter("img")), None)
    return picture(image, facts) if image is not None and not markup.text_of(element) else None


def _link_first(element) -> tuple[Button, list] | None:
    children = [child for child in element if isinstance(child.tag, str)]
    links = _links(children[0]) if children else ()
    return (links[0], children[1:]) if len(links) == 1 else None


def _video(element, words: str, facts: Facts) -> Node | None:
    if not (found := _link_first(element)):
        return None
    link, rest = found
    at = next((place for place, child in enumerate(rest) if child.tag in _HEADINGS), len(rest))
    poster = _address(facts, "poster")
    return Video(link.label, link.address, lines_of(rest[:at]), _html(rest[at + 1 :]), poster)


def _download(element, words: str, facts: Facts) -> Node | None:
    found = _link_first(element)
    return Download(found[0].address, found[0].label, lines_of(found[1])) if found else None


def _invitation(element, words: str, facts: Facts) -> Node | None:
    heading, rest = _headed(element)
    buttons = _links(rest[-1]) if rest and rest[-1].tag in ("ul", "ol") else ()
    return Invitation(_html(rest[:-1]), buttons[0].label, heading, buttons) if buttons else None


def _shared(element, words: str, facts: Facts) -> Node | None:
    return SharedInvitation(str(facts["name"])) if facts.get("name") else None


def _urgent(element, words: str, facts: Facts) -> Node:
    heading, rest = _headed(element)
    return UrgentHelp(heading, _html(rest))


def _person(element, words: str, facts: Facts) -> Node | None:
    found = _link_first(element)
    return PersonCard(found[0].address, lines_of(found[1])) if found else None


def _related(element, words: str, facts: Facts) -> Node | None:
    heading, rest = _headed(element)
    items = _first_list(rest)
    links = _links(items) if items is not None else ()
    return RelatedArticles(tuple(link.address for link in links), heading) if links else None


_BOXES: dict[str, Callable[[object, str, Facts], Node | None]] = {
    "callout": _callout,
    "download": _download,
    "faq": _faq,
    "invitation": _invitation,
    "key-points": _key_points,
    "list": _list,
    "person": _person,
    "picture": _picture,
    "quote": _quote,
    "related": _related,
    "shared-invitation": _shared,
    "sources": _sources,
    "statistic": _statistic,
    "steps": _steps,
    "table": _table,
    "term": _term,
    "urgent-help": _urgent,
    "video": _video,
}
