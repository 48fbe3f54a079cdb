"""The engine for a database. A third one subclasses ``Index`` and is named here."""

from search.engines.base import Index
from search.engines.postgresql import PostgreSQLIndex
from search.engines.sqlite import SQLiteIndex
from search.engines.values import Filters, Head, StoredPage, StoredPassage

ENGINES: dict[str, type[Index]] = {"postgresql": PostgreSQLIndex, "sqlite": SQLiteIndex}


def index_on(connection, name: str, *, is_temporary: bool = False, encoder=None) -> Index:
    """Return the index ``name`` on a connection, whether or not its tables are there yet.

    Raises: KeyError: there is no engine for that kind of database.
    """
    return ENGINES[connection.vendor](connection, name, is_temporary=is_temporary, encoder=encoder)


__all__ = ["ENGINES", "Filters", "Head", "Index", "StoredPage", "StoredPassage", "index_on"]
