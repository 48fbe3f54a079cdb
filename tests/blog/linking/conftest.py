"""Articles that are published as an editor does it, so that what they are about is known."""

import pytest
from django.test import TestCase

from tests.factories import ArticlePageFactory
from tests.helpers import stream


def paragraphs(*texts):
    return [("paragraph", "".join(f"<p>{text}</p>" for text in texts))]


@pytest.fixture
def publish(articles):
    """Write and publish an article; ``text``: a paragraph, or pairs of block and value."""

    def publish(title, text="", **fields):
        children = paragraphs(text) if isinstance(text, str) else text
        page = ArticlePageFactory(parent=articles, title=title, live=False, body=stream(*children), **fields)
        with TestCase.captureOnCommitCallbacks(execute=True):
            page.save_revision().publish()
        page.refresh_from_db()
        return page

    return publish
