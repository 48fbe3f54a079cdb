"""What follows once a request is kept: notices leave in a thread of their own, and nobody waits for them.

The thread saves a small practice a worker and a schedule. It tries once, and erases what is due once a day;
``manage.py send_notices`` sees to what it could not send, and to days on which nothing comes in.
"""

import logging
import threading

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from .erasing import erase_due, leave_no_trace
from .notices import send_due

logger = logging.getLogger(__name__)

_state = threading.Lock()
_is_running = False
_is_wanted = False
_erased_on = None


def follow() -> None:
    """See to it that what is due is delivered, by the one thread that does so in this process."""
    global _is_running, _is_wanted
    if not settings.CONSULTATION_NOTICES_AT_ONCE:
        return
    with _state:
        _is_wanted = True
        if _is_running:
            return
        _is_running = True
    threading.Thread(target=_deliver, name="consultation-notices", daemon=True).start()


def _goes_on() -> bool:
    """Whether something was asked for since the last look; if not, the thread has ended."""
    global _is_running, _is_wanted
    with _state:
        _is_wanted, wanted = False, _is_wanted
        _is_running = wanted
    return wanted


def _deliver() -> None:
    try:
        while _goes_on():
            try:
                send_due()
                _erase_once_a_day()
            except DatabaseError as error:
                logger.warning("Notices or erasing had to wait (%s); the worker sees to it.", type(error).__name__)
    finally:
        connection.close()


def _erase_once_a_day() -> None:
    global _erased_on
    if _erased_on != (today := timezone.localdate()):
        _erased_on = today
        if erase_due(today):
            leave_no_trace()
