"""Nobody is locked in: what is exported imports again to the same blocks, in every form."""

import pytest
from django.core.management import call_command

from blog.importing.drafts import digest
from blog.models import ArticleIndexPage, ArticlePage
from home.demo.load import load
from tests.factories import ArticleIndexPageFactory

FORMS = ["markdown", "html", "docx"]
FACTS = [
    *("published_on", "updated_on", "what_changed", "reviewed_on", "review_due", "content_note"),
    *("search_description", "seo_title", "noindex", "author_id", "reviewer_id"),
    *("hero_image_id", "hero_alt", "hero_is_decorative"),
]


def facts(page):
    """What an article's fields say beside its text."""
    told = {name: getattr(page, name) for name in FACTS}
    references = [child["value"] for child in page.references.raw_data]
    related = [child["value"] for child in page.related.raw_data]
    topics = sorted(topic.pk for topic in page.topics.all())
    return told | {
        "published_on": page.first_published_on,
        "references": references,
        "related": related,
        "topics": topics,
    }


@pytest.fixture
def demo(db):
    """The demo practice's articles, by slug."""
    load()
    return {page.slug: page for page in ArticlePage.objects.all()}


@pytest.mark.parametrize("form", FORMS)
def test_every_demo_article_imports_again_to_the_same_blocks(demo, tmp_path, form):
    call_command("export_articles", str(tmp_path), format=form)
    home = ArticleIndexPage.objects.get().get_parent()
    ArticleIndexPageFactory(parent=home, title="Again", slug="again")

    call_command("import_articles", str(tmp_path), parent="/again/")

    again = {page.slug: page for page in ArticlePage.objects.filter(url_path__contains="/again/")}
    assert again.keys() == demo.keys()
    assert {slug: digest(page) for slug, page in again.items()} == {slug: digest(page) for slug, page in demo.items()}
    assert {slug: facts(page) for slug, page in again.items()} == {slug: facts(page) for slug, page in demo.items()}
