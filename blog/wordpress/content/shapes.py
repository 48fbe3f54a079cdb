"""Lists, tables, quotes and questions: what has a shape of its own in HTML and a block of its own here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blog.importing.nodes import (
    BULLETS,
    LONGEST_CELL,
    LONGEST_INTRODUCTION,
    LONGEST_QUESTION,
    LONGEST_SPEAKER,
    NUMBERS,
    BulletList,
    Faq,
    Heading,
    Prose,
    Question,
    Quote,
    Table,
    plain,
)
from blog.wordpress.content.markup import Inline, address, classes, kept_lines, tag_of, tidy, words

if TYPE_CHECKING:
    from blog.wordpress.content.walking import Walk

_ASKED = "Questions and answers"
_LONGEST_FAQ_HEADING, _WIDEST, _MOST_CELLS, _LONGEST_URL = 120, 40, 4000, 200
_MOST_QUESTIONS = 100
_MARKS = re.compile(r"^[“\"«„]\s*(.*?)\s*[”\"»“]$", re.DOTALL)
_SAID_BY = re.compile(r"^\s*[—–―-]{1,2}\s*(\S.{0,118})$")
_QUESTION = ("schema-faq-question", "rank-math-question")
_ANSWER = ("schema-faq-answer", "rank-math-answer")


def listing(walk: Walk, element) -> None:
    """``ul``, ``ol``, ``menu``: what a list can't hold (a picture, a film) follows it."""
    items, after = _items(walk, element)
    style = NUMBERS if tag_of(element) == "ol" else BULLETS
    if (element.get("start") or "1") != "1" or "reversed" in element.attrib:
        walk.remarks.say("A numbered list that did not count from 1 does now.")
    if items:
        is_notes = "wp-block-footnotes" in classes(element)
        introduction = "Footnotes" if is_notes else walk.take_introduction(LONGEST_INTRODUCTION)
        walk.nodes.append(BulletList(introduction, style, tuple(items)))
    walk.add(after)


def _items(walk: Walk, element) -> tuple[list[str], list]:
    items, after, loose = [], [], walk.inline.text(element.text)
    for child in element:
        if tag_of(child) in {"ul", "ol", "menu"}:
            inner, others = _items(walk, child)
            items, after = [*items, *inner], [*after, *others]
        elif tag_of(child) == "li":
            item, others = _item(walk.apart(child))
            items += item
            after += others
        elif tag_of(child):
            item, others = _item(walk.apart(_wrapped(child)))
            items += item
            after += others
        loose += walk.inline.text(child.tail)
    if plain(loose):
        items.append(tidy(loose))
    return items, after


def _wrapped(element):
    """An element that stands in a list without ``li``, as if it had one."""
    holder = element.makeelement("li")
    clone = element.__copy__()
    clone.tail = None
    holder.append(clone)
    return holder


def _item(nodes: list) -> tuple[list[str], list]:
    """The item that nodes make, text before the lists inside it; and what no item can hold.

    An item that is nothing but a list gives its items, for nobody saw a bullet in front of a bullet.
    """
    texts, lists, after = [], [], []
    for node in nodes:
        match node:
            case Prose(paragraphs):
                texts += paragraphs
            case Heading(text):
                texts.append(f"<b>{Inline.text(text)}</b>")
            case BulletList(introduction):
                texts += [Inline.text(introduction)] if introduction else []
                lists.append(node)
            case _:
                after.append(node)
    if not texts:
        return [item for inner in lists for item in inner.items], after
    inside = "".join(list_html(BulletList("", inner.style, inner.items)) for inner in lists)
    return ["<br/>".join(texts) + inside], after


def list_html(node: BulletList) -> str:
    tag = "ol" if node.style == NUMBERS else "ul"
    introduction = f"<p>{Inline.text(node.introduction)}</p>" if node.introduction else ""
    return f"{introduction}<{tag}>{''.join(f'<li>{item}</li>' for item in node.items)}</{tag}>"


def definitions(walk: Walk, element) -> None:
    """``dl``: the term in bold, what it means as text."""
    for child in element:
        if tag_of(child) == "dt":
            walk.paragraph(f"<b>{tidy(walk.inline.text(plain(walk.inline.inside(child))))}</b>")
        else:
            walk.flow(child)


def verbatim(walk: Walk, element) -> None:
    """``pre``: verse and code keep their lines."""
    for picture in element.iter("img", "iframe", "video"):
        walk.block(tag_of(picture), picture)
    walk.paragraph(kept_lines(element, walk.inline))


def quotation(walk: Walk, element) -> None:
    """``blockquote``, with who said it where it says so; a quote that holds more than text is read as text."""
    speaker, link = _speaker(walk, element)
    nodes = walk.apart(element)
    texts = [text for node in nodes for text in _quoted(node)]
    others = [node for node in nodes if not isinstance(node, Prose | BulletList | Heading | Quote)]
    if texts and not speaker and len(texts) > 1 and (match := _SAID_BY.match(texts[-1])):
        speaker = match[1]
        texts.pop()
    if not texts:
        if speaker:
            walk.paragraph(walk.inline.text(speaker))
        walk.add(others)
        return
    text = "\n".join(texts)
    text = match[1] if (match := _MARKS.match(text)) else text
    if any("<a " in paragraph for node in nodes if isinstance(node, Prose) for paragraph in node.paragraphs):
        walk.remarks.say("A link inside a quotation was left out; its words are there.")
    is_short = len(speaker) <= LONGEST_SPEAKER
    walk.nodes.append(Quote(text, speaker if is_short else "", source_url=link if len(link) <= _LONGEST_URL else ""))
    if not is_short:
        walk.paragraph(walk.inline.text(speaker))
    walk.add(others)


def _speaker(walk: Walk, element) -> tuple[str, str]:
    """Who a quotation names and the address it gives, taken out of the tree."""
    for cite in element.xpath("./cite|./footer|./p/cite|./figcaption|./div/cite"):
        alone = tag_of(cite.getparent()) != "p" or not words(_text_before(cite))
        if not alone:
            continue
        name = re.sub(r"^[—–―-]+\s*", "", words(plain(walk.inline.inside(cite))))
        anchor = cite.find(".//a[@href]")
        link = address(anchor.get("href"), walk.around.base) if anchor is not None else ""
        cite.drop_tree()
        return name, link if link.startswith("http") else ""
    return "", ""


def _text_before(element) -> str:
    before = element.getparent().text or ""
    return before + "".join(
        "".join(sibling.itertext()) + (sibling.tail or "") for sibling in element.itersiblings(preceding=True)
    )


def _quoted(node) -> list[str]:
    match node:
        case Prose(paragraphs):
            return [plain(paragraph) for paragraph in paragraphs]
        case Heading(text) | Quote(text):
            return [text]
        case BulletList(introduction, _, items):
            return [*filter(None, [introduction]), *(plain(item) for item in items)]
    return []


def pull_quote(walk: Walk, element) -> None:
    """A figure around a quotation; its caption is who said it."""
    inner = element.find(".//blockquote")
    caption = element.find("./figcaption")
    if caption is not None and inner.find("./cite") is None:
        caption.tag = "cite"
        inner.append(caption)
    walk.flow(element)


def details(walk: Walk, element) -> None:
    """``details``: a question and its answer; the next one belongs to the same questions."""
    summary = next((child for child in element if tag_of(child) == "summary"), None)
    question = words(plain(walk.inline.inside(summary))) if summary is not None else ""
    if summary is not None:
        summary.drop_tree()
    ask(walk, question, walk.apart(element))


def questions(walk: Walk, element) -> None:
    """The blocks of Yoast and Rank Math: questions and answers by class, whatever else is there as text."""
    asked = [inner for inner in element.iter() if tag_of(inner) and classes(inner) & set(_QUESTION)]
    for question in asked:
        answer = next((inner for inner in question.itersiblings() if classes(inner) & set(_ANSWER)), None)
        text = words(plain(walk.inline.inside(question)))
        nodes = walk.apart(answer) if answer is not None else []
        ask(walk, text, nodes)
        for done in (question, answer):
            if done is not None:
                done.drop_tree()
    walk.add(walk.apart(element))


def ask(walk: Walk, question: str, nodes: list) -> None:
    """Add a question to the questions just before it, or begin some, under the section's heading where it has one."""
    from blog.wordpress.content.walking import as_html

    answer, others = as_html(nodes)
    if not question or not answer or len(question) > LONGEST_QUESTION:
        if question:
            walk.paragraph(f"<b>{walk.inline.text(question)}</b>")
        walk.add(nodes)
        return
    item, last = Question(question, answer), walk.nodes[-1] if walk.nodes else None
    if isinstance(last, Faq) and len(last.items) < _MOST_QUESTIONS:
        walk.nodes[-1] = Faq(last.heading, (*last.items, item))
    elif isinstance(last, Heading) and last.level == 2 and len(last.text) <= _LONGEST_FAQ_HEADING:
        walk.nodes[-1] = Faq(last.text, (item,))
    else:
        walk.nodes.append(Faq(_ASKED, (item,)))
    if others:
        walk.remarks.say(f"What an answer can't hold stands after it: “{question[:60]}”.")
        walk.add(others)


def table(walk: Walk, element, caption: str = "") -> None:
    """A comparison table; a table that is no table (one column, pictures, long texts) is read row by row."""
    own = element.find("./caption")
    if own is not None:
        caption = caption or words(plain(walk.inline.inside(own)))
        own.drop_tree()
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    grid = _grid(rows)
    cells = [[words(plain(walk.inline.inside(cell))) if cell is not None else "" for cell in row] for row in grid]
    kept = [row for row in cells if any(row)]
    is_table = grid and len(grid[0]) > 1 and len(kept) > 1 and not any(map(_is_more_than_text, rows))
    if not is_table or any(len(text) > LONGEST_CELL for row in kept for text in row):
        if caption:
            walk.paragraph(walk.inline.text(caption))
        for row in rows or [element]:
            for cell in row:
                walk.flow(cell)
        if not rows:
            walk.paragraph(tidy(walk.inline.text(element.text)))
        return
    if element.find(".//a[@href]") is not None:
        walk.remarks.say("Links in a table were left out; their words are there.")
    walk.nodes.append(Table(caption, tuple(kept[0]), tuple(map(tuple, kept[1:]))))


def _is_more_than_text(row) -> bool:
    return any(
        tag_of(inner) in {"img", "ul", "ol", "table", "iframe", "video", "blockquote", "h2", "h3"}
        for inner in row.iter()
    )


def _grid(rows: list) -> list[list]:
    """Rows of equally many cells, None where another cell reaches over; [] beyond what a page can show."""
    grid: list[list] = []
    hanging: dict[int, int] = {}
    for row in rows:
        line: list = []
        for cell in (child for child in row if tag_of(child) in {"td", "th"}):
            _fill(line, hanging)
            down = _span(cell, "rowspan")
            for place in range(_span(cell, "colspan")):
                if down > 1:
                    hanging[len(line)] = down - 1
                line.append(cell if place == 0 else None)
        _fill(line, hanging)
        grid.append(line)
    width = max(map(len, grid), default=0)
    if width > _WIDEST or width * len(grid) > _MOST_CELLS:
        return []
    return [line + [None] * (width - len(line)) for line in grid]


def _fill(line: list, hanging: dict[int, int]) -> None:
    while hanging.get(len(line), 0):
        hanging[len(line)] -= 1
        line.append(None)


def _span(cell, name: str) -> int:
    text = cell.get(name) or "1"
    return min(max(int(text), 1), _WIDEST) if text.isascii() and text.isdecimal() and len(text) < 4 else 1


def by_class(element):
    """The reader of a block that its class names, or None."""
    found = classes(element)
    if found & {"schema-faq", "wp-block-yoast-faq-block", "wp-block-rank-math-faq-block", "rank-math-faq-item"}:
        return questions if element.xpath(".//*[contains(@class,'-question')]") else None
    if tag_of(element) == "figure" and element.find(".//blockquote") is not None and "wp-block-embed" not in found:
        return pull_quote
    if "wp-block-verse" in found:
        return verbatim
    return None


BY_TAG = {
    "ul": listing,
    "ol": listing,
    "menu": listing,
    "dl": definitions,
    "pre": verbatim,
    "blockquote": quotation,
    "details": details,
    "table": table,
}
