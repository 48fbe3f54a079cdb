"""SQLite: FTS5 with the Porter stemmer, over text that is kept compressed beside it.

The full-text table is contentless: it takes no second copy of the text. What is taken out of it must be exactly what
was put in, and is: the stored text, folded by the same function.
"""

import json
import zlib

import Stemmer

from search.documents import MOST_PASSAGES, QUESTION
from search.engines.base import Index
from search.engines.entries import meaningful
from search.engines.values import BITS, Dialect, Filters, Head, StoredPassage
from search.text import words

#: What a word counts for in a title, in a heading or question, and in the text, in FTS5's own BM25.
WEIGHTS = "3.0, 2.0, 1.0"

#: Passages that are unpacked at once: fewer may be wanted than are found.
SLICE = 50

_PORTER = Stemmer.Stemmer("porter")

FTS5 = Dialect('"{}"', " AND ", " OR ")


class SQLiteIndex(Index):
    types = {"time": "text", "exact": "text", "bytes": "blob", "clustered": "WITHOUT ROWID"}

    def create_own(self):
        self.run(
            "CREATE {temporary} TABLE IF NOT EXISTS {passage} "
            "(id integer PRIMARY KEY, is_question integer NOT NULL, anchor text NOT NULL, content blob NOT NULL)"
        )
        schema = "temp." if self.is_temporary else ""
        self.run(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {schema}{{text_fts}} USING fts5(title, heading, content, content='', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        self.run(
            "CREATE {temporary} TABLE IF NOT EXISTS {head} "
            "(id integer PRIMARY KEY, kind text NOT NULL, content text NOT NULL)"
        )
        self.run(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {schema}{{head_fts}} USING fts5(words, stems, "
            "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
        )

    def optimize(self):
        """Merge the full-text index into one piece, as after a rebuild."""
        self.run("INSERT INTO {text_fts} ({text_fts}) VALUES ('optimize')")

    def add_passages(self, rows):
        self.run_many(
            "INSERT INTO {passage} (id, is_question, anchor, content) VALUES (%s, %s, %s, %s)",
            [(key, int(p.is_question), p.anchor, _packed(p.heading, p.text)) for key, _, p in rows],
        )
        self.run_many(
            "INSERT INTO {text_fts} (rowid, title, heading, content) VALUES (%s, %s, %s, %s)", map(_indexed, rows)
        )

    def remove_passages(self, rows):
        self.run_many(
            "INSERT INTO {text_fts} ({text_fts}, rowid, title, heading, content) VALUES ('delete', %s, %s, %s, %s)",
            map(_indexed, rows),
        )
        self.run_for("DELETE FROM {passage} WHERE id IN ({keys})", [row[0] for row in rows])

    def add_heads(self, heads):
        self.run_many(
            "INSERT INTO {head} (id, kind, content) VALUES (%s, %s, %s)", [(h.id, h.kind, h.text) for h in heads]
        )
        self.run_many(
            "INSERT INTO {head_fts} (rowid, words, stems) VALUES (%s, %s, %s)",
            [(head.id, " ".join(words(head.text)), meaningful(head.text)) for head in heads],
        )

    def remove_heads(self, page_ids):
        for page_id in page_ids:
            ends = [page_id << BITS, ((page_id + 1) << BITS) - 1]
            self.run("DELETE FROM {head_fts} WHERE rowid BETWEEN %s AND %s", ends)
            self.run("DELETE FROM {head} WHERE id BETWEEN %s AND %s", ends)

    def passages(self, ids):
        rows = self.run_for("SELECT id, content, anchor, is_question FROM {passage} WHERE id IN ({keys})", ids)
        return [StoredPassage(key, *_unpacked(content), anchor, bool(asks)) for key, content, anchor, asks in rows]

    def passages_of(self, page_ids):
        ids = []
        for page_id in page_ids:
            first = page_id << BITS
            rows = self.run("SELECT id FROM {passage} WHERE id BETWEEN %s AND %s", [first, first + MOST_PASSAGES - 1])
            ids += [row[0] for row in rows]
        return self.passages(ids)

    def candidates(self, step, weights, forms, filters, known):
        ids = [key for key in self._candidates(step, forms, filters) if key not in known]
        for start in range(0, len(ids), SLICE):
            part = ids[start : start + SLICE]
            found = {passage.id: passage for passage in self.passages(part)}
            yield from (found[key] for key in part if key in found)

    def _candidates(self, step, forms, filters) -> list[int]:
        forms = {stem: _apart(words) for stem, words in forms.items()}
        must, may = FTS5.asked(step.required, forms), FTS5.asked(step.wanted, forms)
        if step.required and not all(must):
            return []
        may = " OR ".join(filter(None, may))
        match = " AND ".join(must) or may
        if must and may and step.is_ranked:
            # What is wanted narrows nothing here, for one of the required ones is there anyway; it counts for the rank.
            match = f"{match} AND ({may} OR {must[0]})"
        if not match:
            return []
        narrowed, more = _narrowed(filters)
        order = f"ORDER BY bm25({{text_fts}}, {WEIGHTS})" if step.is_ranked else ""
        rows = self.run(
            f"SELECT rowid FROM {{text_fts}} WHERE {{text_fts}} MATCH %s {narrowed} {order} LIMIT %s",
            [match, *more, step.limit],
        )
        return [key for (key,) in rows]

    def titled(self, groups, filters, limit):
        asked = " AND ".join(FTS5.asked(groups))
        narrowed, more = _narrowed(filters)
        rows = self.run(
            f"SELECT rowid FROM {{head_fts}} WHERE {{head_fts}} MATCH %s {narrowed} LIMIT %s",
            [f"stems : ({asked})", *more, limit],
        )
        return self.passages(key for (key,) in rows)

    def heads_like(self, typed, limit):
        *whole, last = (f'"{word}"' for word in typed)
        match = " AND ".join([*whole, f"{last} *"])
        rows = self.run(
            "SELECT h.id, h.content, h.kind FROM {head_fts} JOIN {head} h ON h.id = {head_fts}.rowid "
            "WHERE {head_fts} MATCH %s ORDER BY bm25({head_fts}) LIMIT %s",
            [f"words : ({match})", limit],
        )
        return [Head(*row) for row in rows]


def _packed(heading: str, text: str) -> bytes:
    return zlib.compress(json.dumps([heading, text], ensure_ascii=False, separators=(",", ":")).encode(), 9)


def _unpacked(content: bytes) -> list[str]:
    return json.loads(zlib.decompress(content))


def _indexed(row) -> tuple[int, str, str, str]:
    key, title, passage = row
    return (key, *(" ".join(words(text)) for text in (title, passage.heading, passage.text)))


def _apart(forms) -> list[str]:
    """Return the forms that FTS5 tells apart: its Porter stemmer makes one of most."""
    return list({_PORTER.stemWord(form): form for form in forms}.values())


def _narrowed(filters: Filters) -> tuple[str, list]:
    """Return conditions and their parameters. The sum keeps SQLite from asking anew for every row of the subquery."""
    conditions, parameters = "", []
    if filters.topic is not None:
        conditions += f" AND ((rowid + 0) >> {BITS}) IN (SELECT page_id FROM {{topic}} WHERE topic_id = %s)"
        parameters.append(filters.topic)
    if filters.kind == QUESTION:
        conditions += " AND (rowid + 0) IN (SELECT id FROM {passage} WHERE is_question = 1)"
    elif filters.kind:
        conditions += f" AND ((rowid + 0) >> {BITS}) IN (SELECT page_id FROM {{page}} WHERE kind = %s)"
        parameters.append(filters.kind)
    return conditions, parameters
