"""A cry for help is heard, misspelt or not, and before any result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.models import CrisisSupport
from search.crisis import STARTING_PHRASES, is_crisis
from search.models import Phrase, SearchSettings, Sighting
from search.query import cleaned
from tests.helpers import soup


def cries(text):
    return is_crisis(cleaned(text), STARTING_PHRASES)


@pytest.mark.parametrize("phrase", STARTING_PHRASES)
def test_every_phrase_is_heard(phrase):
    assert cries(phrase)


@pytest.mark.parametrize("phrase", STARTING_PHRASES)
@pytest.mark.parametrize(
    "around", ["{}", "I {} what now", "{}!!!", "HELP: {}", "“{}”", "why do i feel {} every night?"]
)
def test_phrase_is_heard_among_other_words(phrase, around):
    assert cries(around.format(phrase))


@pytest.mark.parametrize("phrase", STARTING_PHRASES)
@pytest.mark.parametrize(
    "change", [str.upper, str.title, lambda text: text.replace("'", "’"), lambda text: text.replace("'", "")]
)
def test_phrase_is_heard_however_it_is_typed(phrase, change):
    assert cries(change(phrase))


@pytest.mark.parametrize(
    "text",
    [
        "suiside",
        "sucidal thoughts",
        "suicidle",
        "suicde",
        "comit suicied",
        "self-harm",
        "selfharming",
        "self harming",
        "kil myself",
        "killl myself",
        "kill my self",
        "Kill My Self",
        "killmyself",
        "kill mysef",
        "hrut myself",
        "harming myself",
        "i want to just die",
        "wanted to die",
        "i wnat to die",
        "wanting to die",
        "end my own life",
        "ending my lfe",
        "i dont want to live",
        "I do not want to live",
        "i don't want to live any more",
        "don't want to be here any more",
        "I can not go on",
        "I cannot go on",
        "i cant do this any more",
        "cannot take it any more",
        "no reason to keep living",
        "i took far too many pills",
        "overdosing",
        "ovedose",
        "better off ded",
        "I wish I were dead",
        "everyone would be better off without me",
        "he hit me",
        "my husband beats me",
        "i was raped",
        "I hear voices",
    ],
)
def test_cry_is_heard_through_slips_and_other_words(text):
    assert cries(text)


@pytest.mark.parametrize(
    "text",
    [
        "rapid mood changes",
        "skill building",
        "suited for therapy",
        "bills are overdue",
        "parasite",
        "hurt by criticism",
        "a killer deadline",
        "hobbies for my son",
        "better sleep",
        "how do I end therapy",
        "worth of counselling",
        "cutting down on drinking",
        "my life after divorce",
        "die of embarrassment",
        "living with anxiety",
        "wish list",
        "self esteem",
        "self help",
        "hard on myself",
        "harmony at home",
        "notes on goodbye",
        "suitable therapist",
        "subside",
        "someone hurt me",
        "trust myself",
        "rapport",
        "taper off medication",
        "voice lessons",
        "therapist",
        "deadline at work",
        "safe at home",
        "killing time",
        "want to live abroad",
        "disappearing messages",
    ],
)
def test_other_searches_are_no_cry(text):
    assert not cries(text)


@given(text=st.text(max_size=120), phrases=st.lists(st.text(max_size=20), max_size=4))
def test_any_text_and_any_list_are_taken(text, phrases):
    assert is_crisis(cleaned(text), phrases) in (True, False)


@given(
    before=st.lists(st.sampled_from(["why", "so", "sad", "night"]), max_size=5),
    phrase=st.sampled_from(STARTING_PHRASES),
)
def test_phrase_is_heard_wherever_it_stands(before, phrase):
    assert cries(" ".join([*before, phrase, *before]))


def test_without_a_list_nothing_is_a_cry():
    assert not is_crisis("suicide", [])


@pytest.mark.parametrize(
    "address", ["/search/?q=sucidal", "/search/?q=sucidal&kind=article", "/search/?q=suicidal&page=2"]
)
def test_help_stands_above_any_result(client, article, address):
    main = soup(client.get(address)).main

    panel = main.find("section", class_="urgent--search")
    results = main.find("section", class_="results")
    assert panel.sourceline, panel.sourcepos < (results.sourceline, results.sourcepos)
    assert panel.find_next("section", class_="results") is results


def test_help_names_the_lines_of_the_practice(client, article):
    site = CrisisSupport.for_site(article.get_site())
    site.emergency_number = "999"
    site.save()

    assert soup(client.get("/search/?q=suicide")).main.find("a", href="tel:999")


def test_other_search_shows_no_panel(client, article):
    assert soup(client.get("/search/?q=worry")).main.find(class_="urgent--search") is None


def test_list_is_the_editors_own(client, article):
    rules = SearchSettings.for_site(article.get_site())
    rules.crisis_phrases = "lighthouse\n\n  two  words \n"
    rules.save()

    shown = [client.get("/search/", {"q": q}).context["in_crisis"] for q in ("lighthouse", "two more words", "suicide")]

    assert shown == [True, True, False]


def test_cry_is_never_counted(client, article):
    for _ in range(10):
        client.get("/search/?q=sucidal")

    assert (Phrase.objects.count(), Sighting.objects.count()) == (0, 0)
