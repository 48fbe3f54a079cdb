"""Documents of ours after somebody worked on them: whatever they wrote is read or refused, and no word is lost."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.exporting import docx, html, markdown
from blog.importing.outline import (
    BulletList,
    Callout,
    Heading,
    Outline,
    PersonCard,
    Prose,
    Quote,
    Table,
    UnreadableDocument,
    plain,
)
from blog.importing.readers import read
from blog.importing.readers.directives import _html, read_body
from blog.importing.readers.guard import strings_of
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own import web, word

from .nodes import HOSTILE

_LINES = """
::: callout tip
::: key-points
::: steps
::: faq
::: term {also="x"}
::: statistic {year=1961}
::: sources
::: invitation
::: video
::: quote
::: list ticks
::: picture
::: download
::: urgent-help
::: table
::: nothing we know
:::
## FAQs
### Why?
- one
1. one
> said
> — Carl Rogers (1961)
**bold**
[link](/x/)
![alt](p.jpg)
| a | b |
| --- | --- |
Table: so
    code
```
<div>
</div>
<table><tr><td>cell</table>
<script>alert(1)</script>
<p>raw
- [Go](/go/) now
***
  - deeper
<!-- -->
""".split("\n")
_texts = st.lists(st.sampled_from(_LINES) | st.sampled_from(HOSTILE) | st.text(max_size=9), max_size=14).map("\n".join)


def words(text):
    return Counter(re.findall(r"\w+", text))


def said(nodes):
    return " ".join([*strings_of(nodes), *map(plain, strings_of(nodes))])


@given(_texts)
def test_no_word_of_any_markdown_is_lost(text):
    shown = words(markup.text_of(markup.parsed(_html(text))))

    nodes = read_body(text)

    drawn = Counter({"Table": 99, "Transcript": 99, "checked": 99, "n": 99, "d": 99})
    assert not shown - words(said(nodes)) - drawn


@given(_texts)
def test_any_markdown_of_ours_is_read_or_refused(text):
    try:
        outline = read("a.md", f"---\nformat: hub-article 1\ntitle: A\n---\n{text}".encode())
    except UnreadableDocument:
        return
    assert isinstance(outline, Outline)


@given(st.integers(0, 4000), st.binary(max_size=6), st.sampled_from(["a.md", "a.html", "a.docx"]))
def test_any_damage_is_read_or_refused(place, damage, name):
    nodes = (
        Heading("One"),
        Prose(("<b>Two</b>",)),
        Callout("tip", "Three", "<p>Four</p>"),
        BulletList("", "ticks", ("a",)),
    )
    outline = Outline("A", "B", nodes)
    written = {"a.md": markdown.document, "a.html": html.document, "a.docx": docx.document}[name](outline)
    place %= len(written)

    try:
        read(name, written[:place] + damage + written[place + len(damage) :])
    except UnreadableDocument:
        return


def test_plain_markdown_is_read_as_it_looks():
    text = "## One\n\nTwo *three*.\n\nFor:\n- four\n- five\n\n> Six\n>\n> — Carl Rogers, psychologist (1961)\n"
    text += "\n| a | b |\n|---|---|\n| c | d |\n"

    assert read_body(text) == (
        Heading("One", 2),
        Prose(("Two <i>three</i>.",)),
        BulletList("For:", "bullets", ("four", "five")),
        Quote("Six", "Carl Rogers", "psychologist", year=1961),
        Table("", ("a", "b"), (("c", "d"),)),
    )


def test_a_container_that_holds_too_much_is_read_as_text():
    nodes = read_body("::: key-points\n- one\n\nTwo.\n:::\n\n::: person\nAsk [Jo](/jo/) first.\n:::\n")

    assert nodes == (
        BulletList("", "bullets", ("one",)),
        Prose(("Two.",)),
        Prose(('Ask <a href="/jo/">Jo</a> first.',)),
    )


def test_a_container_that_nobody_knows_is_read_as_text():
    assert read_body("::: calout tip\nOne.\n:::\n") == (Prose(("One.",)),)


def test_a_link_alone_is_a_person():
    assert read_body("::: person\n[Jo](/jo/)\n\nThursdays.\n:::\n") == (PersonCard("/jo/", "Thursdays."),)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "\u00a0javascript:x",
    ],
)
@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_no_address_runs_anything(address, form):
    outline = Outline("A", "", (Prose((f'<a href="{address}">b</a>',)), PersonCard(address)))
    write, back = {
        "markdown": (markdown.document, lambda data: read("a.md", data)),
        "html": (html.document, lambda data: web.read(data.decode())),
        "docx": (docx.document, word.read),
    }[form]

    assert "script:" not in said(back(write(outline)).nodes).lower()
    assert "data:" not in said(back(write(outline)).nodes)


@pytest.mark.parametrize(
    "front", ["title: [", "title: {a: b}", "date: yesterday", "x: &a [1]\ny: *a", "references: 3", "- a"]
)
def test_front_matter_that_is_none_is_refused_in_words(front):
    with pytest.raises(UnreadableDocument, match="front matter|references"):
        read("a.md", f"---\nformat: hub-article 1\n{front}\n---\n\nText.\n".encode())
