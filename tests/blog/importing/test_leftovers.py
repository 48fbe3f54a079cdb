"""What a copied web page leaves behind is dropped, told of, and nothing else is."""

import pytest

from blog.importing.outline import Heading, Prose
from blog.importing.readers.plain_text import read

TEXT = "A title\n\nSome text here."


@pytest.mark.parametrize(
    "label",
    [
        "Related Posts",
        "RELATED ARTICLES:",
        "You may also like",
        "Share this",
        "Share this post",
        "Leave a comment",
        "Leave a Reply",
        "Read more",
        "Comments",
        "Tags: fear, flying",
        "Posted in Fear, Flying",
        "Previous post: Fear of heights",
        "Next Post → Fear of lifts",
    ],
)
def test_a_label_at_the_end_is_left_out_and_told_of(label):
    outline = read(f"{TEXT}\n\n{label}".encode())

    assert outline.nodes == (Prose(("Some text here.",)),)
    assert outline.left_out == (label,)
    assert label in outline.notes[0]


def test_titles_and_lists_below_a_label_at_the_end_go_with_it():
    outline = read(f"{TEXT}\n\nRelated Posts\n\nFear of Heights\n\n• Fear of lifts\n• Fear of fear".encode())

    assert outline.left_out == ("Related Posts", "Fear of Heights", "Fear of lifts", "Fear of fear")
    assert outline.notes == (
        "“Related Posts” at the end was left out, with the 3 lines after it: "
        "a leftover of the page it was copied from.",
    )


def test_sentences_below_a_label_are_kept():
    outline = read(f"{TEXT}\n\nRelated Posts\n\nThis is a whole sentence of the article.".encode())

    assert outline.nodes == (Prose(("Some text here.", "This is a whole sentence of the article.")),)
    assert outline.left_out == ("Related Posts",)


@pytest.mark.parametrize(
    "text", ["Comments", "Share", "Contents of the letter", "Tags are heavy", "Read more books", "Related fears"]
)
def test_words_of_the_article_are_no_label(text):
    outline = read(f"{TEXT}\n\n{text}\n\nThis belongs to it.".encode())

    assert outline.nodes[1] == Heading(text)
    assert outline.left_out == ()


def test_a_contents_list_goes_only_where_the_text_says_it_again():
    text = "Title\n\nContents\n\n1. First Part\n2. Second Part\n\nFirst Part\n\nText.\n\nSecond Part\n\nText."

    assert read(text.encode()).left_out == ("Contents", "First Part", "Second Part")
    assert read(text.replace("\n\nSecond Part", "\n\nAnother Part").encode()).left_out == ("Contents",)
