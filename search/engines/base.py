"""What every engine does: keeps passages, counts words, and finds the passages that hold some.

An index is a set of tables with one prefix, so that a new one can be built while an old one answers, and one can be
made for a measurement and thrown away. Engines differ in two things only: how passages are stored, and how a boolean
question is put. What they find is ranked in ``search.ranking``, the same for all.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date, datetime

from search.documents import Document, Passage
from search.engines.entries import counted, heads_of, rows_of
from search.engines.values import Filters, Head, Lexicon, StoredPage, StoredPassage, Totals
from search.planning import Step
from search.query import Group
from search.text import stem

#: Rows handed to the database at once; SQLite takes 32,766 parameters a statement.
ROWS = 1000


class Index:
    """One set of tables on one connection. See the module for what is the engine's own."""

    #: Column types that differ between databases.
    types: Mapping[str, str] = {}
    #: The table that holds the texts.
    texts = "passage"
    #: How much of ``planning.BUDGET`` the engine may spend: what reading an entry costs it, against FTS5.
    budget_share = 1.0

    def __init__(self, connection, name: str, *, is_temporary: bool = False, encoder=None):
        """``encoder`` (``search.embeddings``) makes vectors of passages, where meaning counts beside words."""
        self.connection = connection
        self.encoder = encoder
        self.name = name
        self.is_temporary = is_temporary
        parts = ("page", "topic", "passage", "block", "vector", "head", "word", "stem", "total", "text_fts", "head_fts")
        self.tables = {part: f"search_{name}_{part}" for part in parts}

    # Statements

    def run(self, statement: str, parameters: Sequence = ()) -> list[tuple]:
        """Run a statement whose ``{names}`` are this index's tables; return its rows, if it has any."""
        with self.connection.cursor() as cursor:
            cursor.execute(self._named(statement), parameters)
            return cursor.fetchall() if cursor.description else []

    def run_many(self, statement: str, rows: Iterable[Sequence]) -> None:
        rows = list(rows)
        with self.connection.cursor() as cursor:
            for start in range(0, len(rows), ROWS):
                cursor.executemany(self._named(statement), rows[start : start + ROWS])

    def _named(self, statement):
        temporary = "TEMPORARY" if self.is_temporary else ""
        return statement.format(**self.tables, **self.types, temporary=temporary, name=self.name)

    def run_for(self, statement: str, keys: Iterable, *more) -> list[tuple]:
        """Run a statement once for every thousand ``keys``, which stand wherever it says ``IN ({keys})``."""
        keys, found = list(keys), []
        for start in range(0, len(keys), ROWS):
            part = keys[start : start + ROWS]
            marks = statement.replace("{keys}", ", ".join(["%s"] * len(part)))
            found += self.run(marks, [*part * statement.count("{keys}"), *more])
        return found

    # The tables

    def create(self) -> None:
        """Make the tables; those that are there already stay. ``optimize`` follows once they are filled."""
        for statement in SCHEMA:
            self.run(statement)
        self.create_own()

    def drop(self) -> None:
        for table in reversed(self.tables.values()):
            self.run(f"DROP TABLE IF EXISTS {table}")

    def exists(self) -> bool:
        return {self.tables["page"], self.tables[self.texts]} <= set(self.connection.introspection.table_names())

    # Writing

    def add(self, documents: Iterable[Document]) -> None:
        """Add pages that are not there yet; one without a passage is left out."""
        self.change((), list(documents))

    def remove(self, page_ids: Iterable[int]) -> None:
        """Forget pages; those that are not there do no harm."""
        self.change(list(page_ids), ())

    def replace(self, document: Document) -> None:
        """Put a page in place of what is known of it."""
        self.change([document.page_id], [document])

    def change(self, page_ids: Sequence[int], documents: Sequence[Document]) -> None:
        titles = dict(self.run_for("SELECT page_id, title FROM {page} WHERE page_id IN ({keys})", page_ids))
        old = [(p.id, titles[p.page_id], Passage(p.heading, p.text)) for p in self.passages_of(titles)]
        documents = [document for document in documents if document.passages]
        new = [row for document in documents for row in rows_of(document)]
        # Before any is written: words that are both in the old and the new text need no change.
        self._count(old, new)
        if titles:
            self.remove_passages(old)
            self.remove_heads(list(titles))
            self.run_for("DELETE FROM {vector} WHERE id IN ({keys})", [row[0] for row in old])
            for table in ("topic", "page"):
                self.run_for(f"DELETE FROM {{{table}}} WHERE page_id IN ({{keys}})", titles)
        if documents:
            self._add_pages(documents)
            self.add_passages(new)
            self._add_vectors(new)
            self.add_heads([head for document in documents for head in heads_of(document)])

    def _add_pages(self, documents):
        self.run_many(
            "INSERT INTO {page} (page_id, kind, title, path, published_on, expires_at) VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (d.page_id, d.kind, d.title, d.path, self._stored_day(d.published_on), self._stored_time(d.expires_at))
                for d in documents
            ],
        )
        self.run_many(
            "INSERT INTO {topic} (topic_id, page_id) VALUES (%s, %s)",
            [(topic, document.page_id) for document in documents for topic in dict.fromkeys(document.topics)],
        )

    def _add_vectors(self, rows):
        if self.encoder:
            texts = [f"{passage.heading or title}. {passage.text}".strip(". ") for _, title, passage in rows]
            self.run_many(
                "INSERT INTO {vector} (id, content) VALUES (%s, %s)",
                [(row[0], vector) for row, vector in zip(rows, self.encoder.vectors(texts), strict=True)],
            )

    def _count(self, old: list[tuple], new: list[tuple]) -> None:
        """Bring the tables of words up to date: the words of ``new`` passages in, those of ``old`` ones out."""
        changes = counted(new)
        for change, out in zip(changes, counted(old), strict=True):
            change.subtract(out)
        forms, roots, sums = ([(name, count) for name, count in sorted(c.items()) if count] for c in changes)
        # In one order, so that two writers never wait for each other.
        self.run_many(
            "INSERT INTO {word} (word, stem, frequency) VALUES (%s, %s, %s) "
            "ON CONFLICT (word) DO UPDATE SET frequency = {word}.frequency + excluded.frequency",
            [(word, stem(word), count) for word, count in forms],
        )
        for table, counts in (("stem", roots), ("total", sums)):
            self.run_many(
                f"INSERT INTO {{{table}}} (name, frequency) VALUES (%s, %s) "
                f"ON CONFLICT (name) DO UPDATE SET frequency = {{{table}}}.frequency + excluded.frequency",
                counts,
            )
        gone = "DELETE FROM {%s} WHERE %s IN ({keys}) AND frequency <= 0"
        self.run_for(gone % ("word", "word"), [word for word, count in forms if count < 0])
        self.run_for(gone % ("stem", "name"), [name for name, count in roots if count < 0])

    # Reading

    def totals(self) -> Totals:
        return _totals(dict(self.run("SELECT name, frequency FROM {total}")))

    def lexicon(self, stems: Iterable[str]) -> Lexicon:
        """Return what is known of stems, at once."""
        sums, frequency, forms = {}, {}, {}
        for root, name, count in sorted(self.run_for(_LEXICON, stems), key=lambda row: -row[2]):
            if root is not None:
                forms.setdefault(root, []).append(name)
            elif name.startswith(_SUM):
                sums[name.removeprefix(_SUM)] = count
            else:
                frequency[name] = count
        return Lexicon(_totals(sums), frequency, forms)

    def frequency(self, stems: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each stem stands; those that stand in none are missing."""
        return dict(self.run_for("SELECT name, frequency FROM {stem} WHERE name IN ({keys})", stems))

    def known(self, candidates: Iterable[str]) -> dict[str, int]:
        """Return those of the words that stand in texts, with the number of passages."""
        return dict(self.run_for("SELECT word, frequency FROM {word} WHERE word IN ({keys})", candidates))

    def words_like(self, start: str, shortest: int, longest: int) -> list[tuple[str, int]]:
        """Return the words that begin with ``start`` and have so many letters, with the number of passages."""
        return self.run(
            "SELECT word, frequency FROM {word} WHERE word >= %s AND word < %s AND length(word) BETWEEN %s AND %s",
            [start, f"{start}\U0010ffff", shortest, longest],
        )

    def pages(self, page_ids: Iterable[int]) -> dict[int, StoredPage]:
        rows = self.run_for(
            "SELECT page.page_id, kind, title, path, published_on, expires_at, topic_id "
            "FROM {page} AS page LEFT JOIN {topic} AS topic ON topic.page_id = page.page_id "
            "WHERE page.page_id IN ({keys})",
            page_ids,
        )
        topics: dict[int, set[int]] = {}
        for page_id, *_, topic in rows:
            topics.setdefault(page_id, set()).update(() if topic is None else (topic,))
        return {
            page_id: StoredPage(
                page_id, kind, title, path, self._day(day), self._time(time), frozenset(topics[page_id])
            )
            for page_id, kind, title, path, day, time, _ in rows
        }

    def vectors(self, ids: Iterable[int]) -> dict[int, bytes]:
        """Return the vectors of passages; those that were indexed without an encoder have none."""
        rows = self.run_for("SELECT id, content FROM {vector} WHERE id IN ({keys})", ids)
        return {key: bytes(content) for key, content in rows}

    def page_ids(self, after: int = 0) -> list[int]:
        """Return the pages that are there, by number, from the one after ``after``."""
        rows = self.run("SELECT page_id FROM {page} WHERE page_id > %s ORDER BY page_id", [after])
        return [page_id for (page_id,) in rows]

    def _stored_day(self, day):
        return self.connection.ops.adapt_datefield_value(day)

    def _stored_time(self, time):
        return self.connection.ops.adapt_datetimefield_value(time)

    @staticmethod
    def _day(value):
        return date.fromisoformat(value) if isinstance(value, str) else value

    def _time(self, value):
        if not isinstance(value, str):
            return value
        # Kept without its zone where the database has none.
        return datetime.fromisoformat(value).replace(tzinfo=self.connection.timezone)

    def asked(self):
        """Return a context in which the index is asked: an engine may bound there what a question costs."""
        return nullcontext()

    # What each engine does in its own way

    def create_own(self) -> None:
        """Make the tables and indexes of the engine's own."""
        raise NotImplementedError

    def optimize(self) -> None:
        """Make an index that was filled, or has just been made, quick to ask."""
        raise NotImplementedError

    def add_passages(self, rows: list[tuple[int, str, Passage]]) -> None:
        """Add passages, given as identifier, the page's title, passage."""
        raise NotImplementedError

    def remove_passages(self, rows: list[tuple[int, str, Passage]]) -> None:
        raise NotImplementedError

    def add_heads(self, heads: list[Head]) -> None:
        raise NotImplementedError

    def remove_heads(self, page_ids: list[int]) -> None:
        raise NotImplementedError

    def passages(self, ids: Iterable[int]) -> list[StoredPassage]:
        """Return passages by identifier, in any order."""
        raise NotImplementedError

    def passages_of(self, page_ids: Iterable[int]) -> list[StoredPassage]:
        """Return all the passages of pages, in any order."""
        raise NotImplementedError

    def candidates(self, step: Step, weights: Mapping[Group, float], forms, filters: Filters, known: Container[int]):
        """Yield passages as ``step`` asks for, without those whose identifiers are ``known``.

        ``weights`` order groups, ``forms`` are their words.
        """
        raise NotImplementedError

    def titled(self, groups: tuple[Group, ...], filters: Filters, limit: int) -> list[StoredPassage]:
        """Return passages whose page's title or whose question holds all of ``groups``, in no order."""
        raise NotImplementedError

    def heads_like(self, typed: list[str], limit: int) -> list[Head]:
        """Return titles and questions that hold all of the words ``typed``, the last one being a beginning."""
        raise NotImplementedError


SCHEMA = (
    "CREATE {temporary} TABLE IF NOT EXISTS {page} (page_id bigint PRIMARY KEY, kind varchar(10) NOT NULL, "
    "title text NOT NULL, path text NOT NULL, published_on date, expires_at {time})",
    "CREATE {temporary} TABLE IF NOT EXISTS {topic} (topic_id bigint NOT NULL, page_id bigint NOT NULL, "
    "PRIMARY KEY (topic_id, page_id)) {clustered}",
    "CREATE INDEX IF NOT EXISTS search_{name}_topic_page ON {topic} (page_id)",
    "CREATE {temporary} TABLE IF NOT EXISTS {vector} (id bigint PRIMARY KEY, content {bytes} NOT NULL)",
    "CREATE {temporary} TABLE IF NOT EXISTS {word} (word {exact} PRIMARY KEY, stem {exact} NOT NULL, "
    "frequency integer NOT NULL) {clustered}",
    "CREATE INDEX IF NOT EXISTS search_{name}_word_stem ON {word} (stem)",
    "CREATE {temporary} TABLE IF NOT EXISTS {stem} (name {exact} PRIMARY KEY, frequency integer NOT NULL) {clustered}",
    "CREATE {temporary} TABLE IF NOT EXISTS {total} (name {exact} PRIMARY KEY, frequency bigint NOT NULL) {clustered}",
)

#: What the names of sums begin with, so that none is taken for a stem.
_SUM = "+"
#: Sums, stems and words in one answer: a row has the stem only where it is a word's.
_LEXICON = (
    f"SELECT NULL, '{_SUM}' || name, frequency FROM {{total}} "
    "UNION ALL SELECT NULL, name, frequency FROM {stem} WHERE name IN ({keys}) "
    "UNION ALL SELECT stem, word, frequency FROM {word} WHERE stem IN ({keys})"
)


def _totals(sums: Mapping[str, int]) -> Totals:
    count = sums.get("passages", 0)
    if count < 1:
        return Totals()
    return Totals(count, *(max(sums.get(field, 0) / count, 1.0) for field in ("title", "heading", "text")))
