"""A page as search knows it: what a reader sees of it, parted where the page is, each part with its deep link."""

import json

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from blog.models import ArticlePage
from hub.core.reading import plain
from search.documents import LONGEST_PASSAGE, windows
from search.passages import LEFT_OUT, document_of
from search.text import words
from tests.factories import (
    ArticlePageFactory,
    DocumentFactory,
    ImageFactory,
    InvitationFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import BLOCK_NAMES, BODY, soup, stream
from tests.search.searching import ids_on

pytestmark = pytest.mark.django_db


def heading(text, size="section"):
    return "heading", {"text": text, "size": size}


def text(words):
    return "paragraph", f"<p>{words}</p>"


def faq(*questions, heading="Questions and answers"):
    return "faq", {
        "heading": heading,
        "items": [{"question": question, "answer": answer} for question, answer in questions],
    }


def passages(*children, **fields):
    """Return heading, text and deep link of every passage of an article."""
    page = ArticlePage(title="Worry", path="000100010001", **fields)
    page.body = BODY.to_python(json.loads(stream(*children)))
    return document_of(page).passages


def shape(found):
    return [(passage.heading, passage.text, passage.anchor) for passage in found]


def test_each_section_is_a_passage():
    found = passages(
        text("Before."), heading("What it is"), text("One."), text("Two."), heading("What helps"), text("Three.")
    )

    assert shape(found) == [
        ("", "Before.", ""),
        ("What it is", "One.\nTwo.", "what-it-is"),
        ("What helps", "Three.", "what-helps"),
    ]


def test_part_and_detail_are_passages_of_their_own():
    found = passages(
        heading("A"), text("One."), heading("B", "part"), text("Two."), heading("C", "detail"), text("Three.")
    )

    assert [(passage.heading, passage.text) for passage in found[1:]] == [("A", "One."), ("B", "Two."), ("C", "Three.")]


def test_standfirst_and_what_comes_before_the_first_heading_lead_to_the_page():
    found = passages(text("Before."), standfirst="What keeps you awake.", content_note="Mentions loss.")

    assert shape(found) == [("", "What keeps you awake.\nMentions loss.\nBefore.", "")]


def test_page_without_a_text_is_found_by_its_title():
    assert shape(passages()) == [("", "", "")]


def test_page_that_begins_with_a_heading_has_a_passage_for_its_title():
    assert shape(passages(heading("What it is"), text("One."))) == [("", "", ""), ("What it is", "One.", "what-it-is")]


def test_heading_without_a_text_is_kept():
    assert ("What it is", "", "what-it-is") in shape(passages(heading("What it is"), heading("More"), text("One.")))


def test_question_is_a_passage_with_its_answer():
    found = passages(faq(("Does it pass?", "<p>It <b>does</b>.</p><p>With time.</p>")))

    assert [(p.heading, p.text, p.is_question) for p in found[1:]] == [("Does it pass?", "It does. With time.", True)]


def test_text_that_looks_like_markup_is_text():
    (found,) = passages(text("Fear &lt; trust, and trust &gt; fear."), ("quote", {"text": "I <3 you, <b>you</b>."}))

    assert found.text == "Fear < trust, and trust > fear.\nI <3 you, <b>you</b>."


def test_emphasis_parts_no_word():
    found = passages(text("<b>T</b>rust <i>grows</i>."), faq(("Why?", "<p><b>B</b>ecause.</p><p>So.</p>")))

    assert [passage.text for passage in found] == ["Trust grows.", "Because. So."]


def test_field_that_was_left_empty_says_nothing():
    (found,) = passages(("quote", {"text": "Fear."}), ("callout", {"text": "<p>Trust.</p>"}))

    assert found.text == "Fear.\nTrust."


def test_author_is_found(articles):
    page = ArticlePageFactory(parent=articles, author=PersonPageFactory(parent=articles, title="Marian Ash"))

    assert "By Marian Ash" in document_of(page).passages[0].text


def test_person_is_found_by_what_they_do(home):
    page = PersonPageFactory(
        parent=home,
        title="Marian Ash",
        role="Couples counsellor",
        credentials="MA",
        biography="<p>Works by the <b>harbour</b>.</p>",
        languages="Welsh",
        registration_body="UKCP",
        registration_number="123",
    )

    document = document_of(page)

    assert (document.kind, document.title) == ("person", "Marian Ash")
    assert document.passages[0].text.splitlines() == [
        "Couples counsellor",
        "MA",
        "Works by the harbour.",
        "Welsh",
        "UKCP 123",
    ]


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (ArticlePageFactory, "article"),
        (TopicPageFactory, "topic"),
        (PersonPageFactory, "person"),
        (StandardPageFactory, "page"),
    ],
)
def test_page_is_of_its_kind(home, make, kind):
    assert document_of(make(parent=home)).kind == kind


def test_topic_is_found_by_its_standfirst(home):
    page = TopicPageFactory(parent=home, standfirst="When sleep won't come.")

    assert document_of(page).passages[0].text == "When sleep won't come."


def test_every_deep_link_leads_to_its_heading(client, articles):
    names = ["What helps", "What helps", "Title", "Références", "?", "Search"]
    body = stream(*(part for name in names for part in (heading(name), text("So."))))
    page = ArticlePageFactory(parent=articles, body=body)

    ids = ids_on(client, page.url)

    found = document_of(page).passages[1:]
    assert [passage.heading for passage in found] == names
    assert [ids[passage.anchor].get_text(strip=True) for passage in found] == names


def test_every_deep_link_leads_to_its_question(client, articles):
    page = ArticlePageFactory(
        parent=articles,
        body=stream(
            faq(("Why?", "<p>Because.</p>"), ("When?", "<p>Now.</p>")), heading("More"), faq(("Why?", "<p>No.</p>"))
        ),
    )

    ids = ids_on(client, page.url)

    found = [passage for passage in document_of(page).passages if passage.is_question]
    shown = [
        (ids[p.anchor].name, ids[p.anchor].summary.get_text(), ids[p.anchor].div.get_text(strip=True)) for p in found
    ]
    assert shown == [("details", "Why?", "Because."), ("details", "When?", "Now."), ("details", "Why?", "No.")]


def test_every_deep_link_of_a_long_page_is_there(client, articles):
    long = text("word " * (LONGEST_PASSAGE * 2 + 10))
    children = [part for number in range(6) for part in (heading(f"Part {number}", "part"), long)]
    page = ArticlePageFactory(parent=articles, body=stream(*children, faq(("Why?", f"<p>{'so ' * 500}</p>"))))

    ids = ids_on(client, page.url)

    assert {p.anchor for p in document_of(page).passages if p.anchor} <= set(ids)


def test_long_section_is_parted_with_one_heading_and_link():
    found = passages(heading("What it is"), text("word " * (LONGEST_PASSAGE * 2 + 10)))[1:]

    assert len(found) == 3
    assert {(passage.heading, passage.anchor) for passage in found} == {("What it is", "what-it-is")}


def test_long_answer_is_parted_with_one_question_and_link():
    found = [p for p in passages(faq(("Why?", f"<p>{'so ' * (LONGEST_PASSAGE + 5)}</p>"))) if p.is_question]

    assert (len(found), len({(passage.heading, passage.anchor) for passage in found})) == (2, 1)


# What every page has says nothing of one.
@pytest.mark.parametrize("block", sorted(LEFT_OUT))
def test_what_leads_elsewhere_is_left_out(articles, block):
    page = ArticlePageFactory(parent=articles, body=of_kind(block, articles))

    assert shape(document_of(page).passages) == [("", "", "")]


def of_kind(name, parent):
    """Return an example of a block, as a stream of it alone is stored."""
    block = BODY.child_blocks[name]
    make = {
        "shared_invitation": lambda: InvitationFactory().pk,
        "person_card": lambda: {"person": PersonPageFactory(parent=parent).pk, "note": "Works on Tuesdays."},
        "related_articles": lambda: {"heading": "Read", "articles": [ArticlePageFactory(parent=parent).pk]},
        "download": lambda: {"document": DocumentFactory().pk, "title": "A week", "description": "To print."},
        "image": lambda: {
            "image": {"image": ImageFactory().pk, "alt_text": "A boat", "decorative": False},
            "caption": "An hour before dusk.",
            "credit": "The practice",
        },
    }
    value = make[name]() if name in make else block.get_prep_value(block.get_preview_value())
    return json.dumps([{"type": name, "value": value, "id": "b7a0f2c4-0000-4000-8000-000000000000"}])


#: What the templates say around an author's words, and a figure's years.
AROUND = {"also", "source", "watch", "at", "read", "what", "is", "said", "www", "example", "org", "1961", "2016"}
AROUND |= {"helps", "does", "not", "help", "questions", "and", "answers", "key", "points", "ask", "people", "question"}


@pytest.mark.parametrize("block", sorted(set(BLOCK_NAMES) - LEFT_OUT))
def test_all_that_a_block_shows_is_searched(articles, block):
    page = ArticlePageFactory(parent=articles, body=of_kind(block, articles))

    shown = soup(render(page)).main

    indexed = {word for passage in document_of(page).passages for word in words(f"{passage.heading} {passage.text}")}
    assert set(words(shown.get_text(" "))) - indexed - AROUND == set()


def render(page):
    template = Template('<main>{% include "core/body.html" %}</main>')
    return template.render(Context({"parts": page.parts}))


@pytest.mark.parametrize("choice", ["Section", "Ticks (helps)", "Tip"])
def test_what_an_editor_chose_from_a_list_is_no_text(choice):
    points = {"introduction": "It helps:", "style": "ticks", "items": ["<p>Sleep</p>"]}
    callout = {"tone": "tip", "heading": "Before you go on", "text": "<p>Breathe.</p>"}

    found = passages(heading("What helps"), ("bullet_list", points), ("callout", callout))

    assert [passage for passage in found if choice in passage.text] == []


def test_heading_of_a_block_is_searched_with_its_section():
    steps = {"heading": "How a first session goes", "steps": [{"title": "You arrive", "text": "<p>Early.</p>"}]}

    (_, found) = passages(heading("What to expect"), ("steps", steps))

    assert found.text == "How a first session goes\nYou arrive\nEarly."


def test_heading_that_every_such_block_has_is_left_out():
    (found,) = passages(("key_points", {"heading": "Key points", "points": ["<p>One.</p>"]}))

    assert found.text == "One."


BLOCKS = st.one_of(
    st.builds(heading, st.text("abc é'&<", min_size=1, max_size=20), st.sampled_from(["section", "part", "detail"])),
    st.builds(text, st.text("abc é.?! ", max_size=60)),
    st.builds(
        lambda items: ("bullet_list", {"introduction": "So:", "style": "bullets", "items": items}),
        st.lists(st.text("xyz ", max_size=20), min_size=1, max_size=3),
    ),
    st.builds(
        lambda pairs: faq(*pairs),
        st.lists(
            st.tuples(st.text("klm", min_size=1, max_size=20), st.text("nop", min_size=1, max_size=20)),
            min_size=1,
            max_size=3,
        ),
    ),
    st.builds(
        lambda title, said: ("callout", {"tone": "note", "heading": title, "text": f"<p>{said}</p>"}),
        st.text("rst ", max_size=20),
        st.text("uvw ", max_size=20),
    ),
)


@given(children=st.lists(BLOCKS, max_size=8))
def test_no_word_of_a_page_is_lost(children):
    found = passages(*children)

    kept = {word for passage in found for word in words(f"{passage.heading} {passage.text}")}
    wanted = set()
    for name, value in children:
        if name == "faq":
            pairs = [(item["question"], item["answer"]) for item in value["items"]]
            wanted |= {word for pair in pairs if all(pair) for part in pair for word in words(part)}
        elif name == "heading":
            wanted |= set(words(value["text"]))
        else:
            parts = (
                [value]
                if isinstance(value, str)
                else [part for part in value.values() if part not in ("bullets", "note")]
            )
            wanted |= {
                word
                for part in parts
                for line in ([part] if isinstance(part, str) else part)
                for word in words(plain(line))
            }
    assert wanted <= kept


@given(children=st.lists(BLOCKS, max_size=8))
def test_the_first_passage_is_the_page_itself(children):
    found = passages(*children)

    assert (found[0].anchor, found[0].is_question) == ("", False)


@given(
    text=st.lists(st.lists(st.text("ab.!? ", max_size=12), max_size=40).map(" ".join), max_size=6).map("\n".join),
    longest=st.integers(1, 30),
)
def test_windows_lose_no_word_and_keep_the_order(text, longest):
    pieces = windows(text, longest)

    assert [word for piece in pieces for word in piece.split()] == text.split()
    assert all(0 < len(piece.split()) <= longest for piece in pieces)


@given(text=st.text(max_size=400), longest=st.integers(1, 12))
def test_windows_take_any_text(text, longest):
    pieces = windows(text, longest)

    assert [word for piece in pieces for word in piece.split()] == text.split()
    assert all(0 < len(piece.split()) <= longest for piece in pieces)


def test_short_text_stays_as_it_is():
    assert windows("One.\nTwo.") == ["One.\nTwo."]


def test_window_ends_with_a_sentence_where_it_can():
    pieces = windows(" ".join(["One two three."] * 20), 10)

    assert {piece[-1] for piece in pieces} == {"."}


def test_last_window_is_no_mere_rest():
    sizes = [len(piece.split()) for piece in windows(" ".join(["One two three."] * 75), LONGEST_PASSAGE)]

    assert min(sizes) > LONGEST_PASSAGE // 3
