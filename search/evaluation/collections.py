"""Judged collections in the form of BEIR (https://github.com/beir-cellar/beir), read from a folder. Pure but for files.

``corpus.jsonl`` holds documents (``_id``, ``title``, ``text``), ``queries.jsonl`` queries (``_id``, ``text``) and
``qrels/test.tsv`` judgements (query, document, grade; a header is optional).
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS, QUERIES, JUDGEMENTS = "corpus.jsonl", "queries.jsonl", "qrels/test.tsv"


class CollectionError(ValueError):
    """A folder is not a collection; says which file, and which line of it."""


@dataclass(frozen=True)
class Text:
    """A document of a collection. ``title`` and ``text`` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Collection:
    """Documents, and the queries that somebody judged documents for.

    ``judgements`` has for each of ``queries`` the grades of documents; one at least is above 0.
    """

    documents: tuple[Text, ...]
    queries: dict[str, str]
    judgements: dict[str, dict[str, float]]


def read(folder: Path) -> Collection:
    """Return the collection in ``folder``. Queries without a relevant document cannot be measured and are left out.

    Raises: CollectionError: a file is missing or broken, or nothing can be measured.
    """
    if not folder.is_dir():
        raise CollectionError(f"{folder} is not a folder.")
    documents = {}
    for place, entry in _entries(folder / CORPUS):
        key = _id(entry, place)
        documents[key] = Text(key, _text(entry, "title", place), _text(entry, "text", place))
    if not documents:
        raise CollectionError(f"{folder / CORPUS} has no documents.")
    queries = {_id(entry, place): _text(entry, "text", place) for place, entry in _entries(folder / QUERIES)}
    judged = {query: grades for query, grades in _judgements(folder / JUDGEMENTS).items() if query in queries}
    judged = {query: grades for query, grades in judged.items() if any(grade > 0 for grade in grades.values())}
    if not judged:
        raise CollectionError(f"{folder / JUDGEMENTS} judges no document relevant to any query of {QUERIES}.")
    return Collection(tuple(documents.values()), {query: queries[query] for query in judged}, judged)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what each line is called in a message, and the line; blank ones are passed over."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                place = f"{path}, line {number}"
                try:
                    decoded = line.decode("utf-8-sig").strip("\r\n")
                except UnicodeDecodeError as error:
                    raise CollectionError(f"{place}: is not UTF-8.") from error
                if decoded.strip():
                    yield place, decoded
    except FileNotFoundError as error:
        raise CollectionError(f"{path} is missing.{_beside(path)}") from error
    except OSError as error:
        raise CollectionError(f"{path} cannot be read: {error.strerror}.") from error


def _beside(path: Path) -> str:
    there = sorted(item.name for item in path.parent.iterdir()) if path.parent.is_dir() else []
    return f" There is: {', '.join(there[:10])}." if there else ""


def _entries(path: Path) -> Iterator[tuple[str, dict]]:
    for place, line in _lines(path):
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CollectionError(f"{place}: is not JSON ({error}).") from error
        if not isinstance(entry, dict):
            raise CollectionError(f"{place}: is not a JSON object.")
        yield place, entry


def _id(entry: dict, place: str) -> str:
    key = entry.get("_id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key.strip():
        raise CollectionError(f'{place}: "_id" is missing.')
    return key.strip()


def _text(entry: dict, name: str, place: str) -> str:
    value = entry.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise CollectionError(f'{place}: "{name}" is not a text.')
    # No database keeps a NUL or half a character, which JSON can write.
    return value.replace("\x00", " ").encode("utf-8", "replace").decode()


def _judgements(path: Path) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for number, (place, line) in enumerate(_lines(path)):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split())]
        if len(cells) == 4:
            # The form of TREC: query, iteration, document, grade.
            del cells[1]
        if len(cells) != 3:
            raise CollectionError(f"{place}: has {len(cells)} columns, not query, document and grade.")
        query, document, grade = cells
        try:
            value = float(grade)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            found.setdefault(query, {})[document] = value
        elif number:
            raise CollectionError(f'{place}: the grade "{grade}" is not a number.')
    return found
