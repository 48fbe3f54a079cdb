"""Markdown of any origin, with front matter by many names."""

import datetime

import pytest

from blog.importing.outline import (
    BulletList,
    Facts,
    Faq,
    Heading,
    Picture,
    Prose,
    Question,
    Quote,
    Table,
)
from blog.importing.readers import read, read_file
from tests.blog.importing.readers.documents import picture, zipped


def test_front_matter_gives_title_and_facts():
    found = read(
        "a.md",
        b"---\ntitle: A quiet evening\nsubtitle: How to wind down\ndate: 2024-02-29T10:00:00Z\nlastmod: 2025/01/31\n"
        b"author:\n  name: Ada Quill\ntags: [Sleep, Worry]\ncategory: Rest\npermalink: /blog/quiet-evening/\n"
        b"description: What helps.\nlayout: post\nmood: calm\n---\n# A quiet evening\n\nText.\n",
    )

    assert (found.title, found.subtitle) == ("A quiet evening", "How to wind down")
    assert found.facts == Facts(
        date=datetime.date(2024, 2, 29),
        updated=datetime.date(2025, 1, 31),
        author="Ada Quill",
        topics=("Rest", "Sleep", "Worry"),
        slug="quiet-evening",
        description="What helps.",
    )
    assert found.nodes == (Prose(("Text.",)),)
    assert found.left_out == ("mood: calm",)


@pytest.mark.parametrize(
    "front", ["a: [", "a: &x 1\nb: *x", "- a\n- b", "a: !!python/object:os.system {}", "date: 31.12.", "a: \t- b: c"]
)
def test_front_matter_that_cannot_be_read_loses_nothing(front):
    found = read("a.md", f"---\n{front}: x\n---\n# Title\n\nText.\n".encode())

    assert found.title == "Title"
    assert found.notes and found.left_out


def test_markdown_is_read_as_commonmark_says():
    found = read(
        "a.md",
        b"# Title\n\nSome *italic* and **bold** `code` ~~gone~~[^1].\n\nBring:\n\n- a cup\n  1. or a mug\n- salt\n\n"
        b"> Nobody is a whole chapter.\n>\n> -- Ada Quill, poet\n\n## Two ways\n\n"
        b"|  | Room |\n|--|--|\n| Travel | Some |\n\n"
        b"[^1]: A *note*.\n",
    )

    assert found.nodes == (
        Prose(("Some <i>italic</i> and <b>bold</b> code gone[1].",)),
        BulletList("Bring:", "bullets", ("a cup<ol><li>or a mug</li></ol>", "salt")),
        Quote("Nobody is a whole chapter.", "Ada Quill", "poet"),
        Heading("Two ways"),
        Table("", ("", "Room"), (("Travel", "Some"),)),
        Heading("Notes"),
        BulletList("", "numbers", ("A <i>note</i>.",)),
    )


def test_questions_under_their_heading():
    found = read("a.md", b"# T\n\nx.\n\n## FAQ\n\n### Why\n\nSo.\n\n**When?**\n\nNow.\n")

    assert found.nodes[1] == Faq("FAQ", (Question("Why", "<p>So.</p>"), Question("When?", "<p>Now.</p>")))


def test_pictures_lie_beside_the_file(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "chair.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture())
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "a.md"
    path.write_text('# T\n\nx.\n\n![A chair](../media/chair.png "The room")\n\n![No](../../etc/x.png)\n')

    found = read_file(path, tmp_path)
    assert found.nodes[1] == Picture(found.media[0].name, "A chair", "The room")
    assert read_file(path).media == ()


def test_a_zip_of_markdown_brings_its_pictures():
    found = read(
        "a.zip", zipped({"x/a.md": "# T\n\nx.\n\n![A chair](media/chair.png)\n", "x/media/chair.png": picture()})
    )

    assert found.nodes[1] == Picture("media/chair.png", "A chair")
    assert len(found.media) == 1
