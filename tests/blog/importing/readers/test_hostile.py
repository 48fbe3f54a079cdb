"""Files made to do harm: refused with a clear sentence, or cleaned, and said so."""

import json
import re
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from io import BytesIO

import pytest

from blog.importing.outline import UnreadableDocument
from blog.importing.outline_json import to_json
from blog.importing.readers import read
from blog.importing.readers.guard import MARKUP
from blog.importing.readers.limits import DEEPEST_WRITTEN, LARGEST_XML, MOST_ENTRIES
from tests.blog.importing.readers.documents import Word, picture, repacked, zipped

WORD = Word().add("Text of it.").data()
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document/>'


def refused(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(name, data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def page(markup: str):
    return read("a.html", f"<h1>A title</h1><p>Text.</p>{markup}".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("xml", [BOMB, OUTSIDE, BOMB.decode().encode("utf-16")])
def test_xml_that_declares_entities_is_refused(part, xml):
    assert "declares entities" in refused("a.docx", repacked(WORD, {part: xml})) or xml[:2] == b"\xff\xfe"


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "a/../../b", "C:\\x", "..\\x.txt"])
@pytest.mark.parametrize("ending", ["docx", "zip"])
def test_names_that_lead_out_of_an_archive_are_refused(name, ending):
    assert "leads out" in refused(f"a.{ending}", repacked(WORD, {name: b"x"}))


def test_archives_that_unpack_to_too_much_are_refused_before_they_are():
    start = time.process_time()
    bomb = zipped({"page.html": b"<h1>T</h1>", **{f"{n}.png": b"\0" * 30_000_000 for n in range(8)}})
    assert "unpacks to more than" in refused("a.zip", bomb)
    assert "unpacks to more than" in refused("a.docx", repacked(WORD, {"word/media/a.png": b"\0" * 41_000_000}))
    assert time.process_time() - start < 30


def test_an_entry_that_lies_about_its_size_is_damaged():
    data = bytearray(zipped({"word/document.xml": b"<w/>" * 1000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert "damaged" in refused("a.docx", bytes(data))


def test_an_archive_of_countless_files_is_refused():
    assert "more than" in refused("a.zip", zipped({f"{number}.txt": b"" for number in range(MOST_ENTRIES + 1)}))


def test_too_much_text_in_a_word_document_is_refused():
    text = b"<w:p><w:r><w:t>" + b"a " * (LARGEST_XML // 2) + b"</w:t></w:r></w:p>"
    assert "larger than" in refused("a.docx", repacked(WORD, {"word/document.xml": text}))


@pytest.mark.parametrize("cut", [10, 100, 1000, len(WORD) // 2, len(WORD) - 10])
def test_truncated_archives_are_damaged(cut):
    assert "damaged" in refused("a.docx", WORD[:cut])


def test_two_files_of_one_name_are_refused():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        for text in ("<h1>One</h1>", "<h1>Two</h1>"):
            archive.writestr("a.html", text)
    assert "two files of one name" in refused("a.zip", file.getvalue())


def test_macros_are_left_alone_and_said():
    found = read("a.docm", repacked(WORD, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}))

    assert "The document carries macros: they were neither opened nor kept." in found.notes


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "pick Word (.docx)"),
        ("a.pdf", b"%PDF-1.7\n", "This is a PDF"),
        ("a.docx", b"%PDF-1.7\n", "This is a PDF"),
        ("a.rtf", b"{\\rtf1 x}", "This is Rich Text"),
        (
            "a.odt",
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "OpenDocument",
        ),
        ("a.docx", zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        ("a.docx", zipped({"a.txt": "x"}), "There is no page in the archive"),
        ("a.docx", b"just words", "is not a Word document"),
        ("a.html", b"", "empty"),
        ("a.html", b"\0\1\2" * 50, "binary"),
        ("a.md", b"\0\1\2" * 50, "binary"),
        ("a.png", picture(), "can't be read; these can"),
        ("a.html", picture(), "binary"),
    ],
)
def test_what_is_no_document_gets_a_sentence(name, data, reason):
    assert reason in refused(name, data)


@pytest.mark.parametrize("name", ["a.docx", "a.doc"])
def test_a_web_page_by_another_name_is_read_as_one(name):
    found = read(name, b"<html><h1>A title</h1><p>Text.</p></html>")

    assert (
        found.notes[0] == f"The name ends in “{name[1:]}”, but the file is a web page: it was read as such."
        or name == "a.doc"
    )
    assert found.title == "A title"


SCRIPTS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='//evil.example/\" onclick=alert(1)'>x</a>",
    "<a href='https://x.example/\"><script>alert(1)</script>'>x</a>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><input formaction='javascript:alert(1)'></form>",
    "<video src='javascript:alert(1)' onloadstart=alert(1)><source onerror=alert(1)></video>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<base href='javascript:alert(1)//'><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<blockquote cite='javascript:alert(1)'><p>Some words here</p></blockquote>",
    "<h2 onclick=alert(1)>Next</h2><ul><li onclick=alert(1)>x<ul><li><a href=javascript:x>y</a></li></ul></li></ul>",
    "<details ontoggle=alert(1) open><summary>Why?</summary><a href=javascript:x>y</a></details>",
    "<table><tr><td><a href=javascript:x>y</a></td><td>z</td></tr><tr><td>1</td><td>2</td></tr></table>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


TAG = re.compile(r"<[^<>]*>?")
HARMLESS = re.compile(r'</?(?:p|b|i|ul|ol|li)>|<br/>|</a>|<a href="(?:https?://|/|mailto:|tel:)[^"<> ]*">')


def markup_of(value) -> Iterator[str]:
    """Every text of an outline's parts that a page shows as markup."""
    if isinstance(value, tuple):
        for inner in value:
            yield from markup_of(inner)
    elif is_dataclass(value):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name in MARKUP.get(type(value), ()):
                yield from inner if isinstance(inner, tuple) else [inner]
            else:
                yield from markup_of(inner)


@pytest.mark.parametrize("markup", SCRIPTS)
@pytest.mark.parametrize("form", ["html", "md"])
def test_no_script_reaches_an_outline(markup, form):
    found = page(markup) if form == "html" else read("a.md", f"# A title\n\nText.\n\n{markup}\n".encode())

    assert [tag for text in markup_of(found.nodes) for tag in TAG.findall(text) if not HARMLESS.fullmatch(tag)] == []


def test_markdown_links_that_run_are_taken_off():
    found = read("a.md", b"# T\n\n[a](javascript:alert(1)) <javascript:alert(1)> ![b](javascript:alert(1))\n")

    assert "href" not in found.nodes[0].paragraphs[0]
    assert any("taken off" in note for note in found.notes)


def test_word_links_that_run_are_taken_off():
    found = read("a.docx", Word().link("Look ", "here", "javascript:alert(1)").data())

    assert found.nodes[0].paragraphs == ("Look here",)
    assert "The link under “here” was taken off: it leads to nothing a page can link to." in found.notes


def test_a_document_of_ours_is_guarded_too():
    found = read(
        "a.html",
        b"<article data-format='hub-article 1'><h1 data-fact=title>T</h1><main>"
        b"<div class=hub-text data-block=paragraph><p>x <a href='javascript:alert(1)'>y</a>"
        b"<img src=x onerror=alert(1)></p></div></main></article>",
    )

    stored = json.dumps(to_json(found)["nodes"])
    assert "javascript" not in stored and "onerror" not in stored


@pytest.mark.parametrize("unit", ["<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<b>", "<details>"])
def test_endless_depth_is_refused_or_read_in_time(unit):
    start = time.process_time()
    try:
        page(unit * (DEEPEST_WRITTEN * 20))
    except UnreadableDocument as error:
        assert "deep" in str(error)
    assert time.process_time() - start < 20


def test_a_line_of_a_megabyte_is_refused():
    assert "more than" in refused("a.html", b"<h1>T</h1><p>" + b"word " * 200_000 + b"</p>")
    assert "longer than" in refused("a.md", b"# T\n\n" + b"word " * 150_000)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "*",
        "_",
        "`",
        "<",
        "<!--",
        "&",
        "[a](",
        "> ",
        "- ",
        "1. ",
        "|a",
        "\\",
        "[^1]",
        "~~",
        "<a href=",
        "\n\n***\n",
        "**a ",
    ],
)
def test_markdown_full_of_one_thing_takes_time_in_proportion(unit):
    start = time.process_time()
    line = (unit * (4_000 // len(unit)) + "\n") * 12
    with suppress(UnreadableDocument):
        read("a.md", b"# T\n\nText.\n\n" + line.encode())
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    "unit",
    [
        "<p>",
        "<br>",
        "<li>",
        "<td>",
        "<a href=",
        "&nbsp;",
        "<style>.a{",
        "<meta name=",
        "<b><i>",
        "<p>• a",
        "<h2>",
        "<dt>a<dd>b",
        "“",
        "<title>",
        "<img src=a>",
    ],
)
def test_pages_full_of_one_thing_take_time_in_proportion(unit):
    start = time.process_time()
    with suppress(UnreadableDocument):
        page(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 60
