"""What the reading of a post must know of the site around it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """A file of the old site: where it lies, and what is said of it (plain)."""

    address: str
    alt: str = ""
    caption: str = ""


def _nothing(*_) -> None:
    return None


def _no_gallery(_) -> list[int]:
    return []


@dataclass(frozen=True)
class Surroundings:
    """``base`` is the address the post had, to which its links are relative. The rest are questions to what is known
    of the old site, all answered "nothing" here.

    ``attachment``: number -> Attachment or None. ``reusable``: number of a reusable block -> its content or None.
    ``gallery``: number of a post ("" for this one) -> numbers of its pictures. ``has_file``: whether the file of an
    address is at hand.
    """

    base: str = ""
    attachment: Callable[[int], Attachment | None] = _nothing
    reusable: Callable[[int], str | None] = _nothing
    gallery: Callable[[str], list[int]] = _no_gallery
    has_file: Callable[[str], bool] = _nothing
