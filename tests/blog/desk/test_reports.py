"""Reports over all articles: who sees them, what they show, what they leave out, and as a spreadsheet."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import ArticlePage
from blog.quality.keeping import check_due
from hub.users.roles import EDITORS, REVIEWERS, TEAM, WRITERS
from tests.factories import ArticlePageFactory, ImageFactory
from tests.helpers import soup, stream

from .conftest import rows_of

pytestmark = pytest.mark.django_db

REPORTS = ["review_due", "findings", "competing"]


def address(name):
    return reverse(f"article_reports:{name}")


def titles(response, column=1):
    return [
        cell.get_text(strip=True) for cell in soup(response).select(f"tbody td:nth-of-type({column}) .title-wrapper")
    ]


def shown(client, name, **query):
    return titles(client.get(address(name), query), column=3 if name == "findings" else 1)


def menu(client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("end", ["", "_results"])
@pytest.mark.parametrize(("group", "is_let_in"), [(EDITORS, True), (WRITERS, True), (TEAM, False)])
def test_reports_are_for_those_who_work_on_articles(role, name, end, group, is_let_in):
    client = role(group)

    assert (client.get(address(name + end)).status_code == 200) is is_let_in
    assert (client.get(address(name + end), {"export": "csv"}).status_code == 200) is is_let_in
    assert (address(name) in menu(client)) is is_let_in


def test_reviewers_see_what_is_due_and_no_other_report(role, make):
    article = make("Sleep", due=-3)
    client = role(REVIEWERS)

    response = client.get(address("review_due"))

    assert titles(response) == ["Sleep"]
    assert soup(response).select_one("td.title a")["href"] == article.url
    assert client.get(address("findings")).status_code == 302
    assert (address("review_due") in menu(client), address("findings") in menu(client)) == (True, False)


def test_reviews_due_the_most_pressing_first(editor_client, make):
    make("In order", due=300)
    make("Late", due=-20)
    make("Never")
    make("A notice", is_clinical=False)
    make("Draft", due=-2, live=False)

    response = editor_client.get(address("review_due"))

    assert titles(response) == ["Never", "Late", "In order"]
    assert "20 days overdue" in response.content.decode()


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("overdue", {"Late"}),
        ("30", {"Today", "Soon"}),
        ("90", {"Today", "Soon", "Later"}),
        ("never", {"Never"}),
        ("undated", {"Undated"}),
        ("changed", set()),
    ],
)
def test_reviews_by_what_is_wrong_with_them(editor_client, make, review, expected):
    for title, due in (("Late", -1), ("Today", 0), ("Soon", 30), ("Later", 31), ("Never", None)):
        make(title, due=due)
    make("Undated", reviewed_on="2026-01-01")

    assert set(shown(editor_client, "review_due", review=review)) == expected


def test_what_changed_since_its_sign_off_is_found(editor_client, make):
    article = make("Sleep", due=100)
    article.sign_offs.create(
        name="Somebody", reviewed_on=article.reviewed_on, review_due=article.review_due, text=["Sleep"]
    )
    article.standfirst = "It cures everything."
    article.save_revision()
    article.save()
    check_due()

    assert shown(editor_client, "review_due", review="changed") == ["Sleep"]


def test_reviews_by_reviewer_topic_and_day(editor_client, make):
    one = make("Sleep", due=5, reviewer="Ada Reader", topics=["Nights"])
    make("Grief", due=50, reviewer="Ben Reader", topics=["Loss"])

    assert shown(editor_client, "review_due", reviewer=one.reviewer_id) == ["Sleep"]
    assert shown(editor_client, "review_due", topic=one.topics.get().pk) == ["Sleep"]
    assert shown(editor_client, "review_due", due_until=one.review_due.isoformat()) == ["Sleep"]


def test_one_row_a_finding_that_leads_to_its_block(editor_client, make):
    article = make("Sleep", body=stream(("quote", {"text": "Sleep is a river.", "speaker": "", "verified": False})))
    block = article.body.raw_data[0]["id"]

    response = editor_client.get(address("findings"), {"rule": "quote-without-speaker"})

    (row,) = soup(response).select("tbody tr")
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert "Sleep is a river." in row.get_text()
    assert [link["href"] for link in row.select("a")] == [f"{edit}#block-{block}-section", edit]


def test_a_finding_of_a_field_leads_to_it(editor_client, make):
    article = make("Sleep")

    response = editor_client.get(address("findings"), {"rule": "author-missing"})

    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert soup(response).select_one("tbody a")["href"] == f"{edit}#quality-author"


def test_findings_by_severity_topic_author_and_state(editor_client, make):
    one = make("Sleep", author="Ada Writer", topics=["Nights"], live=False)
    make("Grief")

    assert set(shown(editor_client, "findings", severity="must fix")) == {"Grief"}
    assert set(shown(editor_client, "findings", author=one.author_id)) == {"Sleep"}
    assert set(shown(editor_client, "findings", topic=one.topics.get().pk)) == {"Sleep"}
    assert set(shown(editor_client, "findings", live="true")) == {"Grief"}
    assert set(shown(editor_client, "findings", title="slee")) == {"Sleep"}


def test_ready_made_filters_count_what_they_show(editor_client, make):
    picture = {"image": ImageFactory().pk, "alt_text": "", "decorative": False}
    make("Sleep", body=stream(("quote", {"text": "Sleep is a river.", "speaker": ""}), ("image", {"image": picture})))

    page = soup(editor_client.get(address("findings")))

    for link in page.select(".article-report__views a:has(.article-report__count)"):
        found = editor_client.get(link["href"])
        assert len(soup(found).select("tbody tr")) == int(link.select_one(".article-report__count").get_text())
        assert soup(found).select_one("[aria-current=page]")["href"] == link["href"]


def test_what_is_due_to_be_looked_at_is_said(editor_client, make, articles):
    make("Sleep")
    ArticlePageFactory(parent=articles, title="Grief")

    assert "1 article was saved since" in editor_client.get(address("findings")).content.decode()


def test_competing_titles_beside_each_other(editor_client, make):
    make("Sleep and worry", slug="one")
    make("Worry and sleep", slug="two", live=False)
    make("Grief")

    response = editor_client.get(address("competing"))

    (row,) = soup(response).select("tbody tr")
    assert "Nearly the same title (100% of their words)" in row.get_text()
    assert [link["href"] for link in row.select("a")] == [
        reverse("wagtailadmin_pages:edit", args=[ArticlePage.objects.get(slug=slug).pk]) for slug in ("one", "two")
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 2), ({"reason": "title"}, 1), ({"reason": "phrase"}, 1), ({"reason": "near"}, 0), ({"published": "both"}, 1)],
)
def test_competing_titles_by_reason_and_state(editor_client, make, query, count):
    make("Sleep")
    make("Sleep")
    make("Grief", focus_phrase="after a loss")
    make("Mourning", focus_phrase="after a loss", live=False)

    assert len(shown(editor_client, "competing", **query)) == count


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_to_report_is_said(editor_client, name):
    response = editor_client.get(address(name)).content.decode()

    assert ("No two articles" in response, "Nothing is to be mended" in response, "No article about" in response) == (
        name == "competing",
        name == "findings",
        name == "review_due",
    )


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("findings", {"rule": "nonsense"}),
        ("findings", {"topic": "0"}),
        ("review_due", {"due_until": "soon"}),
        ("review_due", {"review": "nonsense"}),
        ("competing", {"reason": "nonsense"}),
        ("competing", {"p": "99"}),
        ("findings", {"ordering": "nonsense"}),
    ],
)
def test_wrong_filters_are_said_and_stop_nothing(editor_client, make, name, query):
    make("Sleep")
    make("Sleep")

    response = editor_client.get(address(name), query)

    assert response.status_code == 200
    is_filter = not {"p", "ordering"} & set(query)
    assert ("A filter was not understood" in response.content.decode()) is is_filter


def test_findings_as_a_spreadsheet(editor_client, make):
    make(
        "=cmd()",
        slug="cmd",
        author="Ada Writer",
        topics=["Nights", "Worry"],
        body=stream(("paragraph", "<p>We cure all.</p>")),
    )

    rows = rows_of(editor_client.get(address("findings"), {"export": "csv", "rule": "promise"}))

    assert [{name: row[name] for name in row if name != "As of"} for row in rows] == [
        {
            "Article": "'=cmd()",
            "Address": "http://testserver/articles/cmd/",
            "Status": "Published",
            "Author": "Ada Writer",
            "Topics": "Nights, Worry",
            "Severity": "must fix",
            "Rule": "promise",
            "Where": "Text",
            "Excerpt": "We cure all.",
            "Message": "“cure” promises more than anybody can keep. Say what often helps, and whom.",
        }
    ]


def test_reviews_due_and_competing_titles_as_spreadsheets(editor_client, make):
    make("Sleep", due=-7, reviewer="Ada Reader")
    make("Sleep", due=7)

    due = rows_of(editor_client.get(address("review_due"), {"export": "csv"}))
    pairs = rows_of(editor_client.get(address("competing"), {"export": "csv"}))

    assert [(row["Article"], row["Reviewer"], row["Days overdue"]) for row in due] == [
        ("Sleep", "Ada Reader", "7"),
        ("Sleep", "", "0"),
    ]
    assert [(row["Article"], row["Competes with"], row["Why"]) for row in pairs] == [("Sleep", "Sleep", "Same title")]


@pytest.mark.parametrize("name", REPORTS)
def test_a_workbook_holds_text_with_control_characters(editor_client, make, name):
    make("Sleep\x0b", due=3)
    make("Sleep\x0b", due=3)

    response = editor_client.get(address(name), {"export": "xlsx"})

    assert b"".join(response.streaming_content).startswith(b"PK")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("query", [{}, {"export": "csv"}])
def test_no_query_a_row(editor_client, make, name, query):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = editor_client.get(address(name), query)
            response.getvalue() if response.streaming else None
        return len(captured)

    for number in range(3):
        make("Sleep", due=number, author=f"Writer {number}", reviewer=f"Reader {number}", topics=[f"Topic {number}"])
    count()
    few = count()
    for number in range(3, 20):
        make("Sleep", due=number, author=f"Writer {number}", reviewer=f"Reader {number}", topics=[f"Topic {number}"])

    assert count() == few
