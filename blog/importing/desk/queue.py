"""Documents are worked off one after another; their state is in the database, so that nothing hangs on a tab or thread.

A thread of the process that took the upload begins at once. Whatever it leaves (a restart, a crash) goes on with the
next request to these screens, or by ``manage.py import_queue``.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from hub.core.background import OneThread

from .making import make_draft
from .models import Document
from .reading import read_document

logger = logging.getLogger(__name__)

State = Document.State
MOST_ATTEMPTS = 2
#: Longer than any document may take: what was claimed before is nobody's any more.
ABANDONED_AFTER = timedelta(seconds=120)

_WORK = {State.WAITING: (State.READING, read_document), State.QUEUED: (State.MAKING, make_draft)}
_BACK = {State.READING: State.WAITING, State.MAKING: State.QUEUED}


def work_off(**only) -> int:
    """Work until nothing waits; how many steps were done. ``only``: what documents have to be like, as in a filter."""
    take_up_abandoned()
    done = 0
    while claimed := _claim(only):
        _step(*claimed)
        done += 1
    return done


def is_waiting() -> bool:
    return Document.objects.filter(state__in=Document.UNFINISHED).exists()


def take_up_abandoned() -> None:
    """Documents whose worker is gone wait again, once; then they have failed, and say so."""
    before = timezone.now() - ABANDONED_AFTER
    abandoned = Document.objects.filter(state__in=_BACK, claimed_at__lt=before)
    abandoned.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=State.FAILED,
        reason="The work on this document stopped twice without a word. The others are not affected.",
    )
    for state, back in _BACK.items():
        abandoned.filter(state=state).update(state=back)


def _claim(only: dict) -> tuple[Document, State] | None:
    """The next document, now ours alone, and the state it waited in."""
    waiting = Document.objects.filter(state__in=_WORK, **only)
    while found := waiting.order_by("pk").values("pk", "state").first():
        claim = {"state": _WORK[found["state"]][0], "claimed_at": timezone.now(), "attempts": F("attempts") + 1}
        if Document.objects.filter(**found).update(**claim):
            return Document.objects.get(pk=found["pk"]), State(found["state"])
    return None


def _step(document: Document, waited_as: State) -> None:
    """Do what a document waits for. A fault is that document's alone."""
    try:
        _WORK[waited_as][1](document)
    except Exception:
        logger.exception("Work on imported document %s failed.", document.pk)
        _fail(document, waited_as)


def _fail(document: Document, waited_as: State) -> None:
    is_last = document.attempts >= MOST_ATTEMPTS
    Document.objects.filter(pk=document.pk).update(
        state=State.FAILED if is_last else waited_as,
        reason="Something went wrong with this document, twice; it is in the site’s log. The others are not affected."
        if is_last
        else "",
    )


def follow() -> None:
    """See to it that what waits is worked off, by the one thread that does so in this process."""
    if settings.IMPORT_IN_BACKGROUND:
        _thread.ask()


_thread = OneThread("imports", work_off, otherwise="Imports had to wait; the next request goes on.")
