"""What a visitor may see, asked in one word."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from blog.models import ArticlePage
from home.models import StandardPage
from hub.core.querysets import only_published
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import restricted

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def page(home):
    return StandardPageFactory(parent=home)


def published_titles():
    return [page.title for page in StandardPage.objects.published().order_by("path")]


def test_live_page_is_published(page):
    assert published_titles() == [page.title]


def test_draft_is_not(page):
    page.unpublish()

    assert published_titles() == []


def test_page_is_private_by_login(page):
    restricted(page)

    assert published_titles() == []


def test_page_is_private_by_password(page):
    restricted(page, restriction_type="password", password="harbour")

    assert published_titles() == []


def test_page_is_private_by_group(page):
    restricted(page, restriction_type="groups").view_restrictions.get().groups.add(Group.objects.create(name="Clients"))

    assert published_titles() == []


def test_page_below_a_private_page_is_private(page):
    StandardPageFactory(parent=page)
    restricted(page)

    assert published_titles() == []


def test_page_beside_a_private_page_is_not(home, page):
    restricted(page)
    other = StandardPageFactory(parent=home)

    assert published_titles() == [other.title]


@pytest.mark.parametrize(("expires_in", "is_published"), [(-HOUR, False), (HOUR, True), (None, True)])
def test_expired_page_is_not_published_whatever_the_scheduled_command_has_done(page, expires_in, is_published):
    page.expire_at = timezone.now() + expires_in if expires_in else None
    page.save()

    assert published_titles() == ([page.title] if is_published else [])


def test_private_home_hides_everything(home, articles):
    ArticlePageFactory(parent=articles)
    restricted(home)

    assert list(ArticlePage.objects.published()) == []


def test_one_query_whatever_the_number_of_restrictions(home, articles, django_assert_num_queries):
    for _ in range(3):
        restricted(ArticlePageFactory(parent=articles))
        ArticlePageFactory(parent=articles)

    with django_assert_num_queries(1):
        assert len(ArticlePage.objects.published()) == 3


def test_pages_of_any_type_are_narrowed_the_same_way(home, articles):
    shown = ArticlePageFactory(parent=articles)
    restricted(ArticlePageFactory(parent=articles))

    assert list(only_published(Page.objects.child_of(articles))) == [shown.page_ptr]


def test_agrees_with_what_wagtail_calls_public(home, articles):
    for place in range(6):
        page = ArticlePageFactory(parent=articles, live=place % 2 == 0)
        if place % 3 == 0:
            restricted(page)

    assert set(ArticlePage.objects.published()) == set(ArticlePage.objects.live().public())
