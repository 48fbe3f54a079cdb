"""Which phrases of a text should be links: names of other articles, in running text, each article once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.linking.subjects import Text, subject_of
from blog.linking.suggesting import MOST, Named, keys_in, suggest
from blog.linking.texts import linkable, text_of
from blog.linking.words import Line, alone, key_of, lines_of, phrases_in, stem, stems_of

GRIEF = Text(
    "Grief does not run on a timetable",
    body=("Grief comes in waves.", "Nobody can hurry grief along.", "Grief is no illness, and it has no timetable."),
)
PANIC = Text(
    "Panic attacks: what to do in the moment",
    body=("A panic attack ends by itself.", "In a panic attack breathe out slowly.", "Panic passes.", "Panic is loud."),
)
ARTICLES = {
    1: GRIEF,
    2: PANIC,
    3: Text("What happens in couples therapy", body=("Couples therapy begins with two people.",)),
}


def phrases(*texts, title="", skipped=(), articles=None):
    """Return ``phrase -> article`` as suggested for a text of these lines."""
    named: dict = {}
    for article, text in (articles or ARTICLES).items():
        for key, weight in subject_of(text).phrases.items():
            named.setdefault(key, []).append(Named(article, weight))
    lines = [line for text in texts for line in lines_of(text)[0]]
    return {one.phrase: one.article for one in suggest(lines, named, title, skipped)}


def test_name_of_an_article_leads_to_it():
    assert phrases("Many come with panic attacks or grief.", "<p>Couples therapy is one way.</p>") == {
        "panic attacks": 2,
        "grief": 1,
        "Couples therapy": 3,
    }


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("She had a panic attack.", "panic attack"),
        ("Therapy for couples may help.", "Therapy for couples"),
        ("“Panic attacks”, he said.", "Panic attacks"),
        ("PANIC ATTACKS", "PANIC ATTACKS"),
        ("the grief of others", "grief"),
    ],
)
def test_phrase_is_found_in_its_forms(text, phrase):
    assert list(phrases(text)) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "An attack of hay fever.",
        "Panic, attacks and the rest: do they panic you? Try not to panic.",
        "A grief-stricken house.",
        "Grieving, grievous, grieved.",
        "The couple moved. Therapy helped.",
        '<a linktype="page" id="9">Panic attacks</a> and <a href="https://example.org">grief</a>',
        "It happens.",
        "",
    ],
)
def test_what_is_no_name_is_left_alone(text):
    assert phrases(text) in ({}, {"Panic": 2})


def test_word_in_another_use_is_left_alone():
    trust = {1: Text("Why trust matters", body=("Trust grows.", "Lost trust returns.", "Trust is slow."))}

    assert phrases("They trust you.", "We want to trust.", "Nobody trusts us.", articles=trust) == {}
    assert phrases("Once trust is broken", articles=trust) == {"trust": 1}


def test_each_article_is_suggested_once_where_its_longest_name_is():
    found = phrases("Panic comes first.", "Panic attacks come second.", "Panic attacks come third.")

    assert found == {"Panic attacks": 2}


def test_article_never_leads_to_itself_nor_to_what_is_linked():
    assert phrases("Grief and panic attacks.", skipped={1, 2}) == {}


def test_what_the_text_itself_is_about_leads_nowhere():
    assert phrases("Grief and panic attacks.", title="Living with grief") == {"panic attacks": 2}


def test_phrase_that_names_many_articles_names_none():
    many = {number: Text(f"Panic attacks: part {number}", body=("Panic attacks.",)) for number in range(5)}

    assert phrases("Panic attacks are common.", articles=many) == {}


def test_at_most_eight_are_suggested_and_two_in_a_line():
    names = ("sleep hygiene", "social anxiety", "anger management", "body dysmorphia", "postnatal depression")
    names += ("seasonal depression", "imposter syndrome", "exam nerves", "caregiver burnout", "hoarding disorder")
    articles = {number: Text(name.title(), body=(name,)) for number, name in enumerate(names)}

    assert len(phrases(*(f"About {name}." for name in names), articles=articles)) == MOST
    assert len(phrases(f"About {', '.join(names)}.", articles=articles)) == 2


def test_only_running_text_holds_links():
    children = [
        {"type": "heading", "value": {"text": "Panic attacks", "size": "section"}},
        {"type": "quote", "value": {"text": "Grief is love."}},
        {"type": "key_points", "value": {"heading": "x", "points": [{"type": "item", "value": "<p>grief</p>"}]}},
        {"type": "callout", "value": {"heading": "x", "text": "<p>grief</p>"}},
        {"type": "paragraph", "value": "<p>one<br/>two</p><p>three</p>"},
        {"type": "bullet_list", "value": {"introduction": "in", "items": [{"type": "item", "value": "<p>four</p>"}]}},
        {"type": "steps", "value": {"steps": [{"type": "item", "value": {"title": "t", "text": "<p>five</p>"}}]}},
        {"type": "faq", "value": {"items": [{"type": "item", "value": {"question": "q", "answer": "<p>six</p>"}}]}},
        {"type": "paragraph", "value": None},
        {"type": "faq", "value": None},
        {"type": "faq", "value": {"items": [{"type": "item", "value": None}]}},
    ]

    assert [line.text for line in linkable(children)[0]] == ["one", "two", "three", "four", "five", "six"]


def test_words_of_an_article_are_told_apart_by_what_they_are():
    children = [
        {"type": "heading", "value": {"text": "Waves", "size": "section"}},
        {
            "type": "faq",
            "value": {
                "heading": "Asked",
                "items": [{"type": "item", "value": {"question": "Why?", "answer": "<p>So.</p>"}}],
            },
        },
        {"type": "glossary_term", "value": {"term": "Dual process", "also_known_as": "", "definition": "<p>Two.</p>"}},
    ]

    assert text_of("Grief", "Short.", children) == Text(
        "Grief", "Short.", ("Waves", "Asked", "Why?"), ("Dual process",), ("So.", "Two.")
    )


def test_links_are_read_with_their_pages():
    lines, pages = lines_of('<p>See <a linktype="page" id="17">this <b>page</b></a> &amp; more.</p>')

    assert ([(line.text, line.links) for line in lines], pages) == ([("See this page & more.", [(4, 13)])], {17})


def test_both_spellings_and_all_selves_are_one():
    assert stem("counselling") == stem("counseling")
    assert stem("behavioural") == stem("behavioral")
    assert key_of(map(stem, ["self", "trust"])) == key_of(map(stem, ["trust", "yourself"]))
    assert (alone("boundaries"), alone("griefs"), alone("stress"), stems_of("=grief")) == (
        *("=boundary", "=grief", "=stress"),
        {"grief"},
    )


def test_phrase_is_parted_by_marks_and_not_by_small_words():
    assert "attack panic" not in dict(phrases_in("panic, attacks"))
    assert "attack panic" in dict(phrases_in("attacks of the panic"))


@given(st.text(max_size=200), st.text(max_size=60))
def test_suggestions_stand_where_they_say(text, title):
    lines = [Line(text, [])]
    named = {key: [Named(number, 0.9)] for number, key in enumerate(sorted(keys_in(lines)))}

    for one in suggest(lines, named, title):
        assert text[one.start :].startswith(one.phrase) and one.phrase
        assert text[: one.start].endswith(one.before) and text[one.start + len(one.phrase) :].startswith(one.after)


@given(st.text(max_size=300))
def test_any_text_has_lines(html):
    lines, pages = lines_of(html)

    assert all(0 <= start <= end <= len(line.text) for line in lines for start, end in line.links)
    subject_of(Text(html[:80], html, (html,), (html,), (html,)))
