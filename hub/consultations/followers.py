"""What follows once a request is kept: notices leave in a thread of their own, and nobody waits for them.

The thread saves a small practice a worker and a schedule. It tries once, and erases what is due once a day;
``manage.py send_notices`` sees to what it could not send, and to days on which nothing comes in.
"""

from django.conf import settings
from django.utils import timezone

from hub.core.background import OneThread

from .erasing import erase_due, leave_no_trace
from .notices import send_due

_erased_on = None


def follow() -> None:
    """See to it that what is due is delivered, by the one thread that does so in this process."""
    if settings.CONSULTATION_NOTICES_AT_ONCE:
        _thread.ask()


def _deliver() -> None:
    send_due()
    _erase_once_a_day()


def _erase_once_a_day() -> None:
    global _erased_on
    if _erased_on != (today := timezone.localdate()):
        _erased_on = today
        if erase_due(today):
            leave_no_trace()


_thread = OneThread(
    "consultation-notices", _deliver, otherwise="Notices or erasing had to wait; the worker sees to it."
)
