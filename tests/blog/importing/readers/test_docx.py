"""Word documents: styles, and what people do instead of using them."""

from blog.importing.outline import BulletList, Heading, Outline, Picture, Prose, Quote, Table
from blog.importing.readers import read
from tests.blog.importing.readers.documents import Word, picture, repacked

NOTES = (
    '<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>A note of its own.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def nodes(word: Word) -> tuple:
    return read("a.docx", word.data()).nodes


def test_styles_say_what_a_paragraph_is():
    word = Word().add("How to wind down", "Subtitle").add("Text.").heading("One", 1).add("x.").heading("Two", 2)
    word.add("y.").add("Nobody is whole", "Quote").heading("Three", 1).add("z.")

    assert read("a.docx", word.data()) == Outline(
        "A kinder evening",
        "How to wind down",
        (
            Prose(("Text.",)),
            Heading("One"),
            Prose(("x.",)),
            Heading("Two", 3),
            Prose(("y.",)),
            Quote("Nobody is whole"),
            Heading("Three"),
            Prose(("z.",)),
        ),
        ("The quotation “Nobody is whole” names no speaker.",),
    )


def test_lists_have_levels_and_links_stay():
    word = Word().add("Bring:").add("a cup", "List Bullet").add("or a mug", "List Bullet 2").add("salt", "List Bullet")
    word.add("one", "List Number").add("two", "List Number").link("See ", "this page", "https://example.org/a?b=1&c=2")

    assert nodes(word) == (
        BulletList("Bring:", "bullets", ("a cup<ul><li>or a mug</li></ul>", "salt")),
        BulletList("", "numbers", ("one", "two")),
        Prose(('See <a href="https://example.org/a?b=1&amp;c=2">this page</a>',)),
    )


def test_an_author_who_knows_no_styles():
    word = Word("").add("A quiet night", bold=True).add("Some text to begin with.").add("What helps:", bold=True)
    word.add("• tea").add("• rest").add("Later on", bold=True).add("More text.")

    found = read("a.docx", word.data())

    assert found.title == "A quiet night"
    assert found.nodes == (
        Prose(("Some text to begin with.", "<b>What helps:</b>")),
        BulletList("", "bullets", ("tea", "rest")),
        Heading("Later on"),
        Prose(("More text.",)),
    )


def test_tables_and_pictures_with_captions():
    word = Word().add("x.").table(("", "Room"), ("Travel", "Some")).picture().add("The room", "Caption")

    found = read("a.docx", word.data())

    assert found.nodes[1:] == (Table("", ("", "Room"), (("Travel", "Some"),)), Picture("picture-1.png", "", "The room"))
    assert found.media[0].data == picture()


def test_footnotes_stand_at_the_end():
    data = Word().add("Said here.").add("More.").data()
    reference = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    main = read_entry(data, "word/document.xml").replace(b"here.</w:t></w:r></w:p>", b"here.</w:t></w:r>" + reference)
    relations = read_entry(data, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes"/></Relationships>',
    )
    changes = {
        "word/document.xml": main,
        "word/footnotes.xml": NOTES.encode(),
        "word/_rels/document.xml.rels": relations,
    }

    found = read("a.docx", repacked(data, changes))

    assert found.nodes[-2:] == (
        Heading("Notes"),
        BulletList("", "numbers", ("A note of its own.",)),
    )
    assert found.nodes[0] == Prose(("Said here.[1]", "More."))


def read_entry(data: bytes, name: str) -> bytes:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def test_deleted_text_is_gone_and_formulas_are_named():
    data = Word().add("Kept text.").data()
    main = read_entry(data, "word/document.xml").replace(
        b"</w:body>",
        b'<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del><m:oMath xmlns:m="http://schemas.openxmlformats.'
        b'org/officeDocument/2006/math"><m:r><m:t>zeta</m:t></m:r></m:oMath></w:p></w:body>',
    )

    found = read("a.docx", repacked(data, {"word/document.xml": main}))

    assert found.left_out == ("zeta",)
    assert "Struck" not in " ".join(found.texts())


def test_what_word_describes_by_itself_is_no_alternative_text():
    data = Word().add("x.").picture().data()
    main = read_entry(data, "word/document.xml").replace(
        b'name="Picture 1"', b'name="Picture 1" descr="A chair&#10;Description automatically generated"'
    )

    found = read("a.docx", repacked(data, {"word/document.xml": main}))
    assert found.nodes[-1] == Picture("picture-1.png", "A chair")
