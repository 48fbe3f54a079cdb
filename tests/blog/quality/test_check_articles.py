"""The command over the whole site."""

import json

import pytest
from django.core.management import CommandError, call_command

from blog.models import ArticlePage
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory
from tests.helpers import stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    """Call the command; returns what it printed and why it failed, "" if it did not."""

    def run(*arguments, **options) -> tuple[str, str]:
        failure = ""
        try:
            call_command("check_articles", *arguments, **options)
        except CommandError as error:
            failure = str(error)
        return capsys.readouterr().out, failure

    return run


@pytest.fixture
def article(articles):
    return ArticlePageFactory(
        parent=articles, title="Sleep", slug="sleep", body=stream(("paragraph", "<p>We will cure you.</p>"))
    )


def test_findings_as_data(article, run):
    out, _ = run(format="json")

    (row,) = [row for row in json.loads(out) if row["rule"] == "promise"]
    block = article.body.raw_data[0]["id"]
    assert row == {
        "page": article.pk,
        "title": "Sleep",
        "url": "/articles/sleep/",
        "is_public": True,
        "rule": "promise",
        "severity": "must fix",
        "message": "“cure” promises more than anybody can keep. Say what often helps, and whom.",
        "where": "Text",
        "block": block,
        "excerpt": "We will cure you.",
    }


def test_findings_for_people(article, run):
    out, failure = run()

    assert "Sleep  /articles/sleep/" in out
    assert "must fix       promise: “cure” promises" in out
    assert "Text: We will cure you." in out
    assert failure == "Something must be fixed in what is public: Sleep (/articles/sleep/)."


def test_the_latest_draft_is_looked_at(article, run):
    article.body = stream(("paragraph", "<p>It often helps.</p>"))
    article.save_revision()

    rules = {row["rule"] for row in json.loads(run(format="json")[0])}
    public = {row["rule"] for row in json.loads(run(format="json", published=True)[0])}

    assert "promise" not in rules
    assert "promise" in public


def test_what_must_be_fixed_in_the_draft_only_fails_nothing(articles, home, run):
    author = PersonPageFactory(parent=StandardPageFactory(parent=home))
    page = ArticlePageFactory(parent=articles, title="Sleep", slug="sleep", author=author)
    page.body = stream(("paragraph", "<p>We will cure you.</p>"))
    page.save_revision()

    out, failure = run(format="json")

    rows = json.loads(out)
    assert [(row["rule"], row["is_public"]) for row in rows if row["severity"] == "must fix"] == [("promise", False)]
    assert {row["is_public"] for row in rows if row["rule"] == "reviewer-missing"} == {True}
    assert failure == ""


def test_what_was_mended_in_the_draft_only_still_fails(article, run):
    article.body = stream(("paragraph", "<p>It often helps.</p>"))
    article.save_revision()

    assert "Sleep  /articles/sleep/  (draft; what is public differs)" in run()[0]
    assert "Sleep (/articles/sleep/)" in run()[1]


def test_drafts_are_looked_at_and_fail_nothing(articles, run):
    ArticlePageFactory(parent=articles, title="Unwritten", live=False)

    out, failure = run()

    assert "Unwritten" in out
    assert "(draft)" in out
    assert failure == ""


def test_only_the_articles_named(article, articles, run):
    ArticlePageFactory(parent=articles, title="Grief", slug="grief")

    rows = json.loads(run("/articles/sleep", format="json")[0])

    assert {row["title"] for row in rows} == {"Sleep"}
    assert run("/nowhere/")[1] == "There is no article at /nowhere/."


def test_rules_are_listed(db, run):
    out, _ = run(rules=True)

    assert "Trust: Every article names its author." in out


def test_nothing_must_be_fixed_in_the_demo(db, run, capsys):
    call_command("load_demo", verbosity=0)
    capsys.readouterr()

    out, failure = run(format="json")

    assert failure == ""
    assert ArticlePage.objects.count() > 10
    assert [row for row in json.loads(out) if row["severity"] == "must fix"] == []
