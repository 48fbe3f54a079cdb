"""What a rule has found: how much it matters, what to do, and where. Pure values."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, worst first: the first stops publishing, the second asks for a reason."""

    MUST = "must fix"
    SHOULD = "should fix"
    NOTE = "worth knowing"


@dataclass(frozen=True)
class Place:
    """A field of the article, or a block of its body by id. ``label`` names it as the editor does."""

    key: str
    label: str
    is_block: bool = False


ARTICLE = Place("", "The article")


@dataclass(frozen=True)
class Finding:
    """One thing to mend.

    ``message`` is a sentence or two of plain text: what is wrong, and how to mend it. ``excerpt`` are the words it
    speaks of, as they stand in the article; empty where it speaks of the whole.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    excerpt: str = ""

    @property
    def key(self) -> str:
        """What the finding is known by while the text it speaks of stays the same, wherever that is moved to."""
        where = "" if self.excerpt else self.place.key
        told = "\n".join([self.rule, where, self.excerpt or self.message])
        return hashlib.sha256(told.encode()).hexdigest()[:32]
