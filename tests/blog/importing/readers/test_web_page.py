"""Web pages: what editors paste, save from Word and Google Docs, or copy from an old site."""

import pytest

from blog.importing.outline import (
    BulletList,
    Button,
    Callout,
    Faq,
    Heading,
    Invitation,
    Picture,
    Prose,
    Question,
    Quote,
    Reference,
    References,
    Step,
    Steps,
    Table,
    Term,
    Video,
)
from blog.importing.readers import read
from tests.blog.importing.readers.documents import picture, zipped


def page(markup: str):
    return read("page.html", f"<h1>A title</h1>{markup}".encode())


def nodes(markup: str) -> tuple:
    return page(markup).nodes


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<h2>One</h2><p>x.</p><h4>Two</h4><p>y.</p>", [2, 3]),
        ("<h1>One</h1><p>x.</p><h2>Two</h2><p>y.</p><h1>Three</h1><p>z.</p>", [2, 3, 2]),
        ("<h3>One</h3><p>x.</p><h3>Two</h3><p>y.</p><h2>Three</h2><p>z.</p>", [2, 2, 2]),
        ("<h2>1</h2><p>x.</p><h3>2</h3><p>x.</p><h4>3</h4><p>x.</p><h5>4</h5><p>x.</p>", [2, 3, 4, 4]),
    ],
)
def test_levels_are_mended(markup, found):
    assert [node.level for node in nodes(markup) if isinstance(node, Heading)] == found


def test_a_skipped_level_is_noted():
    assert page("<h2>One</h2><p>x.</p><h4>Two</h4><p>y.</p>").notes == (
        "The levels of “Two” were mended: the document skips one before them.",
    )


def test_bold_lines_are_headings_one_below_the_marked_ones():
    found = page("<h2>One</h2><p>x.</p><p><b>Nights</b></p><p>y.</p><p>A <b>bold</b> word.</p>")

    assert found.nodes == (
        Heading("One"),
        Prose(("x.",)),
        Heading("Nights", 3, is_guess=True),
        Prose(("y.", "A <b>bold</b> word.")),
    )
    assert "“Nights” was taken for a heading" in found.notes[0]


def test_bold_lines_alone_are_sections():
    found = nodes("<p>Start.</p><p><b>Nights</b></p><p>x y.</p><p><b>Mornings</b></p><p>y z.</p>")

    assert [node.text for node in found if isinstance(node, Heading)] == ["Nights", "Mornings"]


def test_lists_keep_their_levels_and_links():
    found = nodes(
        "<p>Bring:</p><ul><li>a <a href='https://example.org/cup'>cup</a><ul><li>or a mug"
        "<ol><li>deep</li></ol></li></ul></li><li>a spoon</li></ul>"
    )

    assert found == (
        BulletList(
            "Bring:",
            "bullets",
            (
                'a <a href="https://example.org/cup">cup</a><ul><li>or a mug<ol><li>deep</li></ol></li></ul>',
                "a spoon",
            ),
        ),
    )


def test_lists_of_google_docs_lie_beside_each_other():
    found = nodes(
        '<ul class="lst-kix_ab-0 start"><li>one</li></ul><ul class="lst-kix_ab-1 start"><li>inner</li></ul>'
        '<ul class="lst-kix_ab-0"><li>two</li></ul>'
    )

    assert found == (BulletList("", "bullets", ("one<ul><li>inner</li></ul>", "two")),)


def test_lists_of_word_are_paragraphs_with_a_level():
    def item(level, mark, text):
        ignored = f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp;</span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{ignored}{text}</p>"

    found = nodes(item(1, "1.", "one") + item(2, "o", "inner") + item(1, "2.", "two") + "<p>After.</p>")

    assert found == (BulletList("", "numbers", ("one<ul><li>inner</li></ul>", "two")), Prose(("After.",)))


@pytest.mark.parametrize("parted", ["</p><p>", "<br>"])
def test_bullets_typed_by_hand_are_a_list(parted):
    found = nodes(f"<p>Bring:</p><p>• a <i>cup</i>{parted}• a spoon{parted}◦ small{parted}• salt</p>")

    assert found == (BulletList("Bring:", "bullets", ("a <i>cup</i>", "a spoon<ul><li>small</li></ul>", "salt")),)


def test_ticks_in_a_real_list_are_its_style():
    assert nodes("<ul><li>✓ rest</li><li>✓ tea</li></ul>") == (BulletList("", "ticks", ("rest", "tea")),)


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>Nobody is a whole chapter.</p><footer>— Ada Quill, poet</footer></blockquote>",
        "<blockquote><p>Nobody is a whole chapter.</p><cite>Ada Quill, poet</cite></blockquote>",
        "<figure><blockquote><p>Nobody is a whole chapter.</p></blockquote>"
        "<figcaption>Ada Quill, poet</figcaption></figure>",
        "<p><i>“Nobody is a whole chapter.” – Ada Quill, poet</i></p>",
        "<p>«Nobody is a whole chapter.»</p><p>― Ada Quill, poet</p>",
        "<p class=MsoQuote>Nobody is a whole chapter.</p><p class=MsoQuote>-- Ada Quill, poet</p>",
    ],
)
def test_quotations_in_every_shape(markup):
    assert nodes(f"<p>Start here.</p>{markup}")[1] == Quote("Nobody is a whole chapter.", "Ada Quill", "poet")


@pytest.mark.parametrize(
    "markup",
    [
        "<h3>Is it free?</h3><p>Yes.</p><h3>Cost</h3><p>None.</p>",
        "<p><b>Is it free?</b></p><p>Yes.</p><p><b>Cost?</b></p><p>None.</p>",
        "<p><b>Is it free?</b><br>Yes.</p><p><b>Cost?</b><br>None.</p>",
        "<p>Is it free?</p><p>Yes.</p><p>Cost?</p><p>None.</p>",
        "<p><b>Q:</b> Is it free?</p><p><b>A:</b> Yes.</p><p><b>Q:</b> Cost?</p><p><b>A:</b> None.</p>",
        "<p>Q: Is it free?<br>A: Yes.</p><p>Q: Cost?<br>A: None.</p>",
        "<details><summary>Is it free?</summary><p>Yes.</p></details><details><summary>Cost?</summary>None.</details>",
        "<dl><dt>Is it free?</dt><dd>Yes.</dd><dt>Cost?</dt><dd>None.</dd></dl>",
    ],
)
def test_questions_in_every_shape(markup):
    (faq,) = (node for node in nodes(f"<p>Start.</p><h2>FAQs</h2>{markup}") if isinstance(node, Faq))

    assert faq.heading == "FAQs"
    assert [item.question.rstrip("?") for item in faq.items] == ["Is it free", "Cost"]
    assert [item.answer_html for item in faq.items] == ["<p>Yes.</p>", "<p>None.</p>"]


def test_questions_end_where_the_next_section_begins():
    found = nodes("<h2>FAQ</h2><h3>Why?</h3><p>So.</p><h2>After</h2><p>x.</p>")

    assert found == (Faq("FAQ", (Question("Why?", "<p>So.</p>"),)), Heading("After"), Prose(("x.",)))


def test_folded_questions_without_a_heading_get_one():
    found = page("<p>Start.</p><details><summary>Why?</summary><ul><li>a</li></ul></details><p>After.</p>")

    assert found.nodes[1:] == (
        Faq("Questions and answers", (Question("Why?", "<ul><li>a</li></ul>"),)),
        Prose(("After.",)),
    )


def test_a_table_of_words_is_a_table():
    found = page(
        "<table><caption>Two ways</caption><tr><th></th><th>Room</th><th>Video</th></tr>"
        "<tr><td>Travel</td><td colspan=2>It <b>depends</b></td></tr></table>"
    )

    assert found.nodes == (Table("Two ways", ("", "Room", "Video"), (("Travel", "It depends", ""),)),)
    assert found.notes == ()


def test_rows_spanned_keep_their_columns():
    (table,) = nodes(
        "<table><tr><td>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>"
    )

    assert table.rows == (("c", "d"), ("", "e"))


def test_a_table_for_layout_is_taken_apart():
    found = nodes("<table><tr><td><h2>Left</h2><p>x.</p></td><td><ul><li>y</li></ul></td></tr></table>")

    assert found == (Heading("Left"), Prose(("x.",)), BulletList("", "bullets", ("y",)))


def test_a_box_around_a_few_words_is_an_aside():
    assert nodes("<p>Start.</p><table><tr><td><p>Have tea.</p></td></tr></table>")[1] == Callout(
        "note", "", "<p>Have tea.</p>"
    )


def test_a_numbered_list_of_titled_items_is_steps():
    found = nodes("<ol><li><b>Arrive.</b> Early is fine.</li><li><b>Sit</b><br>Anywhere.</li></ol>")

    assert found == (Steps("", (Step("Arrive", "<p>Early is fine.</p>"), Step("Sit", "<p>Anywhere.</p>"))),)


def test_sources_are_taken_apart():
    found = nodes(
        "<p>x.</p><h2>References</h2><ol><li>Bowlby, J. (1988). A Secure Base. Routledge. "
        "<a href='https://example.org/b'>https://example.org/b</a></li><li>NHS: <a href='https://example.org/n'>Sleep</a></li></ol>"
    )

    assert found[1] == References(
        "References",
        (
            Reference("Bowlby, J", "A Secure Base", "Routledge", 1988, "https://example.org/b"),
            Reference("", "NHS: Sleep", "", None, "https://example.org/n"),
        ),
    )


def test_a_term_with_its_meaning():
    assert nodes("<dl><dt>Attachment</dt><dd>A tie.</dd></dl>") == (Term("Attachment", "", "<p>A tie.</p>"),)


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://www.youtube.com/embed/ab_c" title="A film"></iframe>',
        '<p><a href="https://www.youtube.com/watch?v=ab_c">A film</a></p>',
    ],
)
def test_films_are_links_to_them(markup):
    assert nodes(f"<p>x.</p>{markup}")[1] == Video("A film", "https://www.youtube.com/watch?v=ab_c")


def test_the_closing_invitation_leads_where_its_link_does():
    found = nodes('<p>x.</p><p>Book a free call with <a href="/contact/">our team</a> today.</p>')

    assert found[1] == Invitation(
        'Book a free call with <a href="/contact/">our team</a> today.',
        "Book a free call",
        buttons=(Button("Book a free call", "/contact/"),),
    )


def test_pictures_of_a_zip_come_with_their_words():
    html = (
        "<h1>A title</h1><p>x.</p><p><img src='images/image1.png' alt=''></p><p><i>The room</i></p>"
        "<figure><img src='images/two.jpg' alt='A chair'><figcaption>By the window</figcaption></figure>"
        "<p><img src='images/none.png' alt='Gone'></p>"
    )
    files = {
        "Doc.html": html,
        "images/image1.png": picture(),
        "images/two.jpg": picture("JPEG"),
        "images/x.svg": "<svg/>",
    }
    found = read("doc.zip", zipped(files))

    assert found.nodes[1:] == (
        Picture("images/image1.png", "", "The room"),
        Picture("images/two.jpg", "A chair", "By the window"),
    )
    assert [(file.name, file.content_type) for file in found.media] == [
        ("images/image1.png", "image/png"),
        ("images/two.jpg", "image/jpeg"),
    ]
    assert "Gone" in found.left_out
    assert "The picture “images/image1.png” has no alternative text: say what it shows." in found.notes


def test_a_picture_written_into_the_page_is_a_file():
    import base64

    data = base64.b64encode(picture()).decode()
    found = read("page.html", f"<h1>T</h1><p>x.</p><img alt='A chair' src='data:image/png;base64,{data}'>".encode())

    assert found.nodes[1] == Picture("picture-1.png", "A chair")
    assert found.media[0].data == picture()


def test_footnotes_come_last_in_the_ways_of_every_program():
    for mark, note in [
        (
            '<sup><a href="#fn1" id="fnref1">1</a></sup>',
            '<ol><li id="fn1"><p>A note. <a href="#fnref1">↩</a></p></li></ol>',
        ),
        (
            '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
            '<p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A note.</p>',
        ),
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div>',
        ),
    ]:
        found = nodes(f"<p>Said{mark} here.</p><h2>FAQ</h2><h3>Why?</h3><p>So.</p>{note}")

        assert found[-2:] == (Heading("Notes"), BulletList("", "numbers", ("A note.",))), mark
        assert found[1] == Faq("FAQ", (Question("Why?", "<p>So.</p>"),))


def test_comments_of_google_docs_are_left_out():
    found = page(
        '<p>Said<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Is this so?</p></div>'
    )

    assert found.left_out == ("[a]Is this so?",)


def test_a_page_saved_from_the_web_is_its_article():
    found = read(
        "page.html",
        b"<html><head><title>Sleep | A site</title><meta name=author content='Ada Quill'></head><body><nav>Home</nav>"
        b"<main><article><h1>Sleep</h1><p>Text of the article.</p><h2>Related posts</h2></article></main>"
        b"<aside>Buy this</aside><footer>Copyright</footer></body></html>",
    )

    assert (found.title, found.nodes, found.facts.author) == ("Sleep", (Prose(("Text of the article.",)),), "Ada Quill")
    assert found.left_out == ("Home", "Buy this", "Copyright", "Related posts")


def test_emphasis_that_only_a_style_sheet_knows():
    found = nodes(
        "<style>.c1{font-weight:700}.c2{font-style:italic}</style>"
        "<p>a <span class=c1>b</span> <span class=c2>c</span>.</p>"
    )

    assert found == (Prose(("a <b>b</b> <i>c</i>.",)),)


def test_what_was_hidden_is_left_out_and_said():
    found = page("<p>Seen.</p><p style='display:none'>Not seen.</p>")

    assert found.nodes == (Prose(("Seen.",)),)
    assert found.left_out == ("Not seen.",)


def test_damaged_quotation_marks_are_mended():
    found = page("<p>Donâ€™t say â€œneverâ€\u009d at the cafÃ©.</p>")

    assert found.nodes == (Prose(("Don’t say “never” at the café.",)),)
    assert found.notes == ("Characters that an earlier program had damaged were mended: 4.",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "koi8-r"])
def test_pages_are_read_in_their_own_encoding(encoding):
    text = "<meta charset={}><h1>A title</h1><p>{}</p>".format(encoding, "да" if encoding == "koi8-r" else "café “so”")

    (prose,) = read("page.html", text.encode(encoding)).nodes
    assert prose.paragraphs == (("да",) if encoding == "koi8-r" else ("café “so”",))


def test_lines_of_a_verse_stay_together():
    assert nodes("<p>Roses<br>are <b>red</b></p>") == (Prose(("Roses<br/>are <b>red</b>",)),)
