"""Erases requests for certain: the rows, all that hangs on them, and what a database leaves behind of deleted rows.

SQLite overwrites what it deletes (``secure_delete``, set for every connection), but older copies of a page may stand
in the write-ahead log and in the gaps of other pages: so the file is written anew (VACUUM) and the log cut to
nothing. PostgreSQL keeps deleted rows until a vacuum and their bytes until they are overwritten: VACUUM FULL writes
our tables anew. Its own log and all backups keep for as long as they are kept: the README says what to do about them.
"""

import datetime as dt
import time

from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from . import limits
from .models import Access, ConsultationRequest, Erasure

#: Searches and lists that are recorded without a request: how many days they are kept.
KEEP_RECORDS = 365
#: Seconds to wait for those who are reading before each try.
PAUSES = (0, 0.2, 1, 3)


def erase(requests, reason: str, username: str = "") -> int:
    """Erase the requests of a queryset with their notes, notices and records of reading; return how many there were."""
    with transaction.atomic():
        keys = list(requests.values_list("pk", flat=True))
        if not keys:
            return 0
        ConsultationRequest.objects.filter(pk__in=keys).delete()
        Erasure.objects.create(count=len(keys), reason=reason, username=username)
    return len(keys)


def erase_due(today=None) -> int:
    """Erase every request whose day has come, and forget who sent how often on earlier days."""
    today = today or timezone.localdate()
    count = erase(ConsultationRequest.objects.due_for_erasure(today), Erasure.Reason.RETENTION)
    limits.forget(before=today)
    Access.objects.filter(request=None, at__lt=timezone.now() - dt.timedelta(days=KEEP_RECORDS)).delete()
    return count


def leave_no_trace() -> bool:
    """Have the database overwrite what was deleted. Return whether it could: somebody may be reading just now."""
    if connection.in_atomic_block:
        return False
    try:
        return {"sqlite": _rewrite_sqlite, "postgresql": _rewrite_postgresql}[connection.vendor]()
    except DatabaseError:
        return False


def _rewrite_sqlite() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        for pause in PAUSES:
            time.sleep(pause)
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy, *_ = cursor.fetchone()
            if not is_busy:
                return True
    return False


def _rewrite_postgresql() -> bool:
    tables = [model._meta.db_table for model in apps.get_app_config("consultations").get_models()]
    with connection.cursor() as cursor:
        for pause in PAUSES:
            time.sleep(pause)
            # Rows that somebody's snapshot may still show would be written anew with the others.
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL"
            )
            if not cursor.fetchone()[0]:
                for table in tables:
                    cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
                return True
    return False
