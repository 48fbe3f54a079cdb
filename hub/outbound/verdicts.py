"""What an answer means for a link: whether it works, when it is called broken, when it is asked again. Pure functions.

An address that says for certain that there is nothing is broken once it has said so twice. One that is only silent, or
has a fault, may be back tomorrow: it is broken after several failures spread over days. One that refuses programs says
nothing about readers.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    NEW = "new"
    FINE = "fine"
    FAILING = "failing"
    BROKEN = "broken"
    UNSURE = "unsure"


#: Statuses that say for certain that nothing is there.
GONE = frozenset({404, 410})
#: Statuses that mean programs, or people who have not signed in, or paid: the reader's browser may get in.
REFUSED = frozenset({401, 402, 403, 405, 406, 407, 412, 429, 451, 999})
SLOW_DOWN = 429

#: A link that works is asked again after this long; so is one that nobody can tell of.
RARELY = timedelta(days=30)
#: Pauses after the first, second ... failure in a row, a little less than whole days: a daily run is never too early.
PAUSES = tuple(timedelta(days=days) - timedelta(hours=4) for days in (1, 1, 2, 4, 8, 16, 30))
CONFIRMED = 2
SOFT_FAILURES, SOFT_FOR = 4, timedelta(days=3)

_WORDS = {
    400: "The server takes the address for a mistake",
    404: "There is no such page",
    410: "The page was removed for good",
    401: "The server asks for a password",
    402: "The server asks to be paid",
    429: "The server asks to be asked less often",
    451: "The server may not show the page in every country",
    500: "The server has a fault",
    502: "The server has a fault",
    503: "The server is not available",
    504: "The server is not available",
}


@dataclass(frozen=True)
class Answer:
    """What asking an address came to.

    ``status`` is 0 where nothing answered, and ``fault`` says in words why. ``moved_to`` is where the address leads for
    good, if it does. ``wait`` are the seconds that the server asks to be left in peace.
    """

    status: int = 0
    fault: str = ""
    moved_to: str = ""
    wait: int = 0
    is_challenge: bool = False


@dataclass(frozen=True)
class Standing:
    """What is known of an address."""

    state: State = State.NEW
    status: int = 0
    reason: str = ""
    failures: int = 0
    failing_since: datetime | None = None
    moved_to: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True)
class Broken:
    """A link that is known to be broken: why, in a sentence, and since when."""

    reason: str
    since: date | None = None


def judged(before: Standing, answer: Answer, now: datetime, spread: float = 0.5) -> Standing:
    """Return what is known of an address after ``answer``.

    ``spread``: 0 to 1, differs from address to address, so that what was checked on one day is not due on one day.
    """
    wait = min(timedelta(seconds=answer.wait), RARELY)
    rarely = RARELY + timedelta(days=6 * spread - 3)
    if answer.is_challenge or answer.status in REFUSED:
        reason = _reason(answer, "It refuses programs; readers may well get in")
        return Standing(State.UNSURE, answer.status, reason, due_at=now + rarely)
    if 200 <= answer.status < 300:
        return Standing(State.FINE, answer.status, moved_to=answer.moved_to, due_at=now + rarely)
    failures = before.failures + 1
    since = before.failing_since or now
    return Standing(
        State.BROKEN if _is_broken(before, answer, failures, now - since) else State.FAILING,
        answer.status,
        _reason(answer, "The server does not give out the page"),
        failures,
        since,
        before.moved_to,
        now + max(PAUSES[min(failures, len(PAUSES)) - 1], wait),
    )


def _is_broken(before: Standing, answer: Answer, failures: int, lasted: timedelta) -> bool:
    if before.state == State.BROKEN:
        return True
    if answer.status in GONE and before.status in GONE:
        return failures >= CONFIRMED
    return failures >= SOFT_FAILURES and lasted >= SOFT_FOR


def _reason(answer: Answer, otherwise: str) -> str:
    if not answer.status:
        return answer.fault
    return f"{_WORDS.get(answer.status, otherwise)} ({answer.status})."
