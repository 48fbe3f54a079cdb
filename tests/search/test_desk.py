"""What editors see of search: what readers look for, and the ways on from there."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from blog.models import ArticlePage
from search.counting import monday
from search.models import Phrase, Promotion, SynonymSet
from tests.factories import ArticlePageFactory, StandardPageFactory, UserFactory
from tests.helpers import soup, stream

REPORT = "/admin/search-phrases/"
WEEK = dt.date(2026, 11, 16)


@pytest.fixture
def phrases(db):
    Phrase.objects.create(text="panic attacks", week=WEEK, times=9)
    Phrase.objects.create(text="panic attacks", week=WEEK - dt.timedelta(7), times=5)
    Phrase.objects.create(text="emdr", week=WEEK, times=6, found_nothing=True)


def client_of(group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def rows(answer):
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all("td")][:2] for row in soup(answer).select("tbody tr")
    ]


def test_report_adds_up_the_weeks_and_names_what_was_not_found(admin_client, phrases, site):
    assert rows(admin_client.get(REPORT)) == [["panic attacks", "14"], ["emdr found nothing", "6"]]


def test_report_shows_only_what_was_not_found_when_asked_for(admin_client, phrases, site):
    assert rows(admin_client.get(f"{REPORT}?found_nothing=true")) == [["emdr found nothing", "6"]]


def test_phrases_that_are_equal_have_an_order(admin_client, site):
    for text in "dbeca":
        Phrase.objects.create(text=text, week=WEEK, times=5)

    for ordering in ("searches", "-searches", "last"):
        shown = rows(admin_client.get(REPORT, {"ordering": ordering}))
        assert [text for text, *_ in shown] == list("abcde")


def test_report_is_exported(admin_client, phrases, site):
    answer = admin_client.get(f"{REPORT}?export=csv")

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "panic attacks,14," in text


@pytest.mark.parametrize("group", ["Editors"])
def test_editors_read_what_readers_look_for(phrases, site, group):
    assert client_of(group).get(REPORT).status_code == 200


def test_others_do_not(bystander_client, client, phrases, site):
    refused = bystander_client.get(REPORT)
    asked_to_sign_in = client.get(REPORT)

    assert (refused.status_code, refused["Location"]) == (302, "/admin/")
    assert asked_to_sign_in["Location"].startswith("/admin/login/")


def test_synonyms_begin_with_the_phrase(admin_client, site):
    form = soup(admin_client.get("/admin/snippets/search/synonymset/add/?phrase=emdr"))

    assert form.find("textarea", attrs={"name": "words"}).get_text(strip=True) == "emdr"


def test_promotion_begins_with_the_phrase(admin_client, site):
    form = soup(admin_client.get("/admin/snippets/search/promotion/add/?phrase=emdr"))

    assert form.find("textarea", attrs={"name": "phrases"}).get_text(strip=True) == "emdr"


def test_draft_is_begun_about_the_phrase(admin_client, articles):
    answer = admin_client.post("/admin/search-phrases/draft/", {"phrase": "what is emdr"})

    page = ArticlePage.objects.get()
    assert (page.title, page.live, page.has_unpublished_changes) == ("What is emdr", False, True)
    assert answer["Location"] == f"/admin/pages/{page.pk}/edit/"


def test_draft_without_a_phrase_is_refused_in_words(admin_client, articles):
    answer = admin_client.post("/admin/search-phrases/draft/", {"phrase": " \x00 "}, follow=True)

    assert "no phrase to begin an article with" in answer.content.decode()
    assert not ArticlePage.objects.exists()


def test_nobody_begins_a_draft_who_may_not_add_articles(bystander_client, articles):
    bystander_client.post("/admin/search-phrases/draft/", {"phrase": "emdr"})

    assert not ArticlePage.objects.exists()


def test_one_word_alone_is_no_set_of_synonyms(admin_client, site):
    answer = admin_client.post("/admin/snippets/search/synonymset/add/", {"words": "emdr\n emdr "})

    assert "at least two words or phrases" in answer.content.decode()


def test_synonyms_without_a_letter_are_refused(admin_client, site):
    answer = admin_client.post("/admin/snippets/search/synonymset/add/", {"words": "emdr\n???"})

    assert "has no letters or digits" in answer.content.decode()


def test_synonyms_are_kept_one_a_line_each_once(admin_client, site):
    admin_client.post("/admin/snippets/search/synonymset/add/", {"words": " sorrow \n\nheartache\nsorrow"})

    assert SynonymSet.objects.filter(words="sorrow\nheartache").exists()


def promote(client, page, **values):
    return client.post("/admin/snippets/search/promotion/add/", {"phrases": "emdr", "page": page.pk, **values})


def test_promoted_question_must_be_on_the_page_and_the_others_are_named(admin_client, articles):
    asked = {"heading": "Questions", "items": [{"question": "What is EMDR?", "answer": "<p>A therapy.</p>"}]}
    article = ArticlePageFactory(parent=articles, body=stream(("faq", asked)))

    refused = promote(admin_client, article, question="What is CBT?", reason="")
    promote(admin_client, article, question="what is emdr", reason="")

    assert "It has: What is EMDR?" in soup(refused).get_text()
    assert [promotion.anchor()[:2] for promotion in Promotion.objects.all()] == ["q-"]


def test_page_without_questions_says_so(admin_client, home):
    answer = promote(admin_client, StandardPageFactory(parent=home), question="What is CBT?", reason="")

    assert "has no questions" in answer.content.decode()


def not_found(client):
    """Return the phrases on the admin's home that found nothing, with how often each was searched for."""
    rows = soup(client.get("/admin/")).select("#not-found-section .work__row")
    return [tuple(row.select_one(part).get_text() for part in (".work__title", ".work__state")) for row in rows]


@pytest.fixture
def lately(db):
    """Phrases of this week, of last week, and of long ago."""
    week = monday(timezone.localdate())
    for text, weeks_ago, times, found_nothing in (
        ("emdr", 0, 6, True),
        ("emdr", 1, 5, True),
        ("ketamine", 1, 20, True),
        ("couples", 0, 30, False),
        ("grief", 0, 9, False),
        ("grief", 1, 9, True),
        ("retreat", 0, 5, True),
        ("retreat", 2, 40, False),
        ("old", 5, 50, True),
    ):
        Phrase.objects.create(
            text=text, week=week - dt.timedelta(weeks=weeks_ago), times=times, found_nothing=found_nothing
        )


def test_home_names_what_lately_found_nothing(lately, site):
    assert not_found(client_of("Editors")) == [
        ("ketamine", "20 searches"),
        ("emdr", "11 searches"),
        ("retreat", "5 searches"),
    ]


def test_home_leads_to_a_synonym_and_a_draft(lately, site):
    row = soup(client_of("Editors").get("/admin/")).select_one("#not-found-section .work__row")

    assert row.select_one(".work__ways a")["href"].endswith("?phrase=ketamine")
    form = row.select_one("form")
    assert (form["action"], form.select_one("[name=phrase]")["value"]) == ("/admin/search-phrases/draft/", "ketamine")


def test_home_says_nothing_where_all_was_found(site):
    assert not_found(client_of("Editors")) == []
    assert soup(client_of("Editors").get("/admin/")).select("#not-found-section") == []


@pytest.mark.parametrize("group", ["Writers", "Clinical reviewers", "Practice team"])
def test_home_shows_searches_to_editors_alone(lately, site, group):
    assert not_found(client_of(group)) == []
