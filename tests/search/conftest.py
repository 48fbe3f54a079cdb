"""What tests of search ask for: publishing as an editor does it, an article to find, an index to throw away."""

import pytest
from django.db import connection

from search.engines import index_on
from tests.factories import ArticlePageFactory
from tests.helpers import stream
from tests.search.searching import indexed


@pytest.fixture
def follow(django_capture_on_commit_callbacks):
    """Do what follows once a change is certain: ``with follow(): page.unpublish()``."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def publish(follow):
    """Publish pages as an editor does: ``publish(page)``, ``publish(page, title="Another")``."""

    def published(page, **fields):
        for name, value in fields.items():
            setattr(page, name, value)
        with follow():
            page.save_revision().publish()
        page.refresh_from_db()
        return page

    return published


@pytest.fixture
def article(articles):
    return indexed(
        ArticlePageFactory(
            parent=articles,
            title="Worry at night",
            standfirst="What keeps you awake.",
            body=stream(("paragraph", "<p>Write it down beside the <b>lamp</b>.</p>")),
        )
    )


@pytest.fixture
def index(db):
    """An index of its own, empty."""
    made = index_on(connection, "test", is_temporary=True)
    made.create()
    return made
