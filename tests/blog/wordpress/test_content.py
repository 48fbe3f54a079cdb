"""The content of a post, from both editors, as nodes of an outline."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing.nodes import (
    BulletList,
    Button,
    Download,
    Faq,
    Heading,
    Invitation,
    Picture,
    Prose,
    Question,
    Quote,
    Table,
    Video,
)
from blog.importing.outline import texts_of
from blog.wordpress.content import Attachment, Surroundings, read
from blog.wordpress.content.classic import paragraphs
from blog.wordpress.content.shortcodes import attributes_of

BASE = "https://old.example.org"


def nodes(content, **known):
    return list(read(content, Surroundings(BASE, **known)).nodes)


def blocks(*pieces):
    return "<!-- wp:group --><div>" + "".join(pieces) + "</div><!-- /wp:group -->"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("One\n\nTwo", [Prose(("One", "Two"))]),
        ("One\ntwo", [Prose(("One<br/>two",))]),
        ("<h1>Big</h1>\n<h6>Small</h6>", [Heading("Big", 2), Heading("Small", 4)]),
        ("<p><strong>a</strong> <em>b</em> <u>c</u></p>", [Prose(("<b>a</b> <i>b</i> c",))]),
        ("<ol><li>a</li><li>b</li></ol>", [BulletList("", "numbers", ("a", "b"))]),
        ("Bring:\n<ul>\n<li>tea</li>\n</ul>", [BulletList("Bring:", "bullets", ("tea",))]),
        ("<blockquote>Said.\n\n— Ann</blockquote>", [Quote("Said.", "Ann")]),
        ("<blockquote><p>“Said.”</p><cite>Ann</cite></blockquote>", [Quote("Said.", "Ann")]),
        ("before\n<hr />\nafter", [Prose(("before", "after"))]),
        ("https://youtu.be/abcdefghijk", [Video("Video at YouTube", "https://www.youtube.com/watch?v=abcdefghijk")]),
        ("[embed]https://vimeo.com/1[/embed]", [Video("Video at Vimeo", "https://vimeo.com/1")]),
        (
            '<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0" title="Calm"></iframe>',
            [Video("Calm", "https://www.youtube.com/watch?v=abcdefghijk")],
        ),
        (
            '<iframe src="https://maps.example.net/x"></iframe>',
            [Prose(('<a href="https://maps.example.net/x">https://maps.example.net/x</a>',))],
        ),
        (
            '[audio mp3="https://old.example.org/a/calm.mp3"]',
            [Prose(('<a href="https://old.example.org/a/calm.mp3">calm.mp3</a>',))],
        ),
        ('[video mp4="https://old.example.org/v.mp4"][/video]', [Video("v.mp4", "https://old.example.org/v.mp4")]),
        ("[[gallery]] is a word", [Prose(("[gallery] is a word",))]),
        ("[sic] stays", [Prose(("[sic] stays",))]),
        ('[box type="x"]inside[/box]', [Prose(('[box type="x"]inside[/box]',))]),
        ('[et_pb_section fb="1"][et_pb_text]Inside.[/et_pb_text][/et_pb_section]', [Prose(("Inside.",))]),
        ('[caption width="3"]<img src="/a.jpg" alt="A"> Words[/caption]', [Picture(f"{BASE}/a.jpg", "A", "Words")]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", [Prose(("<b>Term</b>", "Meaning"))]),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            [Table("", ("a", "b"), (("c", "d"),))],
        ),
        (
            "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr>"
            "<td>f</td><td>g</td></tr></table>",
            [Table("", ("a", "b", ""), (("c", "d", "e"), ("", "f", "g")))],
        ),
        ("<table><tr><td>one column</td></tr><tr><td>only</td></tr></table>", [Prose(("one column", "only"))]),
        ("<pre>a\n  b</pre>", [Prose(("a<br/>\u00a0\u00a0b",))]),
        ("&lt;script&gt; is a tag &amp; more", [Prose(("&lt;script&gt; is a tag &amp; more",))]),
        ("", []),
    ],
)
def test_classic(content, wanted):
    assert nodes(content) == wanted


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (
            "<!-- wp:columns --><div><div><p>a</p></div><div><h3>b</h3></div></div><!-- /wp:columns -->",
            [Prose(("a",)), Heading("b", 3)],
        ),
        (
            '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Big.</p><cite>Ann</cite>'
            "</blockquote></figure><!-- /wp:pullquote -->",
            [Quote("Big.", "Ann")],
        ),
        (
            '<!-- wp:cover --><div class="wp-block-cover"><img src="/bg.jpg" alt=""/><div class="inner"><p>'
            "Over</p></div></div><!-- /wp:cover -->",
            [Picture(f"{BASE}/bg.jpg", is_decorative=True), Prose(("Over",))],
        ),
        (
            '<!-- wp:cover --><div class="wp-block-cover" style="background-image:url(/bg.jpg)"><p>Over</p></div>'
            "<!-- /wp:cover -->",
            [Picture(f"{BASE}/bg.jpg", is_decorative=True), Prose(("Over",))],
        ),
        (
            '<!-- wp:media-text --><div><figure><img src="/m.jpg" alt="M"/></figure><div><p>Beside</p></div>'
            "</div><!-- /wp:media-text -->",
            [Picture(f"{BASE}/m.jpg", "M"), Prose(("Beside",))],
        ),
        (
            "<!-- wp:details --><details><summary>Q?</summary><p>A.</p></details><!-- /wp:details -->",
            [Faq("Questions and answers", (Question("Q?", "<p>A.</p>"),))],
        ),
        (
            '<!-- wp:rank-math/faq-block {"questions":[{"title":"Q?","content":"A.","visible":true},{"title":"Hid'
            'den?","content":"No.","visible":false}]} /-->',
            [Faq("Questions and answers", (Question("Q?", "<p>A.</p>"),))],
        ),
        (
            '<!-- wp:rank-math/faq-block --><div class="wp-block-rank-math-faq-block">'
            '<div class="rank-math-faq-item"><h3 class="rank-math-question">Q?</h3><div class="rank-math-answer">'
            "<p>A.</p><ul><li>b</li></ul></div></div></div><!-- /wp:rank-math/faq-block -->",
            [Faq("Questions and answers", (Question("Q?", "<p>A.</p><ul><li>b</li></ul>"),))],
        ),
        (
            '<!-- wp:buttons --><div class="wp-block-buttons"><div class="wp-block-button"><a href="/a">One</a>'
            '</div><div class="wp-block-button"><a href="/b">Two</a></div><div class="wp-block-button">'
            '<a href="tel:01632960123">Three</a></div></div><!-- /wp:buttons -->',
            [
                Invitation("", "One", buttons=(Button("One", f"{BASE}/a"), Button("Two", f"{BASE}/b"))),
                Invitation("", "Three", buttons=(Button("Three", "tel:01632960123"),)),
            ],
        ),
        ("<!-- wp:<!-- wp:paragraph --> harbour ", [Prose(("harbour",))]),
        ("<!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->", []),
        ("<!-- wp:html --><b>Own</b><!-- /wp:html -->", [Prose(("<b>Own</b>",))]),
        (
            '<!-- wp:freeform --><ul><li>a<p>b</p><img src="/i.jpg" alt="I"></li></ul><!-- /wp:freeform -->',
            [BulletList("", "bullets", ("a<br/>b",)), Picture(f"{BASE}/i.jpg", "I")],
        ),
    ],
)
def test_block_editor(content, wanted):
    assert nodes(content) == wanted


def test_file_at_hand_is_a_download_and_any_other_a_link():
    button = '<a href="/f.pdf" class="wp-block-file__button">Download</a>'
    file = f'<!-- wp:file --><div class="wp-block-file"><a href="/f.pdf">A list</a>{button}</div><!-- /wp:file -->'

    assert nodes(file, has_file=lambda address: True) == [Download(f"{BASE}/f.pdf", "A list")]
    assert nodes(file) == [Prose((f'<a href="{BASE}/f.pdf">A list</a>',))]
    assert read(file, Surroundings(BASE)).left_out == ("Download",)


def test_gallery_shortcode_names_pictures_by_number():
    known = {4: Attachment("https://old.example.org/4.jpg", "Four", "The fourth")}
    assert nodes('[gallery ids="4,5"]', attachment=known.get) == [
        Picture("https://old.example.org/4.jpg", "Four", "The fourth")
    ]


def test_gallery_without_numbers_shows_the_posts_own():
    known = {4: Attachment("https://old.example.org/4.jpg", "Four")}
    assert len(nodes("[gallery]", attachment=known.get, gallery=lambda of: [4])) == 1


def test_reusable_blocks_stand_in_their_places_and_never_in_a_circle():
    known = {
        1: '<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --><!-- wp:block {"ref":2} /-->',
        2: '<!-- wp:block {"ref":1} /-->',
    }
    found = read('<!-- wp:block {"ref":1} /--><!-- wp:block {"ref":9} /-->', Surroundings(BASE, reusable=known.get))

    assert found.nodes == (Prose(("One",)),)
    assert sum("reusable block" in note for note in found.notes) == 2


def test_words_of_blocks_that_wordpress_fills_are_in_the_report():
    found = read('<!-- wp:search {"label":"Find it","buttonText":"Go"} /-->', Surroundings(BASE))

    assert found.left_out == ("Find it", "Go")
    assert found.dynamic == Counter({"search": 1})


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "&#106;avascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java&#0;script:alert(1)",
        "\x01javascript:alert(1)",
        "http://[::1",
        "file:///etc/passwd",
    ],
)
def test_no_link_but_those_that_are_addresses(link):
    assert nodes(f'<a href="{link}">words</a>') == [Prose(("words",))]


@pytest.mark.parametrize(
    "evil",
    [
        "<script>evil()</script>",
        "<svg onload=evil()>",
        "<img src=x onerror=evil()>",
        "<math><mtext><script>evil()</script></mtext></math>",
        "<style>evil{}</style>",
        "<iframe srcdoc='<script>evil()</script>'></iframe>",
        "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>",
        "<object data='javascript:evil()'></object>",
        "<form action='javascript:evil()'><button formaction='javascript:evil()'>Go</button></form>",
        "[caption]<img src=x onerror=evil()> <script>evil()</script>[/caption]",
    ],
)
@pytest.mark.parametrize("wrap", [str, blocks])
def test_no_script_reaches_a_node(evil, wrap):
    assert "evil" not in str(
        [node for node in nodes(wrap(f"<p>before</p>{evil}<p>after</p>")) if not isinstance(node, Picture)]
    )


def test_tree_deeper_than_reason_keeps_its_words():
    found = read(blocks("<div>" * 5000 + "deep" + "</div>" * 5000), Surroundings(BASE))
    assert found.nodes == (Prose(("deep",)),)


def test_attributes_of_shortcodes_in_every_manner():
    assert attributes_of(' a="1" b=\'2\' c=3 "four" five D=“6” ') == {
        "a": "1",
        "b": "2",
        "c": "3",
        "3": "four",
        "4": "five",
        "d": "6",
    }


def test_paragraphs_as_wordpress_makes_them():
    assert paragraphs("A\n\n<div>B\n\nC</div>\nD") == "<p>A</p>\n<div>B</p>\n<p>C</p></div>\n<p>D</p>"


WORDS = st.sampled_from("harbour winter quiet letter window ninety".split())
TAGS = st.sampled_from(
    """p div b i ul li ol blockquote cite h2 h3 table tr td th figure figcaption details summary pre a span dl dt dd
    section em strong code sup label form noscriptx center wp-x""".split()
)
COMMENTS = st.sampled_from(
    [
        "<!-- wp:paragraph -->",
        "<!-- /wp:paragraph -->",
        '<!-- wp:list {"ordered":true} -->',
        "<!-- wp:x/y {broken -->",
        '<!-- wp:block {"ref":7} /-->',
        "<!-- wp:",
        "<!--more-->",
        "\n\n",
        "[caption]",
        "[/caption]",
        '[gallery ids="1"]',
        "[unknown a=b]",
        "[[",
        "<br>",
        "<hr/>",
        "&amp;",
        "&#0;",
    ]
)
PIECES = st.lists(
    st.one_of(WORDS.map(lambda word: f" {word} "), TAGS.map("<{}>".format), TAGS.map("</{}>".format), COMMENTS),
    max_size=40,
)


@given(PIECES)
def test_no_visible_word_is_lost_and_nothing_fails(pieces):
    content = "".join(pieces)
    found = read(content, Surroundings(BASE))
    kept = Counter(
        re.findall(r"\w+", " ".join([text for node in found.nodes for text in texts_of(node)] + [*found.left_out]))
    )
    # A comment that never ends hides the rest from every browser.
    shown = content.partition("<!-- wp:x/y {broken")[0]
    shown = re.sub(r"<!--.*?-->", " ", shown, flags=re.DOTALL).partition("<!--")[0]
    wanted = Counter(word for word in re.findall(r"\w+", re.sub(r"<[^<>]*>", " ", shown)) if word in WORD_SET)
    assert not wanted - kept


WORD_SET = set("harbour winter quiet letter window ninety".split())


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    read(text, Surroundings(BASE))
    read(f"<!-- wp:x -->{text}", Surroundings(BASE))


@pytest.mark.parametrize(
    "piece",
    [
        "<pre>",
        "<script>",
        "<!-- wp:x ",
        "<!--",
        "<br>",
        " ",
        "\n",
        "[caption]",
        "[",
        "<p>a</p>",
        "<details><summary>q</summary>a</details>",
        "<blockquote>",
        "<table><tr><td>",
        "<figure>",
        "&",
        '"',
        "https://youtu.be/",
        "<ul><li>",
        "<a href=x><img src=y>",
    ],
)
@pytest.mark.parametrize("start", ["", "<!-- wp:x -->" + "<div>" * 200])
def test_the_same_thing_thousands_of_times_is_read_in_passing(piece, start):
    # What is quadratic anywhere would take minutes here; nothing else is asserted of speed.
    read(f"{start}{piece * 8_000}z", Surroundings(BASE))


@pytest.mark.parametrize(
    "tag", ["ul><li", "blockquote", "details", "figure", "div", "b", "table><tr><td", "ol", "dl><dd", "a href='/x'"]
)
def test_nesting_as_deep_as_it_is_read(tag):
    read(blocks(f"<{tag}>" * 38 + "deep<img src=x>"), Surroundings(BASE))
