"""What readers are told of a review: never more than a sign-off has seen, wherever it is told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from blog.models import ArticlePage
from blog.review.signing import changes_since_review, sign_off
from tests.factories import ArticleIndexPageFactory, PersonPageFactory
from tests.helpers import soup, stream

from .test_signing import DAY, article, latest, publish, reviewer  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(article, reviewer):  # noqa: F811
    """The article with one paragraph, signed off and published."""
    sign_off(article, DAY, by=reviewer.account)
    latest(article).get_latest_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


def claims(page) -> bool:
    return ArticlePage.objects.get(pk=page.pk).is_review_current


def test_the_preview_of_a_changed_draft_claims_no_review(signed):
    def previewed(page) -> str:
        return soup(page.make_preview_request()).select_one("main").get_text(" ", strip=True)

    page = latest(signed)
    assert "Clinically reviewed by" in previewed(page)

    page.body = stream(("paragraph", "<p>Sleep never comes.</p>"))
    page.save_revision()

    shown = previewed(latest(signed))
    assert "An earlier version was clinically reviewed by" in shown
    assert "Reviewed by" not in shown


def test_another_date_by_hand_claims_no_changed_text(signed):
    page = latest(signed)
    page.reviewed_on = date(2026, 4, 1)
    page.save_revision().publish()
    assert claims(page)

    publish(page, "Sleep never comes.")

    assert not claims(page)


def test_an_earlier_version_claims_what_was_signed_off_then(signed, reviewer):  # noqa: F811
    earlier = latest(signed)
    publish(signed, "Sleep comes, at times.")
    sign_off(ArticlePage.objects.get(pk=signed.pk), date(2026, 4, 1), by=reviewer.account)

    earlier.save_revision().publish()

    assert claims(signed)
    publish(signed, "Sleep comes, at times.")
    assert not claims(signed)


def test_a_review_carries_no_other_name_than_the_one_who_signed(signed, home):
    page = latest(signed)
    page.reviewer = PersonPageFactory(parent=home, title="Zed Example")

    with pytest.raises(ValidationError, match="Ben Example signed"):
        page.save_revision()


def test_an_alias_claims_no_more_than_its_original(signed, home):
    alias = signed.create_alias(parent=ArticleIndexPageFactory(parent=home))
    assert claims(alias)

    publish(signed, "Sleep never comes.")

    assert not claims(signed)
    assert not claims(alias)


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_has_not_been_reviewed(signed, keep_live):
    copy = signed.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=keep_live)

    for page in (copy, copy.get_latest_revision_as_object()):
        assert (page.reviewed_on, page.review_due) == (None, None)
    assert signed.reviewed_on == DAY


def test_the_twin_claims_no_more_than_the_page(client, signed):
    assert "Reviewed by" in client.get("/articles/sleep.md").content.decode()

    publish(signed, "Sleep never comes.")

    told = client.get("/articles/sleep.md").content.decode()
    assert "An earlier version was reviewed by" in told
    assert "- Reviewed by" not in told


def test_the_reviewers_page_names_what_they_have_reviewed(client, signed, reviewer):  # noqa: F811
    def named():
        return [link.get_text() for link in soup(client.get(reviewer.url)).select("[aria-labelledby=reviewed] a")]

    assert named() == [signed.title]
    publish(signed, "Sleep never comes.")
    assert named() == []


BLOCKS = {
    "term": (
        ("glossary_term", {"term": "Anxiety", "definition": "<p>A feeling.</p>"}),
        ("glossary_term", {"term": "Depression", "definition": "<p>A feeling.</p>"}),
    ),
    "speaker": (
        ("quote", {"text": "It helped.", "speaker": "A reader"}),
        ("quote", {"text": "It helped.", "speaker": "Professor Example"}),
    ),
    "source of a figure": (
        ("statistic", {"figure": "1 in 4", "meaning": "sleep badly", "source_title": "A survey"}),
        ("statistic", {"figure": "1 in 4", "meaning": "sleep badly", "source_title": "A trial"}),
    ),
    "source": (
        ("references", {"heading": "Sources", "items": [{"title": "On sleep"}]}),
        ("references", {"heading": "Sources", "items": [{"title": "On tablets"}]}),
    ),
    "column": (
        ("comparison_table", {"columns": [{"type": "text", "heading": "By day"}], "rows": [], "caption": ""}),
        ("comparison_table", {"columns": [{"type": "text", "heading": "By night"}], "rows": [], "caption": ""}),
    ),
    "film": (
        ("video", {"title": "Rest", "url": "https://example.org/rest"}),
        ("video", {"title": "Rest", "url": "https://example.org/another"}),
    ),
}


@pytest.mark.parametrize("before, after", BLOCKS.values(), ids=BLOCKS)
def test_whatever_readers_are_told_is_among_the_changes(article, reviewer, before, after):  # noqa: F811
    page = latest(article)
    page.body = stream(before)
    page.save_revision()
    sign_off(ArticlePage.objects.get(pk=article.pk), DAY, by=reviewer.account)
    page = latest(article)
    assert changes_since_review(page)[1] == []

    page.body = stream(after)

    assert changes_since_review(page)[1]


def test_fields_beside_the_body_are_among_the_changes(article, reviewer):  # noqa: F811
    sign_off(article, DAY, by=reviewer.account)
    page = latest(article)
    page.content_note = "Mentions loss."
    page.references = stream(("reference", {"title": "On sleep"}))

    told = {piece.text for change in changes_since_review(page)[1] for piece in change.pieces}

    assert any("Mentions loss." in text for text in told)
    assert any("On sleep" in text for text in told)
