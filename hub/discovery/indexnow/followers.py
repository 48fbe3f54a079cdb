"""One thread a process sends what was queued, so that a small practice needs no worker. Nobody waits for it."""

from django.conf import settings

from hub.core.background import OneThread

#: Seconds in which several changes become one message.
GATHERED = 5


def follow() -> None:
    """See to it that what is due is sent, by the one thread that does so in this process."""
    if settings.INDEXNOW_AT_ONCE:
        thread.ask()


def _send() -> None:
    from .sending import send_due

    send_due()


thread = OneThread(
    "index-changes", _send, otherwise="Search engines were not told; the worker sees to it.", gathers=GATHERED
)
