"""The checks in the editor: of the page as it stands in the form, and after publishing."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from hub.audit.desk import drafts
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import soup

LONG = "Why trust is so hard to find again after somebody close to you has broken it into many pieces"


@pytest.fixture
def standard(home):
    return StandardPageFactory(parent=home, title="Trust after a betrayal", search_description="What helps, and when.")


def form_of(standard, **changed):
    """Return what the editor sends for a standard page."""
    data = {
        "title": standard.title,
        "slug": standard.slug,
        "standfirst": "",
        "seo_title": "",
        "search_description": standard.search_description,
        "body": streamfield([("paragraph", rich_text('<p><a linktype="x" href="/nowhere/">Read on</a></p>'))]),
        "comments": inline_formset([]),
    }
    return nested_form_data(data | changed)


def report(client, standard, **changed):
    answer = client.post(reverse("audit:check_page", args=[standard.pk]), form_of(standard, **changed))
    assert answer.status_code == 200
    return soup(answer)


def test_the_page_is_checked_as_it_stands_in_the_form(admin_client, standard):
    shown = report(admin_client, standard, seo_title=LONG)

    assert "search results show about 600" in shown.get_text()
    standard.refresh_from_db()
    assert standard.seo_title == "" and standard.latest_revision is None


def test_a_page_in_order_has_nothing_to_mend(admin_client, standard):
    text = streamfield([("paragraph", rich_text("<p>It takes time.</p>"))])

    assert "Nothing to mend" in report(admin_client, standard, body=text).get_text()


def test_a_title_that_another_page_has_is_found(admin_client, standard, home):
    StandardPageFactory(parent=home, title="Trust again")

    shown = report(admin_client, standard, title="trust again")

    assert "is also the title of" in shown.get_text()


def test_what_is_kept_out_of_search_needs_no_description(admin_client, standard):
    bare = {"search_description": "", "body": streamfield([])}
    described = report(admin_client, standard, **bare)
    hidden = report(admin_client, standard, **bare, noindex="on")

    assert "has no description" in described.get_text()
    assert "has no description" not in hidden.get_text()


def test_what_the_page_says_is_escaped(admin_client, standard):
    answer = admin_client.post(
        reverse("audit:check_page", args=[standard.pk]), form_of(standard, seo_title="<script>alert(1)</script>" * 4)
    )

    assert "<script>" not in answer.content.decode()


def test_only_who_may_edit_a_page_may_check_it(bystander_client, client, standard):
    address = reverse("audit:check_page", args=[standard.pk])

    assert bystander_client.post(address, form_of(standard)).status_code in {302, 403}
    assert client.post(address, form_of(standard)).status_code == 302


def test_a_get_changes_and_shows_nothing(admin_client, standard):
    assert admin_client.get(reverse("audit:check_page", args=[standard.pk])).status_code == 405


@pytest.mark.parametrize("kind", ["edit", "add"])
def test_the_editor_offers_the_check(admin_client, standard, kind):
    address = (
        reverse("wagtailadmin_pages:edit", args=[standard.pk])
        if kind == "edit"
        else reverse("wagtailadmin_pages:add", args=["home", "standardpage", standard.get_parent().pk])
    )
    editor = soup(admin_client.get(address))

    panel = editor.select_one("[data-side-panel=checks] [data-audit]")
    assert panel.find("button", string=lambda text: True) or "Check this page" in panel.get_text()
    assert editor.select_one("script[src*='audit/desk.js']")


def publish(client, standard, **changed):
    address = reverse("wagtailadmin_pages:edit", args=[standard.pk])
    return client.post(address, form_of(standard, **changed) | {"action-publish": "1"}, follow=True)


def test_publishing_says_what_to_mend_and_publishes(admin_client, standard):
    answer = publish(admin_client, standard, seo_title=LONG)

    standard.refresh_from_db()
    assert standard.seo_title == LONG
    assert "found something to mend" in soup(answer).get_text()


def test_a_check_that_fails_does_not_fail_the_publish(admin_client, standard, monkeypatch, caplog):
    def broken(page):
        raise RuntimeError("out of order")

    monkeypatch.setattr("hub.audit.wagtail_hooks.check_page", broken)

    answer = publish(admin_client, standard, title="Trust, again")

    standard.refresh_from_db()
    assert standard.title == "Trust, again"
    assert "found something" not in soup(answer).get_text()
    assert "could not be checked" in caplog.text


def test_a_link_to_a_page_that_is_gone_is_found(articles):
    text = '[{"type": "paragraph", "value": "<p><a href=\\"http://testserver/gone/\\">Read on</a></p>", "id": "a"}]'
    article = ArticlePageFactory(parent=articles, title="Trust after a betrayal", body=text)

    assert "link-broken" in {finding.rule for finding in drafts.check_page(article).for_editors}


def test_a_page_that_cannot_be_shown_says_so(standard, monkeypatch):
    monkeypatch.setattr(type(standard), "get_preview_context", lambda *args, **kwargs: 1 / 0)

    assert "could not be checked" in drafts.check_page(standard).fault


def linking_to(articles, address):
    text = f'[{{"type": "paragraph", "value": "<p><a href=\\"{address}\\">Read on</a></p>", "id": "a"}}]'
    return ArticlePageFactory(parent=articles, title="Trust after a betrayal", body=text)


def test_a_published_page_is_found_without_being_rendered(articles, home, monkeypatch):
    target = StandardPageFactory(parent=home, title="Grief has no timetable")
    monkeypatch.setattr(drafts.Fetcher, "get", lambda self, url: pytest.fail(f"{url} was asked"))

    found = drafts.check_page(linking_to(articles, target.full_url)).grave

    assert [finding.rule for finding in found if finding.rule.startswith("link")] == []


@pytest.mark.parametrize(("fragment", "is_found"), [("#main", True), ("#nowhere", False)])
def test_a_link_to_a_place_on_another_page_is_followed(articles, home, fragment, is_found):
    target = StandardPageFactory(parent=home, title="Grief has no timetable")

    found = drafts.check_page(linking_to(articles, target.full_url + fragment)).grave

    assert ("link-anchor" in {finding.rule for finding in found}) is not is_found


def test_an_unpublished_page_is_no_target(articles, home):
    target = StandardPageFactory(parent=home, title="Grief has no timetable", live=False)

    assert "link-broken" in {finding.rule for finding in drafts.check_page(linking_to(articles, target.full_url)).grave}
