"""Articles before they are written: the right blocks in the right order, and prompts that say what goes where.

They follow what guidance on writing about health asks for: the NHS content guide (say what it is first, plain words,
when to get help), the PIF TICK criteria (sources, what is not known, risks, alternatives), and for accounts of
somebody's own experience the care that Time to Change and Samaritans ask of those who publish them (consent that can be
taken back, a note on what is mentioned, no methods, help at the end). Plain data.
"""

from .account import ACCOUNT
from .answers import ANSWERS
from .difficulty import DIFFICULTY
from .how_to import HOW_TO
from .shapes import Skeleton
from .therapy import THERAPY

#: By key, in the order of the choice.
SKELETONS: dict[str, Skeleton] = {
    skeleton.key: skeleton for skeleton in (DIFFICULTY, THERAPY, HOW_TO, ANSWERS, ACCOUNT)
}

__all__ = ["SKELETONS", "Skeleton"]
