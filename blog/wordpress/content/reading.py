"""The content of a post -> nodes, notes, and what was left out."""

from collections import Counter
from dataclasses import dataclass, field

from blog.importing.nodes import Node
from blog.wordpress.content import blocks, classic, shortcodes
from blog.wordpress.content.markup import bare_lines, tree
from blog.wordpress.content.surroundings import Surroundings
from blog.wordpress.content.walking import Remarks, Walk


@dataclass(frozen=True)
class Content:
    """What a post says. ``shortcodes`` and ``dynamic`` count what WordPress or a plug-in would have filled in."""

    nodes: tuple[Node, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    shortcodes: Counter = field(default_factory=Counter)
    dynamic: Counter = field(default_factory=Counter)


def read(content: str, around: Surroundings, *, footnotes: str = "") -> Content:
    """Read a post's content as it stands in the export, from either editor.

    ``footnotes`` is the meta field of that name. Nothing a visitor saw is in neither ``nodes`` nor ``left_out``.
    """
    remarks, found, met = Remarks(), blocks.Found(), shortcodes.Met()
    if blocks.has_blocks(content):
        markup = blocks.resolve(content, around.reusable, footnotes, found)
    else:
        markup = classic.paragraphs(content)
    markup = shortcodes.carry_out(markup, around.gallery, met)
    walk = Walk(around, remarks)
    body = tree(markup)
    if body is not None:
        walk.flow(body)
    else:
        for line in bare_lines(markup):
            walk.paragraph(line)
        if walk.nodes:
            remarks.say("The HTML is nested too deeply to be understood; its text is there, paragraph by paragraph.")
    _tell(remarks, found, met)
    return Content(tuple(walk.nodes), tuple(remarks.notes), tuple(remarks.left_out), met.unknown, found.dynamic)


def _tell(remarks: Remarks, found: blocks.Found, met: shortcodes.Met) -> None:
    for name, count in met.unknown.items():
        remarks.say(f"The shortcode [{name}] is unknown here and stays as text{_times(count)}.")
    for text in met.done:
        remarks.say(f"Carried out: {text}")
    for name, count in met.removed.items():
        remarks.say(f"The page builder's [{name}] was removed; what stood inside it is there{_times(count)}.")
    for name, count in found.dynamic.items():
        remarks.say(f"The block “{name}” is filled by WordPress itself and was left out{_times(count)}.")
    for number in found.missing:
        remarks.say(f"The reusable block {number} is not in the export and was left out.")
    remarks.left_out += [text for text in found.words if text]


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""
