"""Whatever the bytes, an outline or our own error; whatever the words, none is lost."""

import re
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers.characters import decode
from blog.importing.readers.plain_text import read

# Numbers of lists and "Q:", "A:" are drawn by the page itself.
DRAWN_BY_THE_PAGE = re.compile(r"\d{1,2}|[A-Za-z]|(?i:[qa]\d{1,2}|question|answer)")

LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            "Related Posts",
            "Contents",
            "Share this",
            "FAQs",
            "Key points",
            "* * *",
            "-----",
            "=====",
            "Q: why?",
        ),
        *(
            "A: because.",
            "Conclusion",
            "By Ada Quill",
            "Introduction",
            "Tags: one, two",
            "1.",
            "•",
            "- Ada",
            "— Ada Quill",
        ),
        *("What helps?", "Types of worry", "“Nobody is here.”", "“No,” she said.", "Call us today.", "Step 1: wait"),
    ]
)
STARTS = st.sampled_from(["", "", "", "• ", "- ", "1. ", "2. ", "a) ", "✓ ", "  ◦ ", "“", "Q: ", "A: ", "   ", "\t"])
ENDS = st.sampled_from(["", "", ".", "?", ":", ",", "”", "” — Ada", "!", " -", "…"])
WORDS = st.lists(
    st.one_of(
        st.sampled_from(["trust", "Fear", "of", "the", "can't", "self-", "étude", "<b>", "&amp;", "No."]),
        st.text(max_size=8),
    ),
    max_size=25,
).map(" ".join)
DOCUMENTS = st.lists(st.one_of(LINES, st.tuples(STARTS, WORDS, ENDS).map("".join)), max_size=40).map("\n".join)


def words(text: str) -> Counter:
    found = Counter(re.findall(r"\w+", text))
    return Counter({word: count for word, count in found.items() if not DRAWN_BY_THE_PAGE.fullmatch(word)})


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"A\n\n\xe2\x80\x9c")
def test_any_bytes_give_an_outline_or_our_error(data):
    try:
        assert isinstance(read(data), Outline)
    except UnreadableDocument as error:
        assert str(error) and "\n" not in str(error)


@given(st.text(max_size=600))
def test_any_text_gives_an_outline_or_our_error(text):
    try:
        assert isinstance(read(text.encode("utf-8", "surrogatepass")), Outline)
    except UnreadableDocument as error:
        assert "\n" not in str(error)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_every_word_is_in_the_outline_or_left_out(text):
    data = f"A title\n\n{text}".encode("utf-8", "replace")
    try:
        outline = read(data)
    except UnreadableDocument:
        return

    shown = words(" ".join([*outline.texts(), *outline.left_out]))
    assert words(decode(data)[0]) - shown == Counter()


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "“",
            "”",
            '"',
            "'",
            "‘’ ",
            "- ",
            "• ",
            "1. ",
            "a) ",
            "? ",
            ". ",
            "…",
            "— ",
            "\u200d",
            "\u200b",
            "\t",
            "\u00a0",
            "é",
        ),
        *(
            "A\n",
            "•\n",
            "Contents\n\n",
            "Q: a?\nA: b.\n",
            "“a b c”\n— Bo\n",
            "FAQ\n\nWhy?\n\nBecause.\n\n",
            "=\n",
            "  - a\n- b\n",
        ),
        *(
            "Types of a\n\nTwo kinds.\n\nAbc\n\nd.\n\n",
            "1. Head\n\nbody.\n\n",
            "book a ",
            "two a b ",
            "the common ",
            "(",
            "<b>",
        ),
    ],
)
def test_a_file_full_of_one_thing_takes_time_in_proportion(unit):
    """The suite would never end if one of them did not."""
    line = unit if "\n" in unit else unit * (40_000 // len(unit.encode())) + "\n"
    data = b"A title\n\n" + (line * (100_000 // len(line.encode()))).encode()
    with suppress(UnreadableDocument):
        read(data)
