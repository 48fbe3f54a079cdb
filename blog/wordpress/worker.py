"""Imports asked for in the admin run in a thread of their own: nobody waits, and a closed tab ends nothing."""

import logging
import threading

from django.conf import settings
from django.db import connection
from django.utils import timezone

from blog.wordpress.faults import BadRules, UnreadableExport
from blog.wordpress.models import State, WordPressImport
from blog.wordpress.running import carry_out, look_through

logger = logging.getLogger(__name__)

READ, WRITE = look_through, carry_out


def begin(record: WordPressImport, work) -> bool:
    """Start reading or writing; False where the import is at work already."""
    state = State.READING if work is READ else State.RUNNING
    others = WordPressImport.objects.filter(pk=record.pk)
    if not record.is_silent:
        others = others.exclude(state=State.RUNNING)
    now = timezone.now()
    if not others.update(state=state, phase="Beginning", seen_at=now, wants_to_stop=False, fault="", done=0, total=0):
        return False
    if not settings.WORDPRESS_IN_BACKGROUND:
        _work(record.pk, work)
        return True
    threading.Thread(target=_in_thread, args=(record.pk, work), name=f"wordpress-{record.pk}", daemon=True).start()
    return True


def _in_thread(key: int, work) -> None:
    try:
        _work(key, work)
    finally:
        connection.close()


def _work(key: int, work) -> None:
    try:
        work(WordPressImport.objects.get(pk=key))
    except (UnreadableExport, BadRules) as error:
        _failed(key, str(error))
    except Exception:
        logger.exception("The import %s came to a halt.", key)
        _failed(key, "Something went wrong that nobody foresaw. What was written stays, and you can go on from there.")


def _failed(key: int, fault: str) -> None:
    WordPressImport.objects.filter(pk=key).update(state=State.FAILED, fault=fault, finished_at=timezone.now(), phase="")
