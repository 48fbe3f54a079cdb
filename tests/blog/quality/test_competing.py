"""Which articles compete for the same readers."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.quality.competing import ALIKE, Named, Reason, competing, telling

A_TITLE = st.lists(st.sampled_from("anxiety sleep panic grief trust couples night worry the of".split()), max_size=7)


def named(*titles, phrases=()):
    return [Named(key, title, dict(phrases).get(key, "")) for key, title in enumerate(titles)]


def told(articles):
    return [(pair.first.key, pair.second.key, *pair.reasons) for pair in competing(articles)]


@pytest.mark.parametrize(
    ("titles", "reason"),
    [
        (("Sleep and worry", "  sleep AND  worry "), Reason.TITLE),
        (("What couples therapy is like", "Couples therapies"), Reason.NEAR),
        (("Panic attacks at night: how to sleep", "How to sleep with panic attacks at night"), Reason.NEAR),
        (("Behaviour and grief", "Grief and behavior"), Reason.NEAR),
    ],
)
def test_titles_that_compete(titles, reason):
    assert told(named(*titles)) == [(0, 1, reason)]


def test_titles_that_only_share_their_subject_do_not_compete():
    assert told(named("Panic attacks at night", "Panic attacks at work", "Panic", "")) == []


def test_the_same_focus_phrase_in_any_order():
    found = named("Sleep", "Grief", "Trust", phrases={0: "couples therapy", 1: "Therapy for couples", 2: ""}.items())

    assert told(found) == [(0, 1, Reason.PHRASE)]


def test_both_reasons_stand_in_one_row():
    assert told(named("Sleep", "Sleep", phrases={0: "bad sleep", 1: "bad sleep"}.items())) == [
        (0, 1, Reason.TITLE, Reason.PHRASE)
    ]


def test_each_of_many_alike_stands_beside_the_first():
    assert told(named(*["Untitled"] * 4)) == [(0, other, Reason.TITLE) for other in (1, 2, 3)]


@given(st.lists(A_TITLE, max_size=12))
def test_none_that_is_alike_is_missed_and_none_found_that_is_not(titles):
    articles = named(*(" ".join(words) for words in titles))
    stems = [telling(article.title) for article in articles]

    def alike(one, other):
        both = stems[one] | stems[other]
        return bool(both) and len(stems[one] & stems[other]) / len(both) >= ALIKE

    expected = {pair for pair in combinations(range(len(articles)), 2) if alike(*pair)}
    found = {(first, second) for first, second, *_ in told(articles)}

    assert found <= expected
    assert _together(found, len(articles)) == _together(expected, len(articles))


def _together(pairs, number) -> set[frozenset]:
    groups = {key: {key} for key in range(number)}
    for first, second in pairs:
        whole = groups[first] | groups[second]
        groups.update(dict.fromkeys(whole, whole))
    return {frozenset(group) for group in groups.values()}
