"""The first imported article, among those of the demo practice: every link suggested for it is sensible when read."""

import pytest
from django.core.management import call_command

from blog.importing.drafts import create_or_update
from blog.importing.readers.plain_text import read
from blog.linking.advising import Draft, links_from
from blog.linking.store import rebuild
from blog.models import ArticleIndexPage, ArticlePage
from tests.blog.importing.conftest import seed  # noqa: F401

SENSIBLE = {
    ("trust feels hard", "why-trust-feels-hard"),
    ("boundaries", "setting-boundaries"),
    ("attachment styles", "attachment-styles"),
    ("Anxiety", "what-anxiety-does-in-the-body"),
    ("CBT", "telling-therapies-apart"),
    ("Grief", "grief-has-no-timetable"),
    ("repair", "repair-after-an-argument"),
    ("self-trust", "learning-to-trust-yourself"),
    ("betrayal", "after-a-betrayal"),
    ("couples", "what-happens-in-couples-therapy"),
}


@pytest.mark.django_db
def test_links_of_the_first_article(seed):  # noqa: F811
    call_command("load_demo")
    rebuild()
    text = (seed / "trust-issues-therapy.txt").read_bytes()
    create_or_update(ArticleIndexPage.objects.get(), read(text), source="trust-issues-therapy.txt")
    page = ArticlePage.objects.get(title__startswith="Trust Issues")

    draft = Draft(page.pk, page.title, page.standfirst, page.get_latest_revision_as_object().body.get_prep_value())
    found = {(one.suggestion.phrase, one.article.slug) for one in links_from(draft)}

    assert len(found) >= 5
    assert found - SENSIBLE == set()
