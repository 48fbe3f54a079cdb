"""Signing off: what is stamped, and what the page claims afterwards."""

from datetime import date

import pytest
from django.utils import timezone

from blog.models import ArticlePage
from blog.models.review import SignOffForm
from blog.review.signing import changes_since_review, months_after, sign_off
from tests.factories import (
    ArticlePageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
    UserFactory,
)
from tests.helpers import soup, stream

DAY = date(2026, 3, 31)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(home):
    return PersonPageFactory(parent=StandardPageFactory(parent=home), title="Ben Example", account=UserFactory())


@pytest.fixture
def article(articles):
    article = ArticlePageFactory(parent=articles, slug="sleep", body=stream(("paragraph", "<p>Sleep comes.</p>")))
    article.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


def publish(article, text):
    page = article.get_latest_revision_as_object()
    page.body = stream(("paragraph", f"<p>{text}</p>"))
    page.save_revision().publish()


def latest(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 3, 31), 24, date(2028, 3, 31)),
        (date(2026, 8, 31), 36, date(2029, 8, 31)),
    ],
)
def test_months_after(day, months, expected):
    assert months_after(day, months) == expected


def test_a_sign_off_stamps_reviewer_day_and_next_review(article, reviewer):
    found = sign_off(article, DAY, by=reviewer.account, comment="Sound.")

    draft = latest(article)
    assert (draft.reviewer_id, draft.reviewed_on, draft.review_due) == (reviewer.pk, DAY, date(2028, 3, 31))
    assert (found.name, found.by, found.comment, found.revision) == (
        "Ben Example",
        reviewer.account,
        "Sound.",
        draft.latest_revision,
    )


def test_the_shortest_interval_of_the_topics_counts(article, reviewer, home):
    article.topics = [TopicPageFactory(parent=home, review_months=months) for months in (36, 12)]
    article.save_revision()

    sign_off(ArticlePage.objects.get(pk=article.pk), DAY, by=reviewer.account)

    assert latest(article).review_due == date(2027, 3, 31)


def test_the_page_claims_the_review_of_what_was_reviewed(client, article, reviewer):
    sign_off(article, DAY, by=reviewer.account)
    latest(article).get_latest_revision().publish()

    page = soup(client.get("/articles/sleep/"))

    assert "Clinically reviewed by" in page.select_one(".provenance").get_text()
    assert "Reviewed by Ben Example" in page.select_one(".byline").get_text(" ", strip=True)


def test_a_changed_page_does_not_claim_its_review(client, article, reviewer):
    sign_off(article, DAY, by=reviewer.account)
    publish(latest(article), "Sleep never comes.")

    page = soup(client.get("/articles/sleep/"))

    told = page.select_one(".provenance").get_text()
    assert "An earlier version was clinically reviewed by" in told
    assert "changed since, and not yet reviewed again" in told
    assert "Reviewed by" not in page.select_one(".byline").get_text()


def test_a_mended_typing_mistake_keeps_the_claim(client, article, reviewer):
    sign_off(article, DAY, by=reviewer.account)
    publish(latest(article), "Sleep  comes!")

    assert ArticlePage.objects.get(pk=article.pk).is_review_current


def test_the_next_sign_off_covers_the_change(article, reviewer):
    sign_off(article, DAY, by=reviewer.account)
    publish(latest(article), "Sleep never comes.")
    sign_off(ArticlePage.objects.get(pk=article.pk), date(2026, 4, 1), by=reviewer.account)
    latest(article).get_latest_revision().publish()

    assert ArticlePage.objects.get(pk=article.pk).is_review_current


def test_changes_are_those_since_the_sign_off(article, reviewer):
    sign_off(article, DAY, by=reviewer.account)
    for text in ("Sleep comes late.", "Sleep comes late, at times."):
        page = latest(article)
        page.body = stream(("paragraph", f"<p>{text}</p>"))
        page.save_revision()

    found, changed = changes_since_review(latest(article))

    assert found.reviewed_on == DAY
    assert [piece.text for piece in changed[0].pieces if piece.kind == "in"] == [" late, at times"]


def test_a_date_entered_by_hand_needs_no_sign_off(article, reviewer):
    page = latest(article)
    page.reviewer, page.reviewed_on = reviewer, DAY
    page.save_revision().publish()
    publish(latest(article), "Another text altogether.")

    assert ArticlePage.objects.get(pk=article.pk).is_review_current


def test_the_form_begins_with_today_as_browsers_read_it():
    assert f'value="{timezone.localdate():%Y-%m-%d}"' in str(SignOffForm()["reviewed_on"])
