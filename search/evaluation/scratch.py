"""A database session of its own to measure in: nothing that is written there reaches the site's tables.

On SQLite it is a new file that is deleted afterwards, on PostgreSQL a new session that makes temporary tables only,
which come before the site's of the same name and end with it. Meanwhile Django's ``default`` connection, in this
thread, is that session: Wagtail's search always asks the default one.
"""

import importlib
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations import RunSQL, SeparateDatabaseAndState
from wagtail.models import Page
from wagtail.search.models import IndexEntry

#: What adds to Wagtail's index table that no model tells of: SQLite's full-text table and its triggers.
_MIGRATION = "wagtail.search.migrations.0006_customise_indexentry"


@contextmanager
def scratch_session() -> Iterator:
    """Give a connection to measure on, as Django's default; close and forget it afterwards."""
    site = connections[DEFAULT_DB_ALIAS]
    with TemporaryDirectory(prefix="search-", ignore_cleanup_errors=True) as folder:
        session = site.copy()
        if session.vendor == "sqlite":
            session.settings_dict["NAME"] = str(Path(folder) / "scratch.sqlite3")
        ContentType.objects.clear_cache()
        connections[DEFAULT_DB_ALIAS] = session
        try:
            _begin(session)
            yield session
        finally:
            connections[DEFAULT_DB_ALIAS] = site
            session.close()
            ContentType.objects.clear_cache()


def _begin(session):
    if session.vendor == "postgresql":
        with session.cursor() as cursor:
            # Temporary tables do not use the server's shared memory; a site's would.
            cursor.execute("SET temp_buffers = '256MB'")


def create_wagtail_tables(session) -> None:
    """Make the tables that Wagtail's search reads, as Wagtail's models and migrations have them, empty.

    They are without foreign keys: what pages belong to does not matter here.
    """
    is_embedded = session.vendor == "sqlite"
    session.features.supports_foreign_keys = False
    with session.cursor() as cursor:
        if not is_embedded:
            cursor.execute("SET search_path = pg_temp, public")
        with session.schema_editor() as editor:
            for model in (ContentType, Page, IndexEntry):
                editor.create_model(model)
        for statement in _statements():
            cursor.execute(statement)
        cursor.execute("PRAGMA foreign_keys = OFF" if is_embedded else "RESET search_path")


def _statements() -> list[str]:
    operations = importlib.import_module(_MIGRATION).Migration.operations
    inner = [
        part
        for operation in operations
        if isinstance(operation, SeparateDatabaseAndState)
        for part in operation.database_operations
    ]
    return [operation.sql for operation in [*operations, *inner] if isinstance(operation, RunSQL)]


class TimeLimit:
    """Gives up what a session is asked ``within`` it, once that takes longer than so many seconds: a database error.

    On PostgreSQL the limit stays on the session, so that it adds nothing to what is measured.
    """

    def __init__(self, session, seconds: float):
        self.seconds, self.end = seconds, math.inf
        session.ensure_connection()
        if session.vendor == "sqlite":
            session.connection.set_progress_handler(lambda: time.monotonic() > self.end, 10_000)
        else:
            with session.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = {max(int(seconds * 1000), 1)}")

    @contextmanager
    def within(self) -> Iterator[None]:
        self.end = time.monotonic() + self.seconds
        try:
            yield
        finally:
            self.end = math.inf
