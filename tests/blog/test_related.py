"""Related articles: chosen first, completed by shared topics, never what a visitor may not see."""

import pytest
from django.utils import timezone

from blog.models import ArticlePage
from blog.models.articles import RELATED
from tests.factories import ArticlePageFactory, TopicPageFactory
from tests.helpers import restricted, stream


@pytest.fixture
def topics(home):
    return [TopicPageFactory(parent=home) for _ in range(2)]


@pytest.fixture
def write(articles):
    """Write an article below the index."""
    return lambda **fields: ArticlePageFactory(parent=articles, **fields)


def chosen(*pages):
    return stream(*(("article", page.pk) for page in pages))


def related(page):
    return ArticlePage.objects.get(pk=page.pk).related_articles


def test_articles_that_share_most_topics_come_first(write, topics):
    one = write(topics=topics[:1], published_on="2026-05-01")
    both = write(topics=topics, published_on="2026-01-01")
    newer = write(topics=topics[1:], published_on="2026-06-01")
    write()

    assert related(write(topics=topics)) == [both, newer, one]


def test_chosen_articles_come_first_in_their_order(write, topics):
    shared, first, second = write(topics=topics), write(), write()

    assert related(write(topics=topics, related=chosen(second, first))) == [second, first, shared]


def test_chosen_article_on_another_topic_is_not_crowded_out(write, topics):
    for _ in range(2 * RELATED):
        write(topics=topics)
    other = write()

    assert related(write(topics=topics, related=chosen(other)))[0] == other


def test_chosen_article_that_shares_a_topic_is_named_once(write, topics):
    other = write(topics=topics)

    assert related(write(topics=topics, related=chosen(other, other))) == [other]


def test_a_few_are_plenty(write, topics):
    for _ in range(6):
        write(topics=topics)

    assert len(related(write(topics=topics, related=chosen(write())))) == RELATED


def test_article_is_never_related_to_itself(write, topics):
    page = write(topics=topics)
    page.related = chosen(page)
    page.save()

    assert related(page) == []


@pytest.mark.parametrize("how", ["draft", "private", "expired", "deleted"])
def test_article_nobody_may_see_is_left_out(write, topics, how):
    unseen, seen = write(topics=topics), write(topics=topics)
    page = write(topics=topics, related=chosen(unseen))
    if how == "expired":
        ArticlePage.objects.filter(pk=unseen.pk).update(expire_at=timezone.now())
    else:
        {"draft": unseen.unpublish, "private": lambda: restricted(unseen), "deleted": unseen.delete}[how]()

    assert related(page) == [seen]


def test_hidden_articles_do_not_take_the_place_of_others(write, topics):
    hidden = [write(topics=topics, live=False, published_on="2027-01-01") for _ in range(6)]
    shown = [write(topics=topics) for _ in range(RELATED)]

    assert set(related(write(topics=topics, related=chosen(*hidden[:3])))) == set(shown)


def test_related_articles_are_found_in_two_queries(write, topics, django_assert_max_num_queries):
    for _ in range(5):
        write(topics=topics)
    page = ArticlePage.objects.get(pk=write(topics=topics).pk)

    # One for the article's own topics, one for the articles.
    with django_assert_max_num_queries(2):
        assert len(page.related_articles) == RELATED
