"""From a reader's words to passages: understood, corrected, relaxed, ordered. The same on every database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import planning
from search.documents import QUESTION, Document, Passage
from search.engines import Filters
from search.finding import ask, by_page, find
from search.query import cleaned, synonym_table
from search.starting import SYNONYMS

NONE = synonym_table(())
STARTING = synonym_table(SYNONYMS)


def page(number, title, *texts, questions=(), kind="article", topics=()):
    passages = [Passage("", texts[0] if texts else "")]
    passages += [Passage(f"Section {place}", text, f"section-{place}") for place, text in enumerate(texts[1:], 2)]
    passages += [Passage(question, answer, f"q-{place}", True) for place, (question, answer) in enumerate(questions)]
    return Document(number, kind, title, tuple(passages), topics=topics)


@pytest.fixture
def known(index):
    """Index documents; return what finds the titles of pages for a question, best first."""

    def indexed(*documents):
        index.add(documents)

        def found(text, synonyms=NONE, corrects=True, filters=Filters()):  # noqa: B008
            answer = find(index, ask(index, text, synonyms, corrects=corrects), filters)
            return [hits[0].page.title for hits in by_page(answer.hits, 10).values()]

        return found

    return indexed


def read(index, text, synonyms=NONE, corrects=True):
    """Return what is read in place of a question, "" where it is taken as it is."""
    return ask(index, text, synonyms, corrects=corrects).corrected


WORRY = page(1, "Worry at night", "What keeps you awake beside the lamp.")


@pytest.mark.parametrize(
    "text",
    [
        "worry",
        "Worry at night",
        "WORRY",
        "awake",
        "lamp",
        '"worry"',
        "worry?",
        "worry & night",
        "worries",
        "worrying",
        "Why do I worry?",
        "lámp",
        "LAMP’S",
        "“worry at night”",
    ],
)
def test_page_is_found_by_its_words(known, text):
    assert known(WORRY)(text) == ["Worry at night"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("A café in Malmö", "cafe malmo"),
        ("Cafe in Malmo", "café malmö"),
        ("Nguyễn and Ørsted", "nguyen"),
        ("Cafe\u0301 by the sea", "café"),
        ("Don't give up", "dont"),
        ("Dont give up", "don’t"),
        ("Self-esteem/self-worth", "worth"),
        ("snake_case words", "case"),
        ("Write to help@example.org today", "example"),
        ("See https://example.org/grief/ for more", "grief"),
        ("Loss <b and> gain", "gain"),
        ("Trust & R&D", "trust"),
        ("AT&amp;T and loss", "loss"),
        ("3.5 hours of 1,000", "hours 1 000"),
        ("ΆΓΧΟΣ and fear", "αγχοσ"),
        ("信任 trust", "信任"),
        ("Приве́т", "привет"),
    ],
)
def test_word_is_found_however_it_is_written(known, written, text):
    assert known(page(1, "Something", written), page(2, "Else", "Nothing here"))(text) == ["Something"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("counselling", "counseling"),
        ("counselor", "counsellors"),
        ("behaviour", "behavior"),
        ("colour", "colors"),
        ("organise", "organizing"),
        ("paediatric", "pediatric"),
        ("mum", "mom"),
        ("grey", "gray"),
        ("practise", "practice"),
        ("travelling", "traveling"),
    ],
)
def test_british_and_american_spelling_find_each_other(known, written, text):
    found = known(page(1, "One", f"On {written} today."))

    assert (found(text), found(written)) == (["One"], ["One"])


@pytest.mark.parametrize(("one", "other"), [("organ", "organise"), ("our", "or"), ("hour", "hor"), ("four", "for")])
def test_other_words_stay_other_words(known, one, other):
    assert known(page(1, "One", one), page(2, "Two", other))(one) == ["One"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Talking about psychotherapy", "counselling"),
        ("CBT in practice", "cognitive behavioural therapy"),
        ("Cognitive behavioral therapy in practice", "CBT"),
        ("After infidelity", "cheating"),
        ("My wife left", "partner"),
        ("A low mood", "depression"),
        ("Feeling depressed", "low mood"),
        ("When he passed away", "died"),
        ("Trouble sleeping again", "insomnia"),
    ],
)
def test_other_words_for_the_same_are_found(known, written, text):
    assert known(page(1, "One", written), page(2, "Two", "Nothing here"))(text, STARTING) == ["One"]


def test_words_of_a_synonym_must_stand_together(known):
    found = known(page(1, "Apart", "The mood was good and the sun was low."))

    assert found("depression", STARTING) == []


def test_word_itself_comes_before_its_synonym(known):
    texts = "counselling by the sea", "psychotherapy by the sea"
    found = known(page(1, "Psychotherapy", texts[1]), page(2, "Counselling", texts[0]))

    assert found("counselling", STARTING) == ["Counselling", "Psychotherapy"]


def test_page_with_all_the_words_comes_before_one_with_some(known):
    found = known(page(1, "Worry by day"), page(2, "Worry at night"))

    assert found("worry night")[0] == "Worry at night"


def test_where_enough_pages_hold_all_words_the_others_stay_away(known):
    documents = [page(number, f"Worry at night {number}") for number in range(1, 11)]

    assert len(known(*documents, page(11, "Worry by day"))("worry night")) == 10


def test_question_none_answers_in_full_finds_what_answers_in_part(known):
    assert known(WORRY)("worry penguins") == ["Worry at night"]


def test_most_words_come_before_one(known):
    found = known(page(1, "A harbour"), page(2, "A harbour with a lighthouse"))

    assert found("lighthouse harbour penguins")[0] == "A harbour with a lighthouse"


def test_title_counts_for_more_than_text(known):
    filler = "Some other words stand here as well, and a few more of them."
    found = known(page(1, "Night and day", f"On trust. {filler}"), page(2, "On trust", f"Night and day. {filler}"))

    assert found("trust") == ["On trust", "Night and day"]


def test_rare_word_counts_for_more_than_a_common_one(known):
    common = [page(number, f"Worry {number}", "On worry.") for number in range(1, 8)]
    found = known(*common, page(9, "Lamp", "On lamps."))

    assert found("worry lamp")[0] == "Lamp"


def test_best_passage_of_a_page_comes_first(index):
    index.add([page(1, "Night", "Of many things.", "Of the moon.", "Of the lamp beside the bed.")])

    (hits,) = by_page(find(index, ask(index, "lamp", NONE)).hits, 10).values()

    assert hits[0].passage.anchor == "section-3"


def test_question_is_found_by_its_own_words(index):
    index.add([page(1, "Night", "Of many things.", questions=[("Does worry pass?", "It does.")])])

    hit = find(index, ask(index, "will my worry pass", NONE)).hits[0]

    assert (hit.passage.heading, hit.passage.text, hit.passage.is_question) == ("Does worry pass?", "It does.", True)


@pytest.mark.parametrize("text", ["the", "what is the", "to be or not", "about"])
def test_only_stop_words_find_texts_that_hold_them(known, text):
    assert known(page(1, "What is the matter?", "To be about it, or not."))(text) == ["What is the matter?"]


@pytest.mark.parametrize("text", ["", "?!…—", "...", "((", '"', '""', "🙂", "_"])
def test_question_without_words_finds_nothing(known, text):
    assert known(WORRY)(text) == []


def test_question_of_stop_words_and_one_unknown_word_is_no_dead_end(index):
    index.add([page(1, "What is about", "It is about to be.")])

    found = find(index, ask(index, "what is qqqqz about", NONE))

    assert ([hit.page.title for hit in found.hits], found.is_loose) == (["What is about"], True)


def test_quoted_words_must_stand_together(known):
    found = known(page(1, "Apart", "The lamp was beside him at night."), page(2, "Together", "Beside the lamp."))

    assert found('"beside the lamp"') == ["Together"]


def test_quoted_words_are_found_in_any_field_but_not_across(known):
    found = known(page(1, "Beside the", "lamp"), page(2, "Beside the lamp"), page(3, "Three", "", "Beside the lamp"))

    assert sorted(found('"beside the lamp"')) == ["Beside the lamp", "Three"]


def test_other_words_order_what_a_phrase_finds(known):
    found = known(page(1, "One", "Beside the lamp."), page(2, "Two", "Beside the lamp at night."))

    assert found('night "beside the lamp"')[0] == "Two"


def test_phrase_that_stands_nowhere_is_relaxed(index):
    index.add([WORRY])

    found = find(index, ask(index, '"lamp beside"', NONE))

    assert ([hit.page.title for hit in found.hits], found.is_loose) == (["Worry at night"], True)


def test_phrase_that_was_found_is_not_loose(index):
    index.add([WORRY])

    found = find(index, ask(index, '"beside the lamp"', NONE))

    assert (found.is_loose, found.is_complete) == (False, True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anxeity", "anxiety"),
        ("anxity", "anxiety"),
        ("anxietyy", "anxiety"),
        ("relatoinship", "relationship"),
        ("lonliness", "loneliness"),
        ("why am i so anxeity?", "why am i so anxiety?"),
        ("ANXEITY", "anxiety"),
        ("selfesteem", "self esteem"),
        ("panicattack", "panic attack"),
    ],
)
def test_slip_of_the_finger_is_corrected(index, typed, meant):
    words = "anxiety bereavement counselling relationship loneliness self esteem panic attack"
    index.add([page(1, "One", words), page(2, "Two", words)])

    assert read(index, typed) == meant


def test_corrected_word_is_searched_for(known):
    assert known(page(1, "Anxiety"), page(2, "Else"))("anxeity") == ["Anxiety"]


def test_commoner_word_is_meant(index):
    index.add([page(number, "One", "grief") for number in range(1, 6)] + [page(9, "Two", "griev")])

    assert read(index, "griefv") == "grief"


def test_word_as_it_was_typed_is_searched_for_on_request(index):
    index.add([page(1, "Anxiety")])

    assert read(index, "anxeity", corrects=False) == ""


@pytest.mark.parametrize("typed", ["anxiety", "anxious", "worrying", "therapy"])
def test_word_that_stands_in_a_text_is_right(index, typed):
    index.add([page(1, "One", "anxiety anxiously worry therapy theraphy")])

    assert read(index, typed) == ""


@pytest.mark.parametrize(
    "typed", ["rapid", "grave", "throat", "trusty", "shame", "flame", "counsel", "colour", "color"]
)
def test_english_word_is_never_corrected(index, typed):
    index.add([page(1, "One", "raped grief threat trusts sham frame council collar")])

    assert read(index, typed) == ""


@pytest.mark.parametrize("text", ["my therapist Anxeity", "Dr Anxeity", "is it Anxeity?"])
def test_name_is_not_corrected(index, text):
    index.add([page(1, "Anxiety")])

    assert read(index, text) == ""


def test_question_typed_in_capitals_is_corrected_all_the_same(index):
    index.add([page(1, "Anxiety", "and worry")])

    assert read(index, "MY ANXEITY AND WORRY") == "MY anxiety AND WORRY"


@pytest.mark.parametrize("typed", ["cbt", "xyz", "12", "a1b2c3", "信任"])
def test_short_word_or_number_is_not_corrected(index, typed):
    index.add([page(1, "One", "cat xyy 13 a1b2c4 trust")])

    assert read(index, typed) == ""


@pytest.mark.parametrize("text", ["a" * 400, " ".join(f"{'abcdefgh'[n % 8]}qzjkxw{'abcd'[n // 8]}" for n in range(32))])
def test_looking_for_what_was_meant_is_bounded(index, monkeypatch, text):
    index.add([page(1, "Anxiety")])
    asked_for = []
    monkeypatch.setattr(index, "run", lambda *args: asked_for.append(args[1]) or type(index).run(index, *args))

    ask(index, text, NONE)

    assert len(asked_for) < 40
    assert sum(map(len, asked_for)) < 10_000


def test_what_is_far_from_every_word_is_left(index):
    index.add([page(1, "Anxiety")])

    assert read(index, "qwertzuiop") == ""


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["One", "Three", "Two"]),
        (Filters(topic=7), ["One", "Two"]),
        (Filters(kind="person"), ["Two"]),
        (Filters(topic=7, kind="article"), ["One"]),
        (Filters(kind=QUESTION), ["Three"]),
        (Filters(topic=0), []),
    ],
)
@pytest.mark.parametrize("budget", [planning.BUDGET, 0])
def test_search_is_narrowed_by_topic_and_kind(known, monkeypatch, filters, expected, budget):
    monkeypatch.setattr(planning, "BUDGET", budget)
    found = known(
        page(1, "One", "lamp", topics=(7,)),
        page(2, "Two", "lamp", kind="person", topics=(7, 8)),
        page(3, "Three", "lamp", questions=[("Which lamp?", "This.")], topics=(8,)),
    )

    assert sorted(found("lamp", filters=filters)) == expected


# Bounded work


@pytest.fixture
def bounded(monkeypatch):
    monkeypatch.setattr(planning, "BUDGET", 10)
    monkeypatch.setattr(planning, "POOL", 8)


def common(count=40):
    return [page(number, f"Page {number}", "Of trust and other things, at length.") for number in range(1, count + 1)]


def test_common_word_is_answered_in_bounds(index, bounded):
    index.add(common())

    found = find(index, ask(index, "trust", NONE), pool=8)

    assert (len(found.hits), found.is_complete) == (8, False)


def test_everything_that_answers_was_read_where_it_is_little(index, bounded):
    index.add(common(5))

    found = find(index, ask(index, "trust", NONE), pool=8)

    assert (len(found.hits), found.is_complete) == (5, True)


def test_page_named_for_a_common_word_is_found_among_many(index, bounded):
    index.add([*common(), page(99, "Trust", "Of trust.")])

    assert find(index, ask(index, "trust", NONE), pool=8).hits[0].page.title == "Trust"


def test_rare_word_chooses_among_texts_with_a_common_one(index, bounded):
    index.add([*common(), page(99, "Lamp", "Of trust in lamps.")])

    assert find(index, ask(index, "trust lamp", NONE), pool=8).hits[0].page.title == "Lamp"


def test_common_words_together_are_found_before_either(index, bounded):
    apart = [page(number, f"Page {number}", "worry" if number % 2 else "trust") for number in range(1, 40)]
    index.add([*apart, page(99, "Both", "worry and trust")])

    assert find(index, ask(index, "trust worry", NONE), pool=8).hits[0].page.title == "Both"


def test_best_of_what_was_read_comes_first(index, bounded):
    index.add(common())

    scores = [hit.score for hit in find(index, ask(index, "trust things", NONE), pool=8).hits]

    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["trust", "trust other things length", '"of trust" things', "trust lamp qqqq"])
def test_number_of_statements_does_not_grow(index, monkeypatch, text):
    def statements():
        ran = []
        with monkeypatch.context() as patch:
            patch.setattr(index, "run", lambda *args: ran.append(args[0]) or type(index).run(index, *args))
            find(index, ask(index, text, NONE))
        return len(ran)

    monkeypatch.setattr(planning, "BUDGET", 10)
    index.add(common(20))
    few = statements()
    index.add([page(number, "More", "Of trust and other things.") for number in range(100, 160)])

    assert statements() <= max(few, 12) and statements() < 20


# Any input

ANY = st.text(max_size=80) | st.lists(
    st.sampled_from(['"', "'", "(", ")", "*", ":", "AND", "NEAR", "-", "a", "the", "\x00", " ", "^", "|", "worry", "“"])
).map("".join)


@given(text=ANY)
def test_any_text_is_taken(index, text):
    if not index.page_ids():
        index.add([WORRY])

    assert find(index, ask(index, cleaned(text), STARTING)).hits is not None


@given(text=ANY, written=st.text(max_size=60))
def test_any_text_is_found_by_itself(index, text, written):
    """What is indexed may be anything as well, and a page is found by the whole of its own words."""
    index.replace(page(1, "Lighthouse", written.replace("\x00", "")))

    assert "Lighthouse" in [hit.page.title for hit in find(index, ask(index, "lighthouse " + cleaned(text), NONE)).hits]


@given(typed=st.text(max_size=30))
def test_any_beginning_is_taken(index, typed):
    from search.text import words

    if not index.page_ids():
        index.add([WORRY])

    if words(cleaned(typed)):
        assert isinstance(index.heads_like(words(cleaned(typed)), 10), list)
