"""A hub for one topic."""

import pytest

from tests.factories import ArticlePageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream


@pytest.fixture
def topic(home):
    return TopicPageFactory(parent=home, title="Trust")


def asking(*questions):
    items = [{"question": question, "answer": "<p>So.</p>"} for question in questions]
    return stream(("faq", {"heading": "Questions", "items": items}))


def test_topic_with_only_a_title_is_shown(client, topic):
    answer = client.get(topic.url)

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "Trust")


def test_topic_lists_its_articles_newest_first(client, articles, topic):
    old = ArticlePageFactory(parent=articles, topics=[topic], published_on="2024-01-01")
    new = ArticlePageFactory(parent=articles, topics=[topic], published_on="2025-01-01")
    ArticlePageFactory(parent=articles)

    assert list(client.get(topic.url).context["articles"]) == [new, old]


def test_questions_lead_to_their_answers_in_the_articles(client, articles, topic):
    page = ArticlePageFactory(parent=articles, topics=[topic], body=asking("How long?", "Why?"))

    links = soup(client.get(topic.url)).select(".answered a")

    article = soup(client.get(page.url))
    assert [link.get_text() for link in links] == ["How long?", "Why?"]
    for link in links:
        url, _, anchor = link["href"].partition("#")
        assert (url, article.find(id=anchor).summary.get_text()) == (page.url, link.get_text())


@pytest.mark.parametrize("how", ["draft", "private"])
def test_articles_nobody_may_see_answer_nothing(client, articles, topic, how):
    page = ArticlePageFactory(parent=articles, topics=[topic], body=asking("How long?"))
    page.unpublish() if how == "draft" else restricted(page)

    context = client.get(topic.url).context

    assert (list(context["articles"]), context["answered"]) == ([], [])
