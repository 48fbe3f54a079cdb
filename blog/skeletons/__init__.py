"""Articles before they are written: the right blocks in the right order, and prompts that say what goes where.

They follow what guidance on writing about health asks for: the NHS content guide (say what it is first, plain words,
when to get help), the PIF TICK criteria (sources, what is not known, risks, alternatives), and for accounts of
somebody's own experience the care that Time to Change and Samaritans ask of those who publish them (consent that can be
taken back, a note on what is mentioned, no methods, help at the end). Plain data.
"""

from collections.abc import Iterator
from functools import cache

from .account import ACCOUNT
from .answers import ANSWERS
from .difficulty import DIFFICULTY
from .how_to import HOW_TO
from .prompts import as_said, prompts_in, telling_sentences
from .shapes import Skeleton
from .therapy import THERAPY

#: By key, in the order of the choice.
SKELETONS: dict[str, Skeleton] = {
    skeleton.key: skeleton for skeleton in (DIFFICULTY, THERAPY, HOW_TO, ANSWERS, ACCOUNT)
}


@cache
def telling_notes() -> dict[str, str]:
    """Return the sentences of all notes that are known by their words alone, by what they say."""
    texts = [text for skeleton in SKELETONS.values() for text in _texts(vars(skeleton))]
    notes = [note for text in texts for note in prompts_in(text)]
    return {as_said(sentence): sentence for note in notes for sentence in telling_sentences(note)}


def _texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


__all__ = ["SKELETONS", "Skeleton", "telling_notes"]
