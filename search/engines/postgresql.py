"""PostgreSQL: full-text search through indexes on expressions, so that no second copy of the text is kept.

The configuration ``search_english`` is ``english`` without its stop words: which words matter is decided in one place,
``search.text``, for every engine. Accents, apostrophes and the characters that would make PostgreSQL read a host name
or a path are folded in the expression itself; the extension ``unaccent`` is not needed, nor the right to install it.
"""

import re

from django.db import transaction

from search.documents import QUESTION
from search.engines.base import ROWS, Index
from search.engines.entries import meaningful
from search.engines.values import BITS, Dialect, Filters, Head, StoredPassage

CONFIGURATION = "search_english"
#: A question that takes longer than this, in milliseconds, is given up.
LONGEST_WAIT = 2000


#: What joins words, or would be read as markup.
_JOINS = "/.@_:+-=<>&~#"
_APOSTROPHES = "''’ʼ"
_ACCENTS = "".join(map(chr, range(0x300, 0x370)))


def _vector(expression: str, configuration: str = CONFIGURATION) -> str:
    # What has no partner in the third argument falls: apostrophes, and accents once they are parted from their letters.
    spaces = " " * len(_JOINS)
    folded = f"translate(normalize({expression}, NFKD), '{_JOINS}{_APOSTROPHES}{_ACCENTS}', '{spaces}')"
    return f"to_tsvector('{configuration}'::regconfig, {folded})"


TEXT = _vector("title || ' ' || heading || ' ' || content")
HEAD_WORDS = _vector("content", "simple")
HEAD_STEMS = "to_tsvector('simple'::regconfig, stems)"

#: A statement that inserts, parted around the values of one row.
_VALUES = re.compile(r"(.* VALUES )(\([%s, ]+\))(.*)", re.DOTALL)

TSQUERY = Dialect("'{}'", " & ", " | ")


class PostgreSQLIndex(Index):
    types = {"time": "timestamptz", "exact": 'text COLLATE "C"', "bytes": "bytea", "clustered": ""}
    #: To tell whether a row may be seen, PostgreSQL reads the row.
    budget_share = 0.25

    def create_own(self):
        self._create_configuration()
        self.run(
            "CREATE {temporary} TABLE IF NOT EXISTS {passage} (id bigint PRIMARY KEY, is_question boolean NOT NULL, "
            "anchor text NOT NULL, title text NOT NULL, heading text NOT NULL, content text NOT NULL)"
        )
        self.run(
            "CREATE {temporary} TABLE IF NOT EXISTS {head} "
            "(id bigint PRIMARY KEY, kind text NOT NULL, content text NOT NULL, stems text NOT NULL)"
        )

    def run_many(self, statement, rows):
        rows = list(rows)
        start, values, end = _VALUES.fullmatch(statement).groups()
        for first in range(0, len(rows), ROWS):
            part = rows[first : first + ROWS]
            self.run(f"{start}{', '.join([values] * len(part))}{end}", [value for row in part for value in row])

    def _create_configuration(self):
        if self.run("SELECT 1 FROM pg_ts_config WHERE cfgname = %s AND pg_ts_config_is_visible(oid)", [CONFIGURATION]):
            return
        self.run(f"CREATE TEXT SEARCH DICTIONARY {CONFIGURATION} (TEMPLATE = snowball, LANGUAGE = english)")
        self.run(f"CREATE TEXT SEARCH CONFIGURATION {CONFIGURATION} (COPY = english)")
        self.run(
            f"ALTER TEXT SEARCH CONFIGURATION {CONFIGURATION} ALTER MAPPING FOR asciiword, asciihword, "
            f"hword_asciipart, word, hword, hword_part WITH {CONFIGURATION}"
        )

    def optimize(self):
        """Make the full-text indexes, at once for all that is there: built row by row they take ten times as long."""
        for table, column, expression in (
            ("passage", "text", TEXT),
            ("head", "words", HEAD_WORDS),
            ("head", "stems", HEAD_STEMS),
        ):
            self.run(
                f"CREATE INDEX IF NOT EXISTS search_{{name}}_{table}_{column} ON {{{table}}} "
                f"USING gin (({expression})) WITH (fastupdate = off)"
            )
        for table in ("word", "stem"):
            # Counted up batch by batch, these have twice the rows that are alive.
            self.run(f"CLUSTER {{{table}}} USING search_{{name}}_{table}_pkey")
        for table in ("passage", "page", "head", "word", "stem"):
            self.run(f"ANALYZE {{{table}}}")

    def add_passages(self, rows):
        self.run_many(
            "INSERT INTO {passage} (id, is_question, anchor, title, heading, content) VALUES (%s, %s, %s, %s, %s, %s)",
            [(key, p.is_question, p.anchor, title, p.heading, p.text) for key, title, p in rows],
        )

    def remove_passages(self, rows):
        self.run_for("DELETE FROM {passage} WHERE id IN ({keys})", [row[0] for row in rows])

    def add_heads(self, heads):
        self.run_many(
            "INSERT INTO {head} (id, kind, content, stems) VALUES (%s, %s, %s, %s)",
            [(head.id, head.kind, head.text, meaningful(head.text)) for head in heads],
        )

    def remove_heads(self, page_ids):
        for page_id in page_ids:
            self.run("DELETE FROM {head} WHERE id BETWEEN %s AND %s", [page_id << BITS, ((page_id + 1) << BITS) - 1])

    def passages(self, ids):
        rows = self.run_for("SELECT id, heading, content, anchor, is_question FROM {passage} WHERE id IN ({keys})", ids)
        return [StoredPassage(*row) for row in rows]

    def candidates(self, step, weights, forms, filters):
        must, may = TSQUERY.asked(step.required, forms), TSQUERY.asked(step.wanted, forms)
        if not all(must) or not (must or any(may)):
            return []
        narrowed, more = _narrowed(filters)
        if not step.is_ranked or not must and len(may) == 1:
            # One word alone weighs the same wherever it stands.
            held = " & ".join(must or may)
            return self._found(f"SELECT id FROM {{passage}} WHERE {self._holds} {narrowed}", [held, *more], step)
        parts, parameters = [], []
        for group, form in zip(step.wanted, may, strict=True):
            if form:
                parts.append(f"SELECT id, %s AS weight FROM {{passage}} WHERE {self._holds} {narrowed}")
                parameters += [weights.get(group, 1.0), " & ".join([*must, form]), *more]
        if must:
            parts.append(f"SELECT id, 0 AS weight FROM {{passage}} WHERE {self._holds} {narrowed}")
            parameters += [" & ".join(must), *more]
        ranked = f"SELECT id FROM ({' UNION ALL '.join(parts)}) AS found GROUP BY id ORDER BY sum(weight) DESC, id"
        return self._found(ranked, parameters, step)

    _holds = f"{TEXT} @@ to_tsquery('{CONFIGURATION}', %s)"

    def _found(self, statement, parameters, step):
        return [key for (key,) in self.run(f"{statement} LIMIT %s", [*parameters, step.limit])]

    def asked(self):
        """Return a context for questions: always by the indexes, never for longer than they are worth."""
        return _Asked(self)

    def titled(self, groups, filters, limit):
        asked = " & ".join(TSQUERY.asked(groups))
        narrowed, more = _narrowed(filters)
        rows = self.run(
            f"SELECT id FROM {{head}} WHERE {HEAD_STEMS} @@ to_tsquery('simple', %s) {narrowed} LIMIT %s",
            [asked, *more, limit],
        )
        return [key for (key,) in rows]

    def heads_like(self, typed, limit):
        *whole, last = (f"'{word}'" for word in typed)
        rows = self.run(
            f"SELECT id, content, kind FROM {{head}} WHERE {HEAD_WORDS} @@ to_tsquery('simple', %s) "
            "ORDER BY length(content), id LIMIT %s",
            [" & ".join([*whole, f"{last}:*"]), limit],
        )
        return [Head(*row) for row in rows]


class _Asked:
    def __init__(self, index):
        self.index = index
        self.transaction = transaction.atomic(using=index.connection.alias)

    def __enter__(self):
        self.transaction.__enter__()
        # A limit makes the planner hope to find enough rows by reading all of them in order.
        self.index.run("SET LOCAL enable_seqscan = off")
        self.index.run("SET LOCAL enable_indexscan = off")
        self.index.run(f"SET LOCAL statement_timeout = {LONGEST_WAIT}")

    def __exit__(self, *error):
        return self.transaction.__exit__(*error)


def _narrowed(filters: Filters) -> tuple[str, list]:
    conditions, parameters = "", []
    if filters.topic is not None:
        conditions += f" AND (id >> {BITS}) IN (SELECT page_id FROM {{topic}} WHERE topic_id = %s)"
        parameters.append(filters.topic)
    if filters.kind == QUESTION:
        conditions += " AND id IN (SELECT id FROM {passage} WHERE is_question)"
    elif filters.kind:
        conditions += f" AND (id >> {BITS}) IN (SELECT page_id FROM {{page}} WHERE kind = %s)"
        parameters.append(filters.kind)
    return conditions, parameters
