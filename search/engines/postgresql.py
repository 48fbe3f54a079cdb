"""PostgreSQL: full-text search through indexes on expressions, so that no second copy of the text is kept.

A row holds a few neighbouring passages of a page, for PostgreSQL compresses no row below two kilobytes, and its index
is smaller and quicker to read where it leads to fewer rows. Which passages of a row are meant is told from its text.

The configuration ``search_english`` is ``english`` without its stop words: which words matter is decided in one place,
``search.text``, for every engine. Accents, apostrophes and the characters that would make PostgreSQL read a host name
or a path are folded in the expression itself; the extension ``unaccent`` is not needed, nor the right to install it.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from django.db import transaction

from search.documents import QUESTION
from search.engines.base import ROWS, Index
from search.engines.blocks import MARKS, PAGE_BITS, Block, Terms, block_of, packed, subsets
from search.engines.entries import meaningful
from search.engines.values import BITS, Dialect, Filters, Head

CONFIGURATION = "search_english"
#: A question that takes longer than this, in milliseconds, is given up.
LONGEST_WAIT = 2000

#: What joins words, or would be read as markup.
_JOINS = f"/.@_:+-=<>&~#{MARKS}"
_APOSTROPHES = "''’ʼ"
_ACCENTS = "".join(map(chr, range(0x300, 0x370)))


def _vector(expression: str, configuration: str = CONFIGURATION) -> str:
    # What has no partner in the third argument falls: apostrophes, and accents once they are parted from their letters.
    spaces = " " * len(_JOINS)
    folded = f"translate(normalize({expression}, NFKD), '{_JOINS}{_APOSTROPHES}{_ACCENTS}', '{spaces}')"
    return f"to_tsvector('{configuration}'::regconfig, {folded})"


TEXT = _vector("title || ' ' || content")
HEAD_WORDS = _vector("content", "simple")
HEAD_STEMS = "to_tsvector('simple'::regconfig, stems)"

#: Blocks are asked for by every choice of so many words; by the sum of what they weigh, where there are more.
MOST_SUBSETS = 3

#: Blocks that are read at once where not all may be wanted: those of a common word hold it several times.
SLICE = 64

#: A statement that inserts, parted around the values of one row.
_VALUES = re.compile(r"(.* VALUES )(\([%s, ]+\))(.*)", re.DOTALL)

_COLUMNS = "id, title, anchors, content"

TSQUERY = Dialect("'{}'", " & ", " | ")


class PostgreSQLIndex(Index):
    types = {"time": "timestamptz", "exact": 'text COLLATE "C"', "bytes": "bytea", "clustered": ""}
    texts = "block"
    #: To tell whether a row may be seen, PostgreSQL reads the row.
    budget_share = 0.25

    def create_own(self):
        self._create_configuration()
        # A block that takes up to a third of a database page stays there: it is read at once, not put together.
        self.run(
            "CREATE {temporary} TABLE IF NOT EXISTS {block} (id bigint PRIMARY KEY, has_questions boolean NOT NULL, "
            f"title text NOT NULL, anchors text NOT NULL, content text COMPRESSION {self._compression()} NOT NULL) "
            "WITH (toast_tuple_target = 3000)"
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

    def run_for(self, statement, keys, *more):
        """Run a statement once: an array is one parameter, however long."""
        if not (array := _array(keys)):
            return []
        arrays = [array] * statement.count("{keys}")
        return self.run(statement.replace("IN ({keys})", "= ANY(%s)"), [*arrays, *more])

    def _compression(self) -> str:
        """Return the quicker way to compress, where the server was built with it."""
        offered = "SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)"
        return "lz4" if self.run(offered) else "pglz"

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
            ("block", "text", TEXT),
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
        for table in ("block", "page", "head", "word", "stem"):
            self.run(f"ANALYZE {{{table}}}")

    def add_passages(self, rows):
        self.run_many(
            "INSERT INTO {block} (id, has_questions, title, anchors, content) VALUES (%s, %s, %s, %s, %s)",
            [packed(key, list(part)) for key, part in groupby(rows, key=lambda row: block_of(row[0]))],
        )

    def remove_passages(self, rows):
        self.run_for("DELETE FROM {block} WHERE id IN ({keys})", {block_of(row[0]) for row in rows})

    def add_heads(self, heads):
        self.run_many(
            "INSERT INTO {head} (id, kind, content, stems) VALUES (%s, %s, %s, %s)",
            [(head.id, head.kind, head.text, meaningful(head.text)) for head in heads],
        )

    def remove_heads(self, page_ids):
        for page_id in page_ids:
            self.run("DELETE FROM {head} WHERE id BETWEEN %s AND %s", [page_id << BITS, ((page_id + 1) << BITS) - 1])

    def passages(self, ids):
        wanted = set(ids)
        blocks = self._blocks({block_of(key) for key in wanted})
        return [passage for block in blocks for passage in block.passages(wanted)]

    def _blocks(self, ids) -> list[Block]:
        return [Block(*row) for row in self.run_for(f"SELECT {_COLUMNS} FROM {{block}} WHERE id IN ({{keys}})", ids)]

    def passages_of(self, page_ids):
        rows = self.run(
            f"SELECT {_COLUMNS} FROM unnest(%s::bigint[]) AS page JOIN {{block}} "
            f"ON id BETWEEN page << {PAGE_BITS} AND ((page + 1) << {PAGE_BITS}) - 1",
            [_array(page_ids) or "{}"],
        )
        return [passage for row in rows for passage in Block(*row).passages()]

    def candidates(self, step, weights, forms, filters, known):
        must = TSQUERY.asked(step.required, forms)
        asked = zip(step.wanted, TSQUERY.asked(step.wanted, forms), strict=True)
        may = [(form, weights.get(group, 1.0)) for group, form in asked if form]
        if not all(must) or not (must or may):
            return
        terms = Terms(step, weights, forms)
        # The words of a phrase may stand in different passages of a block, which is then of no use.
        limit = step.limit * 2 if terms.required else step.limit
        if step.is_ranked and may:
            found = self._ranked(must, may, filters, limit)
        else:
            found = self._any(" & ".join(must) or " | ".join(form for form, _ in may), filters, limit)
        places = (place for block in found for place in terms.held(block))
        if step.is_ranked or len(step.required) > 1:
            places = sorted(places, key=lambda place: -place[0])
        for _, block, place in places:
            passage = block.passage(place)
            if passage.id not in known and (filters.kind != QUESTION or passage.is_question):
                yield passage

    def _any(self, question, filters, limit):
        """Yield blocks that answer to a question, in no order; they are read as they are wanted."""
        narrowed, more = _narrowed(filters)
        statement = f"SELECT id FROM {{block}} WHERE {self._holds} {narrowed} LIMIT %s"
        ids = [key for (key,) in self.run(statement, [question, *more, limit])]
        for start in range(0, len(ids), SLICE):
            yield from self._blocks(ids[start : start + SLICE])

    def _ranked(self, must, may, filters, limit):
        """Return the blocks that hold all they ``must`` and most, by weight, of what they ``may`` hold."""
        narrowed, more = _narrowed(filters)
        if len(may) > MOST_SUBSETS:
            one = f"SELECT id, %s AS weight FROM {{block}} WHERE {self._holds} {narrowed}"
            parameters = [value for form, weight in may for value in (weight, " & ".join([*must, form]), *more)]
            held = " UNION ALL ".join([one] * len(may))
            best = f"SELECT id FROM ({held}) AS held GROUP BY id ORDER BY sum(weight) DESC, id LIMIT %s"
            return self._blocks(key for (key,) in self.run(best, [*parameters, limit]))
        one = f"(SELECT {_COLUMNS} FROM {{block}} WHERE {self._holds} {narrowed} LIMIT %s)"
        questions = [" & ".join([*must, *part]) for part in subsets(may)]
        parameters = [value for question in questions for value in (question, *more, limit)]
        # Each part is asked only while those before it have not given enough.
        best = f"SELECT * FROM ({' UNION ALL '.join([one] * len(questions))}) AS best LIMIT %s"
        return [Block(*row) for row in self.run(best, [*parameters, limit])]

    _holds = f"{TEXT} @@ to_tsquery('{CONFIGURATION}', %s)"

    def asked(self):
        """Return a context for questions: always by the indexes, never for longer than they are worth."""
        return _Asked(self)

    def titled(self, groups, filters, limit):
        asked = " & ".join(TSQUERY.asked(groups))
        narrowed, more = _narrowed(filters, "kind = 'question'", BITS)
        rows = self.run(
            f"SELECT id FROM {{head}} WHERE {HEAD_STEMS} @@ to_tsquery('simple', %s) {narrowed} LIMIT %s",
            [asked, *more, limit],
        )
        return self.passages(key for (key,) in rows)

    def heads_like(self, typed, limit):
        *whole, last = (f"'{word}'" for word in typed)
        rows = self.run(
            f"SELECT id, content, kind FROM {{head}} WHERE {HEAD_WORDS} @@ to_tsquery('simple', %s) "
            "ORDER BY length(content), id LIMIT %s",
            [" & ".join([*whole, f"{last}:*"]), limit],
        )
        return [Head(*row) for row in rows]


def _array(keys: Iterable) -> str:
    """Return identifiers or folded words, which hold no quotation marks, as PostgreSQL writes them; "" for none."""
    inside = ",".join(f'"{key}"' for key in keys)
    return f"{{{inside}}}" if inside else ""


class _Asked:
    def __init__(self, index):
        self.index = index
        self.transaction = transaction.atomic(using=index.connection.alias)

    def __enter__(self):
        self.transaction.__enter__()
        # A limit makes the planner hope to find enough rows by reading all of them in order.
        settings = {"enable_seqscan": "off", "enable_indexscan": "off", "statement_timeout": LONGEST_WAIT}
        calls = (f"set_config('{name}', '{value}', true)" for name, value in settings.items())
        self.index.run(f"SELECT {', '.join(calls)}")

    def __exit__(self, *error):
        return self.transaction.__exit__(*error)


def _narrowed(filters: Filters, asks: str = "has_questions", bits: int = PAGE_BITS) -> tuple[str, list]:
    """Return conditions and their parameters. ``asks``: how questions are told, ``bits``: what pages are shifted by."""
    conditions, parameters = "", []
    if filters.topic is not None:
        conditions += f" AND (id >> {bits}) IN (SELECT page_id FROM {{topic}} WHERE topic_id = %s)"
        parameters.append(filters.topic)
    if filters.kind == QUESTION:
        conditions += f" AND {asks}"
    elif filters.kind:
        conditions += f" AND (id >> {bits}) IN (SELECT page_id FROM {{page}} WHERE kind = %s)"
        parameters.append(filters.kind)
    return conditions, parameters
