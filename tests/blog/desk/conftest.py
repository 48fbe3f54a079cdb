"""Who works at the articles' desk, and articles with the drafts that the rules have looked at."""

import csv
import itertools
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from blog.quality.keeping import check_due
from hub.users.roles import EDITORS, TEAM
from tests.factories import (
    ArticlePageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
    UserFactory,
)


@pytest.fixture
def role(articles):
    """Sign somebody in who is in the group of that name."""

    def sign_in(name: str) -> Client:
        user = UserFactory()
        user.groups.add(Group.objects.get(name=name))
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def editor_client(role):
    return role(EDITORS)


@pytest.fixture
def team_client(role):
    return role(TEAM)


@pytest.fixture
def people(home):
    return StandardPageFactory(parent=home)


@pytest.fixture
def make(articles, people):
    """Make an article that the rules have looked at; ``due``: in how many days it is reviewed again."""
    numbers = itertools.count(1)

    def make(title, *, due=None, author="", reviewer="", topics=(), **facts):
        today = timezone.localdate()
        if due is not None:
            facts |= {"reviewed_on": today - timedelta(days=400), "review_due": today + timedelta(days=due)}
        for field, name in (("author", author), ("reviewer", reviewer)):
            if name:
                facts[field] = PersonPageFactory(parent=people, title=name, slug=f"person-{next(numbers)}")
        facts.setdefault("slug", f"article-{next(numbers)}")
        article = ArticlePageFactory(parent=articles, title=title, **facts)
        if topics:
            article.topics = [TopicPageFactory(parent=articles, title=topic) for topic in topics]
            article.save()
        check_due()
        return article

    return make


def rows_of(response) -> list[dict]:
    """Return the rows of a CSV answer, by heading."""
    assert response["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(response.getvalue().decode("utf-8-sig").splitlines()))
