"""Nonsense in the address of a list or report of ours is no error, whatever it is and wherever it stands."""

import pytest
from django.urls import reverse

from tests.factories import ArticlePageFactory, TopicPageFactory

pytestmark = pytest.mark.django_db

LARGE = "9" * 26
NONSENSE = ["abc", "-1", LARGE, "\x00", "1,2", "2026-13-45", "99999-01-01", "٣", "x" * 3000, ["1", "-1", "\x00"]]
#: Names that the lists themselves read.
OWN = ["p", "ordering", "q", "export", "_w_filter_fragment"]
#: Filters of Wagtail's own.
WAGTAIL = {"owner", "edited_by", "content_type", "locked", "site", "has_child_pages"}
REPORTS = [
    "article_reports:review_due",
    "article_reports:findings",
    "article_reports:competing",
    "articles:index",
    "article_links",
    "links_out",
    "search_phrases",
    "addresses_missing",
]


def answer_to_nonsense(client, address) -> None:
    """Ask with every name at once, so that each is read; and with one at a time, so that the others are heeded."""
    filters = client.get(address).context["filters"]
    names = [*OWN, *(name for name in filters.form.fields if name not in WAGTAIL), "latest_revision_created_at_from"]
    asked = [dict.fromkeys(names, value) for value in NONSENSE] + [{name: LARGE} for name in names]
    for question in asked:
        assert client.get(address, question).status_code in (200, 302), question


@pytest.mark.parametrize("name", REPORTS)
def test_nonsense_is_answered(admin_client, articles, name):
    ArticlePageFactory(parent=articles, topics=[TopicPageFactory(parent=articles)])

    answer_to_nonsense(admin_client, reverse(name))


def test_nonsense_below_the_article_index_is_answered(admin_client, articles):
    answer_to_nonsense(admin_client, reverse("wagtailadmin_explore", args=[articles.pk]))


def test_home_shows_its_handful_whatever_it_is_asked_for(admin_client, articles):
    for value in NONSENSE:
        assert admin_client.get(reverse("wagtailadmin_home"), {"all": value}).status_code == 200
