"""The list of articles, with what editors ask of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.review.workflow import articles_workflow
from hub.users.roles import EDITORS, REVIEWERS, TEAM, WRITERS
from tests.factories import TopicPageFactory, UserFactory
from tests.helpers import soup, stream

from .conftest import rows_of

pytestmark = pytest.mark.django_db


def titles(response):
    return [
        cell.get_text(" ", strip=True) for cell in soup(response).select("[data-listing-page-title] .title-wrapper")
    ]


def listed(client, **query):
    return titles(client.get(reverse("articles:index"), query))


@pytest.mark.parametrize(("group", "is_let_in"), [(EDITORS, True), (WRITERS, True), (REVIEWERS, False), (TEAM, False)])
def test_the_list_is_for_those_who_work_on_articles(role, group, is_let_in):
    client = role(group)

    for name in ("index", "index_results", "choose_parent"):
        answer = client.get(reverse(f"articles:{name}"))
        assert (answer.headers.get("Location") != reverse("wagtailadmin_home")) is is_let_in
    link = soup(client.get(reverse("wagtailadmin_home"))).decode()
    assert (reverse("articles:index") in link) is is_let_in


def test_columns_say_what_the_latest_draft_says(editor_client, make):
    article = make("Sleep", due=-4, author="Ada Writer", reviewer="Ben Reader", topics=["Nights"])

    (row,) = soup(editor_client.get(reverse("articles:index"))).select("tbody tr")

    told = row.get_text(" ", strip=True)
    for part in ("Ada Writer", "Ben Reader", "Nights", "4 days overdue", "should"):
        assert part in told
    assert row.select_one("input[type=checkbox]")["data-object-id"] == str(article.pk)


def test_an_article_can_be_added_from_the_list(editor_client):
    page = soup(editor_client.get(reverse("articles:index")))

    assert page.select_one(f'a[href="{reverse("articles:choose_parent")}"]')
    assert editor_client.get(reverse("articles:choose_parent")).status_code == 302


def test_filters_ask_the_latest_draft(editor_client, make):
    sleep = make("Sleep", due=-4, author="Ada Writer", reviewer="Ben Reader", topics=["Nights"])
    make("Grief", due=60, live=False)

    for query in (
        {"author": sleep.author_id},
        {"reviewer": sleep.reviewer_id},
        {"topic": sleep.topics.get().pk},
        {"review": "overdue"},
        {"state": "live"},
    ):
        assert listed(editor_client, **query) == ["Sleep"], query
    for query in ({"review": "90"}, {"state": "draft"}, {"findings": "must"}):
        assert listed(editor_client, **query) == ["Grief"], query


def test_articles_in_a_workflow(editor_client, make):
    sleep = make("Sleep")
    make("Grief")
    sleep.save_revision()
    articles_workflow().start(sleep, UserFactory())

    assert listed(editor_client, state="review") == ["Sleep"]


def test_clean_articles_are_told_from_others(editor_client, make, people):
    article = make("Sleep", author="Ada Writer")
    article.draft_state.should = 0
    article.draft_state.save()
    make("Grief", body=stream(("paragraph", "<p>We cure all.</p>")))

    assert listed(editor_client, findings="clean") == ["Sleep"]
    assert listed(editor_client, findings="should") == ["Grief"]


def test_a_search_can_be_filtered_and_wants_no_order_it_can_not_keep(editor_client, make):
    sleep = make("Sleep", author="Ada Writer")
    make("Sleep again")

    assert listed(editor_client, q="sleep", author=sleep.author_id) == ["Sleep"]
    assert set(listed(editor_client, q="sleep", ordering="review_due")) == {"Sleep", "Sleep again"}


@pytest.mark.parametrize("ordering", ["author", "reviewer", "review_due", "findings", "title"])
def test_the_list_is_sorted_by_its_columns(editor_client, make, ordering):
    make("One", due=5, author="Ada", reviewer="Ada")
    make("Two", due=9, author="Ben", reviewer="Ben", live=False, body=stream(("paragraph", "<p>We cure all.</p>")))

    there, back = listed(editor_client, ordering=ordering), listed(editor_client, ordering=f"-{ordering}")

    assert there == ["One", "Two"]
    assert back == ["Two", "One"]


def test_an_article_the_rules_have_not_seen_is_listed(editor_client, make, articles):
    article = make("Sleep")
    article.draft_state.delete()

    assert listed(editor_client) == ["Sleep"]
    assert listed(editor_client, ordering="review_due") == ["Sleep"]


def test_a_wrong_filter_is_said(editor_client, make):
    make("Sleep")

    response = editor_client.get(reverse("articles:index"), {"topic": "0"})

    assert "A filter was not understood" in response.content.decode()
    assert titles(response) == ["Sleep"]


@pytest.mark.parametrize(
    ("query", "told"), [({}, "There are no articles to display."), ({"q": "nothing"}, "No articles match your query.")]
)
def test_an_empty_list_says_so(editor_client, query, told):
    assert told in editor_client.get(reverse("articles:index"), query).content.decode()


def test_the_list_as_a_spreadsheet(editor_client, make):
    make("+Sleep", due=-4, author="Ada Writer", topics=["Nights"])

    (row,) = rows_of(editor_client.get(reverse("articles:index"), {"export": "csv"}))

    assert (row["Article"], row["Author"], row["Topics"], row["Status"]) == ("'+Sleep", "Ada Writer", "Nights", "live")


def test_the_explorer_shows_the_same_of_articles_and_topics_too(editor_client, make, articles):
    make("Sleep", author="Ada Writer")
    TopicPageFactory(parent=articles, title="Nights")
    below = reverse("wagtailadmin_explore", args=[articles.pk])

    response = editor_client.get(below, {"ordering": "title"})

    assert titles(response) == ["Nights", "Sleep"]
    assert "Ada Writer" in response.content.decode()
    assert titles(editor_client.get(below, {"findings": "should"})) == ["Sleep"]
    assert titles(editor_client.get(below, {"ordering": "findings"})) == ["Sleep", "Nights"]
    assert titles(editor_client.get(below, {"ordering": "ord"})) == ["Sleep", "Nights"]


def test_all_pages_of_the_type_are_listed_the_same_way(editor_client, make):
    make("Sleep", author="Ada Writer")

    response = editor_client.get(reverse("wagtailadmin_pages:type_use", args=["blog", "articlepage"]))

    assert "Ada Writer" in response.content.decode()


@pytest.mark.parametrize("where", ["list", "explorer", "export"])
def test_no_query_a_row(editor_client, make, articles, where):
    address = reverse("wagtailadmin_explore", args=[articles.pk]) if where == "explorer" else reverse("articles:index")

    def add(number):
        make(f"Sleep {number}", due=3, author=f"Writer {number}", reviewer=f"Reader {number}", topics=[f"T {number}"])

    def count():
        with CaptureQueriesContext(connection) as captured:
            response = editor_client.get(address, {"export": "csv"} if where == "export" else {})
            response.getvalue() if response.streaming else None
        return len(captured)

    for number in range(3):
        add(number)
    count()
    few = count()
    for number in range(3, 20):
        add(number)

    assert count() == few


def test_a_list_without_an_article_leads_back_to_all(editor_client, make):
    make("Sleep")

    page = soup(editor_client.get(reverse("articles:index"), {"q": "zzz"}))

    told = page.select_one(".article-report__none")
    assert told.select_one("a")["href"] == reverse("articles:index")
    # What follows it is hidden by this class: an empty table, and the pages of nothing.
    assert told.find_next_sibling("table") is not None
