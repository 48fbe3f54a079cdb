"""Outline -> Markdown: CommonMark with pipe tables, and containers only for what Markdown has no shape for.

A document begins with front matter (``blog.importing.readers.own.facts``) and says ``format: hub-article 1``: then
``blog.importing.readers.directives`` reads it to the letter, and nothing is guessed. The shapes:

``## Section``, ``### Part``, ``#### Detail``
    headings.
paragraphs
    one text block. ``<!-- -->`` on a line of its own ends a block, or keeps two neighbours apart that would be
    taken for one thing (two text blocks, two lists, a sentence ending in a colon and a list it does not lead into).
``- item``, ``1. item``, ``- ✓ item``, ``- ✗ item``
    lists, which may hold lists. The paragraph right above, with no empty line between or ending in a colon, leads
    into the list.
``> words`` and, as its last paragraph, ``> — Speaker, role, [*Source*](https://…) (1961; checked)``
    quotations; every part of the last line may be missing. "checked": compared with the source.
``| a | b |`` and, below it, ``Table: caption``
    comparison tables.
``![What it shows](media/name.jpg "Caption")``
    pictures; without words in the brackets a decorative one.
``## FAQs`` (or any usual name), then ``### Question?`` and its answer, up to the next section
    questions and answers.

Everything else stands between ``::: name`` and ``:::``; ``### Heading`` inside is the block's own heading, and
facts are written ``{name="value" year=1961 checked}`` behind the name:

    ::: callout tip             note, tip or caution; text and lists
    ::: key-points              a list
    ::: steps                   a numbered list; each item begins with its title as a bold paragraph
    ::: urgent-help             a sentence of the article's own; the site adds its crisis lines
    ::: term {also="…"}         the term as a bold paragraph, then what it means
    ::: statistic {source="…" url="…" year=2016}    the figure as a bold paragraph, then what it means
    ::: sources                 a list of ``Authors (year). [*Title*](https://…). Published in.``
    ::: download                a link to the document, then a description
    ::: video {poster="…"}      a link to the film, a description, and what is said below ``### Transcript``
    ::: invitation              text, then its buttons as a list of links; no target: the consultation page
    ::: shared-invitation {name="…"}                the invitation kept under that name; what stands inside is for
                                                    those who read the file
    ::: person                  a link to the person's page, then a note
    ::: related                 a list of links
    ::: list ticks, ::: quote {speaker="…" …}, ::: picture {credit="…"}, ::: faq    where the natural shape above
                                                    could not say it: bullets, numbers, ticks or crosses

Text is escaped as CommonMark says, so that any text reads back as it was.
"""

import re

from blog.exporting.containers import contained
from blog.exporting.inline import escaped, inline, target, title
from blog.exporting.shapes import APART, attribution_of, heading, is_natural_faq, linked_list, quotation, rich, rows
from blog.exporting.surroundings import Surroundings
from blog.importing.outline import (
    BULLETS,
    CROSSES,
    NUMBERS,
    TICKS,
    BulletList,
    Faq,
    Heading,
    Node,
    Outline,
    Picture,
    Prose,
    Quote,
    Table,
)
from blog.importing.readers.own.facts import to_dict, to_yaml
from blog.importing.recognise.questions import is_faq_heading

_MARKS = {BULLETS: "", NUMBERS: "", TICKS: "✓ ", CROSSES: "✗ "}
_ALONE = Surroundings()


def document(outline: Outline, around: Surroundings = _ALONE) -> bytes:
    """A Markdown file of an article: front matter, then its body. UTF-8."""
    return f"---\n{to_yaml(to_dict(outline))}---\n\n{write(outline.nodes, around)}".encode()


def write(nodes: tuple[Node, ...], around: Surroundings = _ALONE) -> str:
    """The nodes of an outline as Markdown, ending with a line break; "" for none."""
    pieces = []
    for before, node, after in zip((None, *nodes), nodes, (*nodes[1:], None), strict=False):
        if before is not None and _must_part(before, node):
            pieces.append(APART)
        pieces.append(_natural(node, after) or contained(node, around))
    return "\n\n".join(pieces) + "\n" if pieces else ""


def _natural(node: Node, after: Node | None) -> str:
    """A node in Markdown's own shape; "" where it has none."""
    match node:
        case Heading(text, level):
            return heading(text, min(max(level, 2), 4))
        case Prose(paragraphs):
            return "\n\n".join(inline(paragraph) for paragraph in paragraphs)
        case BulletList(introduction, style, items) if _is_natural_list(node):
            above = f"{escaped(introduction)}\n" if introduction else ""
            return above + linked_list(items, style == NUMBERS, _MARKS[style])
        case Quote() if (last := attribution_of(node)) is not None:
            return quotation(node.text, last)
        case Table(_, columns) if columns:
            return rows(node)
        case Picture() if not node.credit and bool(node.alt) != node.is_decorative:
            caption = f" {title(node.caption)}" if node.caption else ""
            return f"![{escaped(node.alt, starts_line=False)}]({target(node.source)}{caption})"
        case Faq(name, items) if is_natural_faq(node, after):
            asked = (f"{heading(item.question, 3)}\n\n{rich(item.answer_html)}" for item in items)
            return "\n\n".join([heading(name, 2), *asked])
    return ""


def _is_natural_list(node: BulletList) -> bool:
    """Not where an item would be misread: an empty one, one that begins with a list or with a mark of its own."""
    is_misread = any(re.match(r"$|[✓✗]|<(?:ul|ol)>", item) for item in node.items)
    return bool(node.items) and not is_misread


def _must_part(before: Node, node: Node) -> bool:
    """Whether two neighbours would be read as one thing, or as another."""
    match before, node:
        case (Prose(), Prose()) | (BulletList(), BulletList(introduction="")):
            return True
        case (Prose(paragraphs), BulletList(introduction="")):
            return paragraphs[-1].endswith(":")
        case (Table(caption=""), Prose(paragraphs)):
            return paragraphs[0].startswith("Table: ")
        case (Heading(text), Heading(question)):
            return is_faq_heading(text) and question.endswith("?")
    return False
