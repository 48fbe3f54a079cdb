"""What articles are about is worked out when they are published, and read when they are shown."""

import pytest
from django.core.management import call_command
from django.test import TestCase

from blog.linking import store
from blog.models import ArticlePage, ArticleTerm, LinkPhrase, RelatedArticle
from tests.factories import ArticlePageFactory, TopicPageFactory
from tests.helpers import restricted

SLEEP = "Sleep comes late. A late night, a bad night, a night without sleep: insomnia tires."
INSOMNIA = "Insomnia is sleep that does not come. Go to bed late, rise early; sleep follows tiredness in the night."
MONEY = "Money quarrels divide couples. Debt, wages, rent and savings: money is a quarrel about something else."
DEBT = "Debt weighs on couples. Talk of wages, rent, savings and debt before money talks for you."


@pytest.fixture
def four(publish):
    """Two articles on sleep and two on money, on no topic."""
    texts = {"Nights": SLEEP, "Insomnia": INSOMNIA, "Money": MONEY, "Debt": DEBT}
    return {title: publish(title, text) for title, text in texts.items()}


def related(page):
    return [article.title for article in ArticlePage.objects.get(pk=page.pk).related_articles]


def test_related_articles_are_near_by_their_text(four):
    assert related(four["Debt"])[0] == "Money"
    assert related(four["Insomnia"])[0] == "Nights"


def test_articles_published_earlier_learn_of_later_ones(four):
    assert related(four["Nights"])[0] == "Insomnia"
    assert related(four["Money"])[0] == "Debt"


def test_shared_topics_bring_articles_nearer(publish, home, four):
    topic = TopicPageFactory(parent=home)
    text = f"{SLEEP} {MONEY}"
    for page in (four["Nights"], four["Money"]):
        ArticlePage.objects.get(pk=page.pk).topics.through.objects.create(articlepage_id=page.pk, topicpage_id=topic.pk)

    both = publish("Both", text, topics=[topic])

    assert set(related(both)[:2]) == {"Nights", "Money"}


def test_chosen_articles_come_before_near_ones(publish, four):
    from tests.helpers import stream

    page = publish("More on debt", DEBT, related=stream(("article", four["Nights"].pk)))

    assert related(page) == ["Nights", "Debt", "Money"]


def test_nothing_is_worked_out_when_an_article_is_shown(client, four, django_assert_max_num_queries, monkeypatch):
    def fails(*args, **kwargs):
        raise AssertionError("worked out at view")

    for name in ("nearest_to", "keep", "relate", "subject_of"):
        monkeypatch.setattr(store, name, fails)
    with django_assert_max_num_queries(12):
        assert client.get(four["Debt"].url).status_code == 200


@pytest.mark.parametrize("how", ["unpublish", "delete"])
def test_article_that_is_gone_is_forgotten(four, how):
    with TestCase.captureOnCommitCallbacks(execute=True):
        getattr(ArticlePage.objects.get(pk=four["Money"].pk), how)()

    assert "Money" not in related(four["Debt"])
    assert not ArticleTerm.objects.filter(article=four["Money"].pk).exists()
    assert not LinkPhrase.objects.filter(article=four["Money"].pk).exists()


def test_private_article_is_suggested_to_nobody(four):
    restricted(four["Insomnia"])

    assert store.named(["=insomnia"]) == {}
    assert "Insomnia" not in related(four["Nights"])


def test_failure_never_fails_the_publish(publish, monkeypatch, caplog):
    def fails(*args):
        raise ValueError("secret words of the text")

    monkeypatch.setattr(store, "subject_of", fails)
    page = publish("Nights", SLEEP)

    assert page.live
    assert "out of date: ValueError" in caplog.text and "secret" not in caplog.text


def test_everything_can_be_made_anew(articles, four, capsys):
    before = {page.title: related(page) for page in four.values()}
    RelatedArticle.objects.all().delete()
    ArticleTerm.objects.all().delete()
    LinkPhrase.objects.all().delete()

    call_command("rebuild_links", if_missing=True)
    assert {page.title: related(page) for page in four.values()} == before
    call_command("rebuild_links", if_missing=True)
    assert capsys.readouterr().out == "4 articles are linked anew.\n"


def test_cost_of_publishing_does_not_grow_with_the_number_of_articles(publish, articles):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost(page):
        with CaptureQueriesContext(connection) as asked:
            store.update(page.pk)
        return len(asked)

    pages = [publish(f"Nights {number}", SLEEP) for number in range(8)]
    few = cost(pages[0])
    for number in range(15):
        store.keep(ArticlePageFactory(parent=articles, body=pages[0].body, title=f"More nights {number}"))

    assert cost(pages[0]) == few
