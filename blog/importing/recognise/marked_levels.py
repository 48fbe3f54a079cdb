"""Heading levels that the document marks, mended: the first is 2, none is skipped, a bold line lies below the rest."""

from dataclasses import replace

from blog.importing.outline import Heading, Node
from blog.importing.recognise.words import listed

DEEPEST = 4


def mend_levels(nodes: list[Node], marked: list[int]) -> tuple[list[Node], list[str]]:
    """Nodes whose headings have levels 2 to 4, and notes.

    Args: marked: the level, 1 to 6, that the document gives each heading among the nodes, in their order; 0 where it
          only looks like one. Such a heading lies below the last one marked, or at the top before any.
    """
    if not any(marked):
        return nodes, []
    wanted = iter(marked)
    above: list[int] = []
    found: list[Node] = []
    skipped: list[str] = []
    guessed: list[str] = []
    for node in nodes:
        if not isinstance(node, Heading):
            found.append(node)
            continue
        level = next(wanted)
        if level:
            while above and above[-1] >= level:
                above.pop()
            if above and level > above[-1] + 1:
                skipped.append(node.text)
            above.append(level)
            found.append(replace(node, level=min(len(above) + 1, DEEPEST)))
        else:
            guessed.append(node.text)
            found.append(replace(node, level=min(len(above) + 2, DEEPEST), is_guess=True))
    return found, list(_notes(skipped, guessed))


def _notes(skipped: list[str], guessed: list[str]):
    if skipped:
        yield f"The levels of {listed(skipped)} were mended: the document skips one before them."
    if guessed:
        were = "was taken for a heading" if len(guessed) == 1 else "were taken for headings"
        yield f"{listed(guessed)} {were}: bold on a line of its own, one level below the heading before."
