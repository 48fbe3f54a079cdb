"""Site search: finds what is published, and is never an error."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from blog.models import ArticlePage
from search import views
from search.views import RESULTS_A_PAGE, find
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream

NAUGHTY = [
    "",
    " ",
    "\t\n\r",
    "\x00",
    "a\x00b",
    "\x01\x02\x1b[31m",
    '"',
    '""',
    '"a',
    'a"b',
    "'",
    "'a",
    "o'brien",
    "''''",
    "`a`",
    "\\",
    "\\'",
    "%",
    "%%%s%d",
    "_",
    "?",
    "&",
    "|",
    "!",
    "a & b",
    "a | b",
    "!a",
    "a <-> b",
    "a:*",
    "a:b",
    "title:a",
    "{title} : a",
    "^a",
    "a*",
    "*",
    "a + b",
    "-a",
    "- ",
    "(",
    ")",
    "(((((",
    "a)",
    "()",
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "and",
    "or not",
    "AND OR NOT NEAR(",
    "NEAR(a b, 5)",
    "a AND",
    "OR b",
    "NOT c",
    "the",
    "the a of and is",
    "...",
    "?!…—–",
    "'; DROP TABLE wagtailcore_page; --",
    "1' OR '1'='1",
    "1; SELECT pg_sleep(10)",
    "UNION SELECT password FROM users_user",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "{% now 'Y' %}",
    "${7*7}",
    "../../etc/passwd",
    "javascript:alert(1)",
    "مرحبا بالعالم",
    "שלום",
    "‮txet desrever‬",
    "信任",
    "がんばって",
    "Ⅷ ² ½ ﬁ",
    "é" * 50,
    "e\u0301" * 50,
    "Z̸̢͑a̷l̵g̶o̷",
    "🙂",
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈🏳️‍🌈🏳️‍🌈",
    "\u200b\u200d\ufeff",
    "\ud7ff",
    "\uffff",
    "\U0010ffff",
    "NULL",
    "None",
    "nan",
    "-1",
    "1e309",
    "0x1F",
    "2026-01-01",
    "a" * 10_000,
    "a " * 5_000,
    '"' * 10_000,
    "(" * 10_000,
    "a\nb\r\nc",
    "ﷺ" * 300,
    "İ" * 300,
    "ß" * 300,
]


@pytest.fixture
def article(articles):
    return ArticlePageFactory(
        parent=articles,
        title="Worry at night",
        standfirst="What keeps you awake.",
        body=stream(("paragraph", "<p>Write it down beside the <b>lamp</b>.</p>")),
    )


def found(query):
    return [page.specific for page in find(query)]


def test_search_is_never_an_error(client, article):
    answers = {query: client.get("/search/", {"q": query}).status_code for query in NAUGHTY}

    assert {query: status for query, status in answers.items() if status != 200} == {}


class NeverRaised(Exception):
    pass


@pytest.fixture
def strict(monkeypatch):
    """Let what the engine chokes on through, which the view hides from readers."""
    monkeypatch.setattr(views, "DatabaseError", NeverRaised)


def test_engine_takes_every_naughty_string(article, strict):
    for query in NAUGHTY:
        find(query)


# In the language of the engines: what no list thinks of.
@given(
    query=st.text(max_size=80)
    | st.lists(
        st.sampled_from(['"', "'", "(", ")", "*", ":", "AND", "NEAR", "-", "a", "the", "\x00", " ", "^", "|"])
    ).map("".join)
)
@hypothesis_settings(max_examples=60)
def test_engine_takes_any_text(article, strict, query):
    assert isinstance(find(query), list)


@pytest.mark.parametrize("raw", ["%00", "%ff%fe", "%C0%80", "%ED%A0%80", "%", "+", "&q=a", "[]=a"])
def test_any_bytes_in_the_address_are_answered(client, article, raw):
    assert client.get(f"/search/?q={raw}").status_code == 200


@pytest.mark.parametrize(
    "query", ["worry", "Worry at night", "WORRY", "awake", "lamp", '"worry"', "worry?", "worry & night"]
)
def test_article_is_found_by_its_words(article, query):
    assert found(query) == [article]


def test_page_that_holds_all_words_is_found_before_those_that_hold_some(articles, article):
    ArticlePageFactory(parent=articles, title="Worry by day")

    assert found("worry night") == [article]


def test_question_none_answers_in_full_finds_what_answers_in_part(article):
    assert found("worry penguins") == [article]


@pytest.mark.parametrize(
    ("make", "kind"), [(TopicPageFactory, "Topic"), (PersonPageFactory, "Person"), (StandardPageFactory, "Page")]
)
def test_other_pages_are_found_and_named_for_what_they_are(client, home, make, kind):
    page = make(parent=home, title="Lighthouse")

    results = client.get("/search/?q=lighthouse").context["shown"]

    assert [(result.page, result.kind) for result in results] == [(page, kind)]


@pytest.mark.parametrize("how", ["draft", "private", "below private", "expired"])
def test_page_nobody_may_see_is_not_found(articles, article, how):
    if how == "draft":
        article.unpublish()
    elif how == "expired":
        ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now())
    else:
        restricted(article if how == "private" else articles)

    assert found("worry") == []


def test_draft_of_a_published_page_is_not_searched(article):
    article.standfirst = "Penguins"
    article.save_revision()

    assert found("penguins") == []


def test_change_is_found_once_it_is_published(article):
    article.standfirst = "Penguins"
    article.save_revision().publish()

    assert (found("penguins"), found("awake")) == ([article], [])


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "99", "1.5", "²", "\x00", "9" * 400, "1 OR 1", "٣"])
def test_page_number_that_makes_no_sense_shows_the_first(client, article, number):
    answer = client.get("/search/", {"q": "worry", "page": number})

    assert (answer.status_code, answer.context["results"].number) == (200, 1)


def test_results_go_on_on_the_next_page(client, articles):
    for _ in range(RESULTS_A_PAGE + 2):
        ArticlePageFactory(parent=articles, standfirst="Lighthouse")

    first, second = (client.get(f"/search/?q=lighthouse&page={number}") for number in (1, 2))

    shown = [result.page.pk for answer in (first, second) for result in answer.context["shown"]]
    assert (len(shown), len(set(shown))) == (RESULTS_A_PAGE + 2,) * 2
    assert soup(first).select_one("nav.pages a")["href"] == "?q=lighthouse&page=2"


def test_results_page_stays_out_of_search_engines(client, article):
    head = soup(client.get("/search/?q=worry")).head

    assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_what_was_typed_is_shown_as_text(client, article):
    typed = "<script>alert(1)</script>\"'><img src=x>"

    answer = client.get("/search/", {"q": typed})

    page = soup(answer)
    assert page.find(id="q")["value"] == typed
    assert b"<script>alert" not in answer.content
    assert page.find("img", src="x") is None


def test_nothing_found_leads_on(client, article):
    main = soup(client.get("/search/?q=penguins")).main

    assert main.h2.get_text() == "Nothing found for “penguins”"
    assert main.find("a", href="#help-now")


def test_search_without_words_asks_for_some(client, home):
    main = soup(client.get("/search/")).main

    assert (main.h2, main.find("input", type="search")["value"]) == (None, "")


def test_root_and_other_sites_machinery_are_not_found(home):
    assert found("root") == []
