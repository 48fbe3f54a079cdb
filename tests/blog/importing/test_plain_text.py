"""How lines and characters become paragraphs, and which files are refused."""

import pytest

from blog.importing.outline import BulletList, Heading, Prose, UnreadableDocument
from blog.importing.readers.characters import LARGEST_FILE, LONGEST_LINE
from blog.importing.readers.plain_text import read


def nodes(text: str):
    return read(f"A title\n\n{text}".encode()).nodes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \r\n\t\n", "The file is empty."),
        ("\u200b\u2060\ufeff\n".encode(), "The file is empty."),
        (b"a" * (LARGEST_FILE + 1), "The file is larger than 1 MB, the most that is read."),
        (b"Title\n\nText\0", "This is not a text file: it holds binary data."),
        (b"Title\n\n\x01\x02\x03\x04 text", "This is not a text file: it is full of control characters."),
        ("Title\n\nText".encode("utf-16"), "The file is UTF-16, not UTF-8: save it again as UTF-8."),
        (b"Title\n\ncaf\xe9", "The file is not UTF-8 (byte 11 makes no sense): save it again as UTF-8."),
        (
            b"Title\n\n" + b"word " * (LONGEST_LINE // 5 + 1),
            "One line is longer than 50,000 characters, which no paragraph is.",
        ),
        (b"Title\n" + b"\nLine.\n" * 5_000, "There are more than 5,000 paragraphs: that is no article."),
        (b"Title", "There is a title and nothing else."),
        (b"Title\n\nRelated Posts\n\nAnother Article", "There is a title and nothing else."),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_line(data, reason):
    with pytest.raises(UnreadableDocument) as caught:
        read(data)

    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "start",
    [
        "• one\n• two",
        "This is no title but the first paragraph of a text that somebody forgot to give a title to.",
        "word " * 60,
        "* * *\n\n• one",
    ],
)
def test_a_file_that_does_not_begin_with_a_title_is_refused(start):
    with pytest.raises(UnreadableDocument, match="There is no title"):
        read(f"{start}\n\nMore text follows here.".encode())


def test_invisible_characters_and_odd_spaces_leave_no_trace():
    text = "\ufeffSo\u00adme\u200b\u00a0text\u2009with\tgaps\x07 and a word\u200d."

    outline = read(f"A title\n\n{text}".encode())

    assert outline.nodes == (Prose(("Some text with gaps and a word.",)),)
    assert outline.notes == ("Control characters were left out (1); they have no visible form.",)


def test_a_page_break_parts_paragraphs():
    assert nodes("One ends here.\fTwo ends here.") == (Prose(("One ends here.", "Two ends here.")),)


def test_text_is_escaped():
    assert nodes("Tom & <b>Ann</b>.\n\n• x < y\n• <script>") == (
        Prose(("Tom &amp; &lt;b&gt;Ann&lt;/b&gt;.",)),
        BulletList("", "bullets", ("x &lt; y", "&lt;script&gt;")),
    )


def test_lines_broken_to_a_width_are_joined():
    text = (
        "The first paragraph of this text was broken to a width of\n"
        "about sixty characters, as mail programs do. It has three\n"
        "lines.\n\n"
        "The second is short."
    )

    assert nodes(text) == (
        Prose(
            (
                "The first paragraph of this text was broken to a width of about sixty characters, "
                "as mail programs do. It has three lines.",
                "The second is short.",
            )
        ),
    )


def test_whole_lines_stay_paragraphs_of_their_own():
    text = (
        "The first paragraph is one whole line that ends with a full stop.\n"
        "The second paragraph is another line that does the same thing.\n"
        "Short one.\n"
        "The last paragraph closes the text, and it is a whole line too."
    )

    assert nodes(text) == (Prose(tuple(text.split("\n"))),)


def test_a_number_at_the_start_of_a_broken_line_is_no_item():
    text = (
        "The course takes place on Thursday evenings, and it lasts for\n"
        "12. Bring a pen, a notebook and the letter that we sent to you\n"
        "when you enrolled."
    )

    assert nodes(text) == (Prose((text.replace("\n", " "),)),)


def test_an_underlined_line_is_a_heading():
    found = nodes("Some text.\n\nA line that looks like a sentence.\n----------------------------------\nMore text.")

    assert found == (
        Prose(("Some text.",)),
        Heading("A line that looks like a sentence."),
        Prose(("More text.",)),
    )


def test_damaged_characters_get_a_note():
    outline = read("A title\n\nIt wasnâ€™t so.".encode())

    assert outline.notes == (
        "Some characters look damaged, first in “A title It wasnâ€™t so.”: compare with the original document.",
    )
