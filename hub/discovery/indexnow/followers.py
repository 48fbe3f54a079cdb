"""One thread a process sends what was queued, so that a small practice needs no worker. Nobody waits for it."""

import logging
import threading

from django.conf import settings
from django.db import DatabaseError, connection

logger = logging.getLogger(__name__)

#: Seconds in which several changes become one message.
GATHERED = 5

_state = threading.Lock()
_is_running = False
_is_wanted = False


def follow() -> None:
    """See to it that what is due is sent, by the one thread that does so in this process."""
    global _is_running, _is_wanted
    if not settings.INDEXNOW_AT_ONCE:
        return
    with _state:
        _is_wanted = True
        if _is_running:
            return
        _is_running = True
    threading.Thread(target=_send, name="index-changes", daemon=True).start()


def _goes_on() -> bool:
    """Whether something was queued since the last look; if not, the thread has ended."""
    global _is_running, _is_wanted
    with _state:
        _is_wanted, wanted = False, _is_wanted
        _is_running = wanted
    return wanted


def _send() -> None:
    from .sending import send_due

    try:
        while _goes_on():
            threading.Event().wait(GATHERED)
            try:
                send_due()
            except DatabaseError as error:
                logger.warning("Search engines were not told (%s); the worker sees to it.", type(error).__name__)
    finally:
        connection.close()
