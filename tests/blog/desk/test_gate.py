"""The gate before publishing: what must be mended stops it, what should be passes with a reason that is kept."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Dismissal, Exemption, QualityWords
from blog.quality.findings import Finding, Severity
from blog.quality.gate import judge
from blog.quality.rules.trust import AUTHOR
from hub.users.roles import WRITERS
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, UserFactory
from tests.helpers import soup, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(home):
    return PersonPageFactory(parent=StandardPageFactory(parent=home), credentials="MSc")


@pytest.fixture
def article(articles, author):
    return ArticlePageFactory(parent=articles, title="Sleep", slug="sleep", author=author, live=False)


def form(page, text="<p>Sleep comes and goes.</p>", **fields):
    """What the editor's form sends for an article with one paragraph."""
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "standfirst": "",
            "body": streamfield([("paragraph", rich_text(text))]),
            "references": streamfield([]),
            "related": streamfield([]),
            "author": page.author_id or "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            **fields,
        }
    )


def publish(client, page, reason="", **fields):
    data = form(page, **fields) | {"action-publish": "action-publish", "quality-reason": reason}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def said(response):
    return " ".join(message.get_text(" ", strip=True) for message in soup(response).select(".messages li"))


def test_what_must_be_fixed_stops_publishing_and_keeps_what_was_typed(admin_client, article):
    response = publish(admin_client, article, reason="I am in a hurry", text="<p>We cure everybody.</p>")

    assert response.status_code == 200
    assert "Not published: 1 thing has to be fixed first." in said(response)
    assert "We cure everybody." in response.content.decode()
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_who_is_stopped_sees_the_findings_at_once(admin_client, article):
    stopped = soup(publish(admin_client, article, text="<p>We cure everybody.</p>")).select_one("[data-quality]")
    opened = soup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))).select_one("[data-quality]")

    assert (stopped.has_attr("data-quality-open"), opened.has_attr("data-quality-open")) == (True, False)
    assert stopped.select_one("textarea[name=quality-reason]") is None


def test_what_should_be_fixed_asks_why(admin_client, article):
    response = publish(admin_client, article)

    assert "should be fixed" in said(response)
    field = soup(response).select_one("textarea[name=quality-reason]")
    assert field["form"] == "page-edit-form"
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_a_reason_lets_it_pass_and_is_kept(admin_client, admin, article):
    publish(admin_client, article, reason="It is a notice.")

    assert ArticlePage.objects.get(pk=article.pk).live
    exemption = Exemption.objects.get()
    assert (exemption.article_id, exemption.action, exemption.reason, exemption.by) == (
        article.pk,
        "publish",
        "It is a notice.",
        admin,
    )
    assert "reviewer-missing" in {finding["rule"] for finding in exemption.findings}


def test_scheduling_is_publishing(admin_client, article):
    response = publish(admin_client, article, text="<p>We cure everybody.</p>", go_live_at="2030-01-01 09:00")

    assert "has to be fixed" in said(response)
    assert ArticlePage.objects.get(pk=article.pk).approved_schedule is False


def test_drafts_are_saved_whatever_is_in_them(admin_client, article):
    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]), form(article, text="<p>We cure everybody.</p>")
    )

    assert response.status_code == 302
    assert "We cure everybody." in str(Page.objects.get(pk=article.pk).get_latest_revision_as_object().body)


def test_a_new_article_meets_the_gate_too(admin_client, articles):
    article = ArticlePage(title="New", slug="new")
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", articles.pk])

    response = admin_client.post(address, form(article) | {"action-publish": "action-publish"})

    assert response.status_code == 200
    assert "The article names no author" in said(response)
    assert not ArticlePage.objects.filter(slug="new").exists()


def test_the_panel_shows_findings_when_the_editor_opens(admin_client, article):
    response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))

    panel = soup(response).select_one('[data-side-panel="quality"]')
    assert "Nobody is named as clinical reviewer." in panel.get_text()


def test_the_form_is_judged_as_it_stands(admin_client, article):
    response = admin_client.post(
        reverse("quality:edit", args=[article.pk]), form(article, text="<p>We cure everybody.</p>")
    )

    assert "“cure” promises more" in response.content.decode()
    assert "We cure" not in str(Page.objects.get(pk=article.pk).specific.body)


def test_a_form_that_could_not_be_saved_is_judged_all_the_same(admin_client, article):
    data = form(article, text="<p>We cure everybody.</p>") | {"slug": "not a slug", "reviewed_on": "yesterday"}

    response = admin_client.post(reverse("quality:edit", args=[article.pk]), data)

    assert response.status_code == 200
    assert "“cure” promises more" in response.content.decode()


def test_a_new_form_is_judged_before_it_is_saved(admin_client, articles):
    address = reverse("quality:create", args=["blog", "articlepage", articles.pk])

    response = admin_client.post(address, form(ArticlePage(title="New", slug=""), text="<p>We cure everybody.</p>"))

    assert "“cure” promises more" in response.content.decode()


def test_nobody_judges_what_they_may_not_edit(bystander_client, article):
    assert bystander_client.post(reverse("quality:edit", args=[article.pk]), form(article)).status_code in (302, 403)


def findings(client, article, text):
    return soup(client.post(reverse("quality:edit", args=[article.pk]), form(article, text=text)))


def leave(client, article, button, reason="It is a title"):
    return client.post(
        reverse("quality:dismiss", args=[article.pk]),
        {
            "key": button["data-quality-leave"],
            "rule": button["data-rule"],
            "excerpt": button["data-excerpt"],
            "reason": reason,
        },
    )


def test_a_finding_is_left_be_while_its_words_stay(admin_client, admin, article):
    text = "<p>The best sleep therapy there is.</p>"
    button = findings(admin_client, article, text).select_one("[data-rule=superlative]")

    assert leave(admin_client, article, button).status_code == 204

    after = findings(admin_client, article, text)
    assert after.select_one("[data-rule=superlative]") is None
    assert "It is a title" in after.select_one(".quality__group--dismissed").get_text()
    changed = findings(admin_client, article, "<p>The best sleep therapy in town.</p>")
    assert changed.select_one("[data-rule=superlative]") is not None


def test_a_finding_is_looked_at_again(admin_client, article):
    text = "<p>The best sleep therapy there is.</p>"
    button = findings(admin_client, article, text).select_one("[data-rule=superlative]")
    leave(admin_client, article, button)

    admin_client.post(
        reverse("quality:dismiss", args=[article.pk]), {"key": button["data-quality-leave"], "restore": 1}
    )

    assert findings(admin_client, article, text).select_one("[data-rule=superlative]") is not None


def test_a_finding_is_not_left_be_without_a_reason(admin_client, article):
    button = findings(admin_client, article, "<p>The best sleep therapy.</p>").select_one("[data-rule=superlative]")

    assert leave(admin_client, article, button, reason="  ").status_code == 400
    assert not Dismissal.objects.exists()


def test_what_no_database_holds_is_taken_out_of_a_reason(admin_client, article):
    button = findings(admin_client, article, "<p>The best sleep therapy.</p>").select_one("[data-rule=superlative]")

    assert leave(admin_client, article, button, reason="It is \0a title").status_code == 204
    assert Dismissal.objects.get().reason == "It is a title"


@pytest.mark.parametrize("key", ["", "\0" * 32, "z" * 32, "a" * 33])
def test_a_key_that_no_finding_has_is_refused(admin_client, article, key):
    for fields in ({"rule": "superlative", "reason": "It is a title"}, {"restore": 1}):
        response = admin_client.post(reverse("quality:dismiss", args=[article.pk]), {"key": key} | fields)

        assert response.status_code == 400
    assert not Dismissal.objects.exists()


def test_a_missing_fact_is_never_left_be(admin_client, article):
    response = admin_client.post(
        reverse("quality:dismiss", args=[article.pk]), {"key": "a" * 32, "rule": "author-missing", "reason": "no"}
    )

    assert response.status_code == 400


def test_a_finding_left_be_by_the_name_of_another_rule_still_stops(client, admin_client, article):
    text = "<p>We cure everybody.</p>"
    stops = findings(admin_client, article, text).select_one("[data-rule=promise]")
    writer = UserFactory()
    writer.groups.add(Group.objects.get(name=WRITERS))
    client.force_login(writer)

    leave(client, article, {**stops.attrs, "data-rule": "few-links"})
    of_author = Finding("author-missing", Severity.MUST, "The article names no author. Choose who wrote it.", AUTHOR)
    leave(client, article, {"data-quality-leave": of_author.key, "data-rule": "few-links", "data-excerpt": ""})

    article.author = None
    article.body = stream(("paragraph", text))
    assert {finding.rule for finding in judge(article).must} >= {"promise", "author-missing"}


def test_a_link_without_words_is_never_left_be(admin_client, article):
    found = findings(admin_client, article, '<p>See <a href="https://a.example/"></a>.</p>')

    assert "This link has no words" in found.get_text()
    assert found.select_one("[data-rule=link-text]") is None


def test_writers_are_offered_to_leave_only_what_they_may(client, article):
    writer = UserFactory()
    writer.groups.add(Group.objects.get(name=WRITERS))
    client.force_login(writer)

    found = findings(client, article, "<p>Depression. Depression. Depression. Depression: the best sleep therapy.</p>")

    assert "speaks of “Depression”" in found.get_text()
    assert found.select_one("[data-rule=urgent-help-missing]") is None
    assert leave(client, article, found.select_one("[data-rule=superlative]")).status_code == 204


def test_words_are_the_editors_own(admin_client, article):
    words = QualityWords.load()
    words.superlatives = "soothing"
    words.save()

    found = findings(admin_client, article, "<p>A soothing evening. The best sleep therapy.</p>")

    assert [button["data-excerpt"] for button in found.select("[data-rule=superlative]")] == ["A soothing evening."]


def test_many_articles_are_not_published_at_once_past_the_gate(admin_client, article):
    article.body = stream(("paragraph", "<p>We cure everybody.</p>"))
    article.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = admin_client.post(f"{address}?id={article.pk}&next=/admin/", follow=True)

    assert "“Sleep” is not published: “cure” promises" in response.content.decode()
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_data_of_an_exemption_can_be_read(admin_client, article):
    publish(admin_client, article, reason="It is a notice.")

    assert json.dumps(Exemption.objects.get().findings)


def test_the_first_save_of_a_new_article_leaves_the_panel_alone(admin_client, article):
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])

    brought = admin_client.get(f"{address}?_w_hydrate_create_view=1").content.decode()

    assert "[data-side-panel='status']" in brought
    assert "[data-side-panel='quality']" not in brought
