"""Nodes of every kind for hypothesis, written as ``blog.importing.readers.own.running_text`` writes them."""

from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass, replace

from hypothesis import strategies as st

from blog.importing.outline import (
    BulletList,
    Button,
    Callout,
    Download,
    Facts,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Outline,
    PersonCard,
    Picture,
    Prose,
    Question,
    Quote,
    Reference,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Step,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
)
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.runs import inline_of, runs_of

#: What Markdown, HTML, Word and our own shapes take for more than text.
HOSTILE = [
    *(
        "# ",
        "## x",
        "- ",
        "+ ",
        "* ",
        "> ",
        "1. ",
        "1986) ",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        ":::",
        "::: callout tip",
    ),
    *("| a | b |", "|---|", "<b>", "</script>", "<!-- -->", "&amp;", "&nbsp;", "&#35;", "\\", "`", "[a](b)", "![a](b)"),
    *(
        "*a*",
        "__b__",
        "**",
        "_",
        "snake_case",
        "https://example.org/a_b?c=d&copy;=e",
        "\u00a0",
        "\u2003",
        "\u2028",
        "✓ ",
        "✗ ",
    ),
    *(
        "— ",
        "Table: ",
        "FAQs",
        "What?",
        ":",
        " (1961; checked)",
        "(n.d.).",
        ", ",
        ". ",
        '{name="x"}',
        "}",
        '"',
        "'",
        "Q: ",
    ),
    *(
        "é",
        "漢字",
        "😀",
        "\u200b",
        "\ufeff",
        "“quoted”",
        "</p>",
        "%20",
        "\t",
        "---\n",
        "key: value",
        "!",
        "[",
        "]",
        "(",
        ")",
    ),
]
_fragments = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
text = st.lists(_fragments, min_size=1, max_size=5).map("".join).map(markup.tidy)
some = text.filter(bool)
maybe = st.just("") | text
years = st.none() | st.integers(1000, 2100)
addresses = st.sampled_from(
    [
        "https://example.org/",
        "/articles/x/",
        "https://example.org/a_(b)?c=d&e=*f*#g`h",
        "01632 960 123",
        "a@b.example",
        "/ä b/",
    ]
)


def _escaped(words):
    return markup.trimmed(markup._escaped(words))


_pieces = st.recursive(
    text.map(markup._escaped),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("bi"), inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.just(" "),
        st.just("<br/>"),
    ),
    max_leaves=6,
)
_links = st.tuples(addresses, some.map(_escaped)).map(
    lambda pair: f'<a href="{pair[0].replace("&", "&amp;")}">{pair[1]}</a>'
)
_inline = st.lists(_pieces | _links, min_size=1, max_size=4).map("".join)


def _clean(raw):
    return markup.inline(markup.parsed(f"<p>{raw}</p>")[0])


inline = _inline.map(_clean).filter(lambda found: markup.text_of(markup.parsed(found)))
items = st.recursive(
    inline,
    lambda inner: st.tuples(inline, st.sampled_from(["ul", "ol"]), st.lists(inner, min_size=1, max_size=2)).map(
        lambda t: f"{t[0]}<{t[1]}>{''.join(f'<li>{i}</li>' for i in t[2])}</{t[1]}>"
    ),
    max_leaves=3,
)
_block = inline.map(lambda found: f"<p>{found}</p>") | st.tuples(
    st.sampled_from(["ul", "ol"]), st.lists(items, min_size=1, max_size=3)
).map(lambda t: f"<{t[0]}>{''.join(f'<li>{i}</li>' for i in t[1])}</{t[0]}>")
rich = st.lists(_block, min_size=1, max_size=3).map("".join)
short = st.lists(inline.map(lambda found: f"<p>{found}</p>"), max_size=2).map("".join)
lines = st.lists(st.lists(some, min_size=1, max_size=2).map("\n".join), min_size=1, max_size=2).map("\n\n".join)
_files = st.sampled_from(["media/chair.jpg", "media/a chair (2).png", "https://example.org/x.webp"])


def _some(strategy, most=3):
    return st.lists(strategy, min_size=1, max_size=most).map(tuple)


buttons = _some(st.builds(Button, some, addresses | st.just("")), 2)
references = st.builds(Reference, maybe, some, maybe, years, addresses | st.just(""))
tables = st.integers(1, 3).flatmap(
    lambda n: st.builds(Table, maybe, st.tuples(*[maybe] * n), st.lists(st.tuples(*[maybe] * n), max_size=3).map(tuple))
)
nodes = st.one_of(
    st.builds(Heading, some, st.integers(2, 4)),
    st.builds(Prose, _some(inline)),
    st.builds(BulletList, maybe, st.sampled_from(["bullets", "numbers", "ticks", "crosses"]), _some(items)),
    st.builds(Quote, lines, maybe, maybe, maybe, st.just("") | addresses, years, st.booleans()),
    st.builds(KeyPoints, maybe, _some(items)),
    st.builds(Faq, maybe | st.sampled_from(["FAQs", "Questions people ask"]), _some(st.builds(Question, some, rich))),
    buttons.flatmap(lambda b: st.builds(Invitation, short, st.just(b[0].label), maybe, st.just(b))),
    st.builds(Steps, maybe, _some(st.builds(Step, some, rich))),
    tables,
    st.builds(Picture, _files, maybe, maybe, maybe, st.booleans()),
    st.builds(Video, some, addresses, maybe, st.just("") | rich, st.just("") | _files),
    st.builds(Callout, st.sampled_from(["note", "tip", "caution"]), maybe, rich),
    st.builds(References, maybe, _some(references)),
    st.builds(Term, some, maybe, short),
    st.builds(Statistic, some, lines, maybe, st.just("") | addresses, years),
    st.builds(UrgentHelp, maybe, short),
    st.builds(Download, _files, some, maybe),
    st.builds(SharedInvitation, some),
    st.builds(PersonCard, addresses, maybe),
    st.builds(RelatedArticles, _some(addresses, 3), maybe),
)
bodies = _some(nodes, 4)

_dates = st.none() | st.dates()
facts = st.builds(
    Facts,
    date=_dates,
    updated=_dates,
    author=maybe,
    topics=st.just(()) | _some(some),
    slug=st.sampled_from(["", "why-trust"]),
    description=maybe,
    seo_title=maybe,
    focus_phrase=maybe,
    content_note=maybe,
    reviewer=maybe,
    reviewed=_dates,
    review_due=_dates,
    what_changed=maybe,
    noindex=st.booleans(),
    picture=st.none() | st.builds(Picture, _files, maybe, is_decorative=st.booleans()),
    references=st.just(()) | _some(references),
    related=st.just(()) | _some(addresses),
)
outlines = st.builds(Outline, some, maybe, bodies, facts=facts)


def as_word_keeps_it(value):
    """An outline as a word processor can hold it: bold outside italics, neighbours that look the same as one."""
    if isinstance(value, str):
        return _as_runs(value) if "<" in value else value
    if isinstance(value, tuple):
        return tuple(map(as_word_keeps_it, value))
    if not is_dataclass(value):
        return value
    rich_fields = {
        f.name: as_word_keeps_it(getattr(value, f.name)) for f in dataclass_fields(value) if f.name in _marked_up(value)
    }
    return replace(value, **rich_fields)


#: The fields that hold HTML, and those that hold what does.
_MARKED_UP = {
    *("paragraphs", "points", "answer_html", "html", "transcript_html", "definition"),
    *("nodes", "items"),
}


def _marked_up(value):
    return _MARKED_UP | {"text"} if isinstance(value, Invitation) else _MARKED_UP


def _as_runs(html):
    around = markup.parsed(html)
    pieces = []
    for child in around:
        if child.tag == "p":
            pieces.append(f"<p>{inline_of(runs_of(markup.inline(child)))}</p>")
        elif child.tag in ("ul", "ol"):
            inside = "".join(f"<li>{_as_runs(item)}</li>" for item in markup.items_of(child))
            pieces.append(f"<{child.tag}>{inside}</{child.tag}>")
    blocks = tuple(child for child in around if child.tag in ("p", "ul", "ol"))
    return inline_of(runs_of(markup.inline(around, skip=blocks))) + "".join(pieces)
