"""The results page and the suggestions: what is found, narrowed, ordered and shown, and never an error."""

import datetime as dt
import logging

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search import planning, views
from search.models import Promotion, SynonymSet
from search.results import RESULTS_A_PAGE
from search.suggesting import MOST
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream
from tests.search.naughty import NAUGHTY
from tests.search.searching import asked, counts, found, ids_on, indexed, joined, suggested, titles


def section(heading, text):
    return [("heading", {"text": heading, "size": "section"}), ("paragraph", f"<p>{text}</p>")]


def faq(*pairs):
    return "faq", {"heading": "Questions", "items": [{"question": q, "answer": f"<p>{a}</p>"} for q, a in pairs]}


class NeverRaised(Exception):
    pass


@pytest.fixture
def strict(monkeypatch):
    """Let what the engine chokes on through, which the view hides from readers."""
    monkeypatch.setattr(views, "DatabaseError", NeverRaised)


@pytest.mark.parametrize("address", ["/search/", "/search/suggest/"])
def test_search_is_never_an_error(client, article, strict, address):
    answers = {query: client.get(address, {"q": query}).status_code for query in NAUGHTY}

    assert {query: status for query, status in answers.items() if status != 200} == {}


# In the language of the engines: what no list thinks of.
LANGUAGE = st.text(max_size=80) | st.lists(
    st.sampled_from(['"', "'", "(", ")", "*", ":", "AND", "NEAR", "-", "a", "the", "\x00", " ", "^", "|", "worry"])
).map("".join)


@given(query=LANGUAGE, topic=st.text(max_size=8), kind=st.text(max_size=8), sort=st.text(max_size=8))
@hypothesis_settings(max_examples=25)
def test_any_search_is_answered(client, article, strict, query, topic, kind, sort):
    values = {"q": query, "topic": topic, "kind": kind, "sort": sort}

    assert client.get("/search/", {name: value for name, value in values.items() if value}).status_code == 200


@given(query=LANGUAGE)
@hypothesis_settings(max_examples=25)
def test_any_beginning_is_answered(client, article, strict, query):
    assert client.get("/search/suggest/", {"q": query}).status_code == 200


@pytest.mark.parametrize("raw", ["%00", "%ff%fe", "%C0%80", "%ED%A0%80", "%", "+", "&q=a", "[]=a"])
@pytest.mark.parametrize("address", ["/search/", "/search/suggest/"])
def test_any_bytes_in_the_address_are_answered(client, article, address, raw):
    assert client.get(f"{address}?q={raw}").status_code == 200


@pytest.mark.parametrize("address", ["/search/", "/search/suggest/"])
@pytest.mark.parametrize(
    ("method", "status"), [("get", 200), ("head", 200), ("post", 405), ("put", 405), ("delete", 405)]
)
def test_search_is_only_asked(client, article, address, method, status):
    assert getattr(client, method)(f"{address}?q=worry").status_code == status


@pytest.mark.parametrize("address", ["/search/", "/search/?q=worry", "/search/suggest/?q=wo", "/search/suggest/"])
def test_nobody_keeps_what_was_searched_for(client, article, address):
    answer = client.get(address)

    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}


@pytest.mark.parametrize(
    ("make", "kind"), [(TopicPageFactory, "Topic"), (PersonPageFactory, "Person"), (StandardPageFactory, "Page")]
)
def test_other_pages_are_found_and_named_for_what_they_are(client, home, make, kind):
    page = indexed(make(parent=home, title="Lighthouse"))

    results = asked(client, "lighthouse").results

    assert [(result.url, result.label) for result in results] == [(page.url, kind)]


def test_result_leads_to_the_passage_that_answers(client, articles):
    body = stream(*section("What it is", "Of many things."), *section("What helps", "A lamp beside the bed."))
    page = indexed(ArticlePageFactory(parent=articles, title="Night", body=body))

    (result,) = asked(client, "lamp").results

    assert (joined(result.title), result.url) == ("Night", page.url)
    assert (joined(result.passage.text), joined(result.snippet)) == ("What helps", "A lamp beside the bed.")
    assert ids_on(client, page.url)[result.passage.url.partition("#")[2]].get_text(strip=True) == "What helps"


def test_result_for_a_question_leads_to_it(client, articles):
    page = indexed(
        ArticlePageFactory(parent=articles, title="Night", body=stream(faq(("Does worry pass?", "It does."))))
    )

    (result,) = asked(client, "does my worry pass").results

    assert (result.label, joined(result.title), joined(result.snippet)) == ("Question", "Does worry pass?", "It does.")
    assert ids_on(client, page.url)[result.url.partition("#")[2]].name == "details"
    assert (joined(result.passage.text), result.passage.url) == ("Night", page.url)


def test_page_is_one_result_however_many_passages_answer(client, articles):
    body = stream(*(part for n in range(6) for part in section(f"Lamp {n}", "A lamp.")))
    indexed(ArticlePageFactory(parent=articles, title="Night", body=body))

    (result,) = asked(client, "lamp").results

    links = [result.passage.url, *(link.url for link in result.more)]
    assert (len(links), len(set(links))) == (3, 3)


def test_what_was_searched_for_is_marked(client, article):
    shown = soup(client.get("/search/?q=lamps+at+night")).find(class_="results__list")

    assert [mark.get_text() for mark in shown.find_all("mark")] == ["night", "lamp"]


def test_corrected_search_says_so_and_offers_what_was_typed(client, articles):
    indexed(ArticlePageFactory(parent=articles, title="Anxiety"))

    note = soup(client.get("/search/?q=anxeity")).find(class_="results__note")

    assert "Showing results for anxiety" in " ".join(note.get_text().split())
    assert found(client, "anxeity") == ["Anxiety"]
    answer = client.get(f"/search/{note.a['href']}").context["answer"]
    assert (answer.query.corrected, answer.results) == ("", ())


def test_choice_keeps_what_was_typed_uncorrected(client, articles):
    for title in ("Anxiety", "Anxiety again"):
        page = ArticlePageFactory(parent=articles, title=title)
        indexed(page)

    answer = asked(client, "anxeity", exact="1")

    assert "exact=1" in answer.asked.address(sort="newest")


def test_synonym_of_an_editor_is_found_at_once(client, article):
    before = found(client, "rumination")

    SynonymSet.objects.create(words="worry\nrumination")

    assert (before, found(client, "rumination")) == ([], ["Worry at night"])


@pytest.mark.parametrize("question", ["", "   ", "%00"])
def test_search_without_words_asks_for_some(client, article, question):
    main = soup(client.get(f"/search/?q={question}")).main

    assert (main.find(id="results"), main.find("input", type="search")["value"]) == (None, "")


def test_nothing_found_leads_on(client, article):
    main = soup(client.get("/search/?q=penguins")).main

    assert main.find(id="results").get_text(strip=True) == "Nothing found for “penguins”"
    assert main.find("a", href="#help-now")


def test_what_was_typed_is_shown_as_text(client, article):
    typed = "<script>alert(1)</script>\"'><img src=x>"

    answer = client.get("/search/", {"q": typed})

    page = soup(answer)
    assert page.find(id="q")["value"] == typed
    assert b"<script>alert" not in answer.content
    assert page.find("img", src="x") is None


def test_text_of_a_page_is_shown_as_text(client, articles):
    indexed(ArticlePageFactory(parent=articles, title="<b>Worry</b>", standfirst="<img src=x> worry"))

    answer = client.get("/search/?q=worry")

    assert soup(answer).main.find("img", src="x") is None
    assert b"<b>Worry" not in answer.content


def test_results_page_stays_out_of_search_engines(client, article):
    head = soup(client.get("/search/?q=worry")).head

    assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"


# Paging and order


@pytest.fixture
def many(articles):
    pages = [ArticlePageFactory(parent=articles, title=f"Lighthouse {n}") for n in range(RESULTS_A_PAGE * 2 + 2)]
    indexed(*pages)
    return pages


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "1.5", "²", "\x00", "9" * 400, "1 OR 1", "٣"])
def test_page_number_that_makes_no_sense_shows_the_first(client, article, number):
    assert asked(client, "worry", page=number).page_number == 1


def test_page_past_the_last_shows_the_last(client, many):
    answer = asked(client, "lighthouse", page="99")

    assert (answer.page_number, len(answer.results)) == (3, 2)


@pytest.mark.parametrize("sort", ["", "newest"])
def test_every_result_is_on_one_page(client, many, sort):
    shown = [title for number in (1, 2, 3) for title in found(client, "lighthouse", sort=sort, page=number)]

    assert sorted(shown) == sorted(page.title for page in many)


def test_paging_keeps_the_whole_search(client, home, articles):
    topic = TopicPageFactory(parent=home, title="Harbours")
    pages = [ArticlePageFactory(parent=articles, title=f"Lighthouse {n}", topics=[topic]) for n in range(25)]
    indexed(*pages)
    first = soup(client.get("/search/?q=lighthouse&topic=harbours&kind=article&sort=newest&exact=1&page=2"))

    for rel, number in (("prev", 1), ("next", 3)):
        answer = client.get(f"/search/{first.find('a', rel=rel)['href']}").context["answer"]
        kept = answer.asked
        assert (kept.text, kept.topic, kept.kind, kept.sort, kept.exact, answer.page_number) == (
            "lighthouse",
            "harbours",
            "article",
            "newest",
            True,
            number,
        )


def test_newest_come_first_on_request(client, articles):
    days = {"Old": dt.date(2020, 1, 1), "New": dt.date(2026, 1, 1), "Between": dt.date(2023, 1, 1)}
    pages = [
        ArticlePageFactory(
            parent=articles, title=title, standfirst="Lighthouse", published_on=day, first_published_at=None
        )
        for title, day in days.items()
    ]
    indexed(*pages, StandardPageFactory(parent=articles.get_parent(), title="Undated", standfirst="Lighthouse"))

    assert found(client, "lighthouse", sort="newest") == ["New", "Between", "Old", "Undated"]


def test_order_that_is_not_known_is_by_relevance(client, article):
    assert asked(client, "worry", sort="x; DROP TABLE").asked.sort == ""


# Facets


@pytest.fixture
def mixed(home, articles):
    """Pages of several kinds and topics, some with all of two words and some with one."""
    topics = [TopicPageFactory(parent=home, title=title) for title in ("Harbours", "Islands", "Rivers")]
    both = [
        ArticlePageFactory(
            parent=articles,
            title=f"Lighthouse keeper {n}",
            topics=topics[: n % 3],
            body=stream(faq((f"Is a lighthouse keeper {n} lonely?", "No."))) if n % 4 == 0 else "[]",
        )
        for n in range(13)
    ]
    one = [ArticlePageFactory(parent=articles, title=f"Lighthouse {n}", topics=topics[2:]) for n in range(3)]
    others = [
        PersonPageFactory(parent=home, title="Keeper of the lighthouse"),
        StandardPageFactory(parent=home, title="Lighthouse"),
    ]
    return indexed(*topics, *both, *one, *others)


def follow_choice(client, choice):
    return client.get(f"/search/{choice.address}").context["answer"]


@pytest.mark.parametrize("question", ["lighthouse keeper", "lighthouse", "keeper", "lighthouse penguins"])
@pytest.mark.parametrize(
    "narrowed", [{}, {"topic": "harbours"}, {"kind": "article"}, {"kind": "question", "sort": "newest"}]
)
def test_following_a_choice_shows_as_many_as_it_said(client, mixed, question, narrowed):
    answer = asked(client, question, **narrowed)

    choices = [choice for choice in (*answer.kinds, *answer.topics) if not choice.is_chosen]
    assert {choice.label: choice.count for choice in choices} == {
        choice.label: follow_choice(client, choice).count for choice in choices
    }


def test_question_that_holds_fewer_words_than_its_page_is_counted_as_shown(client, articles):
    both = [
        ArticlePageFactory(parent=articles, body=stream(faq((f"Is lighthouse keeper {n} lonely?", "No."))))
        for n in range(RESULTS_A_PAGE + 2)
    ]
    one = ArticlePageFactory(
        parent=articles, title="The keeper", body=stream(faq(("What is a lighthouse?", "A tower.")))
    )
    indexed(*both, one)

    answer = asked(client, "lighthouse keeper")

    (questions,) = [choice for choice in answer.kinds if choice.label == "Question"]
    assert follow_choice(client, questions).count == questions.count


def test_choices_leave_no_more_than_there_is(client, mixed):
    answer = asked(client, "lighthouse keeper")

    assert all(0 < choice.count <= answer.count for choice in (*answer.kinds, *answer.topics))


@pytest.mark.parametrize(
    "narrowed", [{"topic": "harbours"}, {"kind": "question"}, {"topic": "harbours", "kind": "article"}]
)
def test_choosing_again_shows_everything(client, mixed, narrowed):
    answer = asked(client, "lighthouse", **narrowed)

    chosen = [choice for choice in (*answer.kinds, *answer.topics) if choice.is_chosen]
    assert len(chosen) == len(narrowed)
    assert all(follow_choice(client, choice).count >= answer.count for choice in chosen)


def test_narrowing_to_questions_shows_questions(client, mixed):
    assert {result.label for result in asked(client, "lighthouse", kind="question").results} == {"Question"}


@pytest.mark.parametrize(
    "narrowed", [{"topic": "nowhere"}, {"topic": "' OR 1=1"}, {"topic": "harbours", "kind": "person"}]
)
def test_narrowed_to_nothing_leads_back_to_everything(client, mixed, narrowed):
    page = soup(client.get("/search/", {"q": "lighthouse", **narrowed}))

    (back,) = [link for link in page.main.find_all("a", class_="button") if "Search everything" in link.get_text()]
    assert client.get(f"/search/{back['href']}").context["answer"].count > 0


def test_kind_that_is_not_known_narrows_nothing(client, mixed):
    assert asked(client, "lighthouse", kind="' OR 1").count == asked(client, "lighthouse").count


def test_hidden_topic_is_no_choice(client, mixed, follow):
    from blog.models import TopicPage

    with follow():
        restricted(TopicPage.objects.get(title="Harbours"))

    answer = asked(client, "lighthouse keeper")
    assert "Harbours" not in counts(answer.topics)
    assert asked(client, "lighthouse keeper", topic="harbours").count == 0


def test_search_in_bounds_can_still_be_narrowed(client, mixed, monkeypatch):
    monkeypatch.setattr(planning, "BUDGET", 2)
    monkeypatch.setattr(planning, "POOL", 6)

    answer = asked(client, "lighthouse", kind="person")

    assert titles(answer) == ["Keeper of the lighthouse"]


# Promotions


def promote(page, phrases, question=""):
    return Promotion.objects.create(page=page, phrases=phrases, question=question)


@pytest.mark.parametrize(
    "question", ["sleepless nights", "Nights, sleepless", "sleepless night?", "my sleepless nights"]
)
def test_promoted_page_comes_first(client, home, article, question):
    page = indexed(StandardPageFactory(parent=home, title="Our evening group"))
    promote(page, "beds\nsleepless nights")

    answer = asked(client, question)

    assert (joined(answer.promoted.title), answer.promoted.url) == ("Our evening group", page.url)


def test_promotion_is_for_its_phrases_alone(client, home, article):
    promote(indexed(StandardPageFactory(parent=home, title="Our evening group")), "sleepless nights")

    assert asked(client, "sleepless nights in winter").promoted is None


def test_promoted_page_is_not_shown_twice(client, article):
    promote(article, "worry")

    answer = asked(client, "worry")

    assert (joined(answer.promoted.title), titles(answer)) == ("Worry at night", [])


def test_promoted_answer_comes_first(client, articles, article):
    page = indexed(
        ArticlePageFactory(parent=articles, title="Night", body=stream(faq(("Why?", "So."), ("When?", "Now."))))
    )
    promote(page, "worry", question="when?")

    promoted = asked(client, "worry").promoted

    assert (promoted.label, joined(promoted.title), joined(promoted.snippet)) == ("Question", "When?", "Now.")
    assert ids_on(client, page.url)[promoted.url.partition("#")[2]].summary.get_text() == "When?"


def test_promoted_question_that_is_gone_gives_the_page(client, articles, article, publish):
    page = indexed(ArticlePageFactory(parent=articles, title="Night", body=stream(faq(("Why?", "So.")))))
    promote(page, "worry", question="Why?")

    publish(page, body=stream(("paragraph", "<p>Else.</p>")))

    promoted = asked(client, "worry").promoted
    assert (joined(promoted.title), promoted.url) == ("Night", page.url)


@pytest.mark.parametrize("how", ["unpublished", "private", "noindex", "expired", "deleted"])
def test_promoted_page_nobody_may_see_is_not_shown(client, home, article, follow, how):
    page = indexed(StandardPageFactory(parent=home, title="Our evening group"))
    promote(page, "worry")

    with follow():
        if how == "unpublished":
            page.unpublish()
        elif how == "private":
            restricted(page)
        elif how == "deleted":
            page.delete()
        else:
            page.noindex, page.expire_at = (
                how == "noindex",
                dt.datetime(2020, 1, 1, tzinfo=dt.UTC) if how == "expired" else None,
            )
            page.save_revision().publish()

    answer = asked(client, "worry")
    assert (answer.promoted, titles(answer)) == (None, ["Worry at night"])


def test_page_of_another_site_is_not_promoted(client, article):
    from wagtail.models import Page, Site

    from tests.factories import HomePageFactory

    elsewhere = HomePageFactory(parent=Page.get_first_root_node(), title="Elsewhere", slug="elsewhere")
    Site.objects.create(hostname="elsewhere.example.org", port=80, root_page=elsewhere)
    promote(indexed(StandardPageFactory(parent=elsewhere, title="Theirs")), "worry")

    assert asked(client, "worry").promoted is None


def test_narrowed_search_shows_no_promotion(client, article):
    promote(article, "worry")

    assert asked(client, "worry", kind="article").promoted is None


# Suggestions


def test_suggestion_says_what_it_is_and_where(client, articles, home):
    topic = indexed(TopicPageFactory(parent=home, title="Worries"))
    page = indexed(ArticlePageFactory(parent=articles, title="Worry", body=stream(faq(("Why worry?", "So.")))))

    answer = client.get("/search/suggest/", {"q": "wor"})

    anchor = soup(client.get(page.url)).find("details")["id"]
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == {
        "suggestions": [
            {"text": "Worries", "kind": "Topic", "url": topic.url},
            {"text": "Worry", "kind": "Article", "url": page.url},
            {"text": "Why worry?", "kind": "Question", "url": f"{page.url}#{anchor}"},
        ]
    }


@pytest.mark.parametrize("typed", ["worry a", "WORRY", "worry at ni", "nig", "wörry", "  worry "])
def test_beginning_is_enough(client, article, typed):
    assert suggested(client, typed) == ["Worry at night"]


@pytest.mark.parametrize("typed", ["", "w", " ", "?", "orry", "worry x", "beside"])
def test_nothing_is_suggested_for_too_little_or_something_else(client, article, typed):
    assert suggested(client, typed) == []


def test_suggestions_are_few(client, articles):
    indexed(*(ArticlePageFactory(parent=articles, title=f"Lighthouse {n}") for n in range(MOST + 5)))

    assert len(suggested(client, "light")) == MOST


def test_title_that_begins_so_comes_first(client, articles):
    indexed(*(ArticlePageFactory(parent=articles, title=title) for title in ("A night light", "Light", "The lights")))

    assert suggested(client, "light")[0] == "Light"


def test_suggestions_that_fail_are_none(client, article, monkeypatch, caplog):
    def fail(*args):
        raise DatabaseError("worry")

    monkeypatch.setattr(views, "suggestions", fail)

    with caplog.at_level(logging.DEBUG):
        assert suggested(client, "worry") == []
    assert "worry" not in caplog.text.lower()


# Nothing of a search is logged


@pytest.mark.parametrize("address", ["/search/", "/search/suggest/"])
@pytest.mark.parametrize("question", ["purple elephants", "elefants", '"purple', "suicide", "\x00purple"])
def test_search_is_not_logged(client, article, caplog, address, question):
    with caplog.at_level(logging.INFO):
        client.get(address, {"q": question})
        client.post(f"{address}?q=purple")

    assert [r for r in caplog.records if any(w in r.getMessage().lower() for w in ("purple", "elef", "suicide"))] == []


def test_search_that_fails_is_answered_and_not_logged(client, article, monkeypatch, caplog):
    def fail(*args):
        raise DatabaseError("purple elephants")

    monkeypatch.setattr(views, "answer", fail)

    with caplog.at_level(logging.DEBUG):
        answer = client.get("/search/?q=purple+elephants")

    assert (answer.status_code, answer.context["answer"].count) == (200, 0)
    assert "purple" not in caplog.text.lower()


# What a search costs


def cost(client, address):
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/search/?q=lighthouse", 40),
        ("/search/?q=lighthouse&kind=article", 40),
        ("/search/?q=lighthuose", 40),
        ('/search/?q="the+lighthouse"+keeper', 40),
        ("/search/suggest/?q=which+light", 12),
    ],
)
def test_search_costs_the_same_among_many_pages(client, home, articles, address, most):
    topic = TopicPageFactory(parent=home, title="Harbours")

    def write(count):
        body = stream(*section("Keeper", "The lighthouse."), faq(("Which lighthouse?", "The lighthouse.")))
        pages = [ArticlePageFactory(parent=articles, topics=[topic], body=body) for _ in range(count)]
        indexed(*pages)

    write(3)
    few = cost(client, address)
    write(17)
    many = cost(client, address)

    assert many == few
    assert many <= most
