"""Counting the addresses that are not found, without slowing or failing the answer and without keeping who asked.

A hit is noted in memory. A thread stores what was noted every few seconds, all in one transaction; what can't be
stored is dropped. Neither the moment, the sender, the program nor the query string is kept.
"""

import atexit
import logging
import threading
from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from .models import MissingAddress
from .noise import is_robot, storable
from .settling import candidates

logger = logging.getLogger(__name__)

#: Rows kept. A flood of made-up addresses pushes out the least asked for, never the table's bounds.
MOST_ROWS = 2000
#: Different addresses noted between two visits of the thread; more are not counted.
MOST_NOTED = 500
KEEP_DAYS = 180

_noted: Counter = Counter()
_linked: dict = {}
_lock = threading.Lock()
_wake = threading.Event()
_thread: threading.Thread | None = None

_ADD = """
    INSERT INTO {table} (site_id, path, hits, first_seen, last_seen, linked_from, gone_title, is_dismissed)
    VALUES (%s, %s, %s, %s, %s, %s, '', %s)
    ON CONFLICT (site_id, path) DO UPDATE SET
        hits = {table}.hits + excluded.hits,
        last_seen = excluded.last_seen,
        linked_from = CASE excluded.linked_from WHEN '' THEN {table}.linked_from ELSE excluded.linked_from END
"""


def key_of(path: str) -> str:
    """Return an address as it is kept: in lower case, without repeated slashes and the last; "" for none."""
    return candidates(path)[0].lower() if candidates(path) else ""


def note(request, site) -> None:
    """Note that the address of ``request`` was not found, if it is worth keeping. Touches no database."""
    if request.method != "GET" or is_robot(request.headers.get("user-agent", "")):
        return
    path = key_of(request.path_info)
    if not storable(path):
        return
    with _lock:
        if (site.pk, path) not in _noted and len(_noted) >= MOST_NOTED:
            return
        _noted[site.pk, path] += 1
        if page := _own_page(request):
            _linked[site.pk, path] = page
    _start()


def _own_page(request) -> str:
    """Return the address of the page of ours whose link was followed; "" if it was none, or may say who read it."""
    try:
        came_from = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return ""
    if came_from.netloc != request.get_host() or came_from.path.startswith(f"/{settings.ADMIN_PREFIX}"):
        return ""
    path = key_of(came_from.path)
    return path if storable(path) and path != key_of(request.path_info) else ""


def _start() -> None:
    global _thread
    if settings.MISSING_ADDRESSES_EVERY and (_thread is None or not _thread.is_alive()):
        _thread = threading.Thread(target=_follow, name="missing-addresses", daemon=True)
        _thread.start()


def _follow() -> None:
    while True:
        _wake.wait(settings.MISSING_ADDRESSES_EVERY)
        flush()
        connection.close()
        if _wake.is_set():
            return


@atexit.register
def _stop() -> None:
    """What was noted last is stored where the process ends in order; a server that is stopped by a signal loses it."""
    if _thread is not None and _thread.is_alive():
        _wake.set()
        _thread.join(5)


def flush() -> None:
    """Store what was noted. Never fails."""
    with _lock:
        noted, linked = dict(_noted), dict(_linked)
        _noted.clear()
        _linked.clear()
    if not noted:
        return
    today = timezone.localdate()
    rows = [(*key, hits, today, today, linked.get(key, ""), False) for key, hits in sorted(noted.items())]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(_ADD.format(table=MissingAddress._meta.db_table), rows)
            evict(today)
    except DatabaseError:
        # Without the addresses: they are kept nowhere but in their table.
        logger.warning("Addresses that were not found could not be counted.")


def evict(today: date) -> int:
    """Erase the least useful rows beyond ``MOST_ROWS``: asked for least, and longest ago. Return how many went."""
    excess = MissingAddress.objects.count() - MOST_ROWS
    if excess <= 0:
        return 0
    rows = MissingAddress.objects.values_list("pk", "hits", "last_seen", "gone_on")

    def use(row):
        _, hits, last_seen, gone_on = row
        # A week halves what a hit is worth. The address of a deleted page is worth ten.
        return (hits + (10 if gone_on else 0)) * 0.5 ** ((today - last_seen).days / 7)

    least = [row[0] for row in sorted(rows, key=use)[: excess + MOST_ROWS // 20]]
    MissingAddress.objects.filter(pk__in=least).delete()
    return len(least)


def purge(days: int = KEEP_DAYS, everything: bool = False) -> int:
    """Erase what nobody asked for in ``days`` days, or everything. Return how many rows went."""
    rows = MissingAddress.objects.all()
    if not everything:
        rows = rows.filter(last_seen__lt=timezone.localdate() - timedelta(days=days))
    return rows.delete()[0]
