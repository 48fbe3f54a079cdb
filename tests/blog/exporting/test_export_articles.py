"""manage.py export_articles: a folder of documents that holds what it says and harms nothing else."""

import io

import pytest
from django.core.management import CommandError, call_command

from blog.importing.readers import read_file
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    DocumentFactory,
    ImageFactory,
    PersonPageFactory,
    TopicPageFactory,
)
from tests.helpers import restricted, stream


def export(folder, **options):
    out = io.StringIO()
    call_command("export_articles", str(folder), stdout=out, stderr=out, **options)
    return out.getvalue()


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def article(articles):
    picture = {"image": {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}}
    return ArticlePageFactory(
        parent=articles,
        title="Worry at night",
        slug="worry",
        body=stream(("paragraph", "<p>One.</p>"), ("image", picture), ("download", {"document": DocumentFactory().pk})),
    )


def test_file_lies_at_the_path_of_its_address(article, tmp_path):
    said = export(tmp_path)

    assert "1 of 1 articles are in" in said
    assert (
        (tmp_path / "articles/worry.md").read_text().startswith("---\nformat: hub-article 1\ntitle: Worry at night\n")
    )


def test_front_matter_holds_everything_an_article_holds(articles, home, tmp_path):
    ArticlePageFactory(
        parent=articles,
        title="No",
        slug="no",
        standfirst="Why: because",
        author=PersonPageFactory(parent=home, title="Jonah Wetherby"),
        reviewer=PersonPageFactory(parent=home, title="Marian Ashgrove"),
        topics=[TopicPageFactory(parent=home, title="Trust")],
        published_on="2025-01-02",
        updated_on="2025-02-03",
        what_changed="A source",
        reviewed_on="2025-03-04",
        review_due="2027-03-04",
        content_note="Mentions loss",
        search_description="In short",
        seo_title="No | Practice",
        noindex=True,
        references=stream(("reference", {"authors": "Bowlby, J.", "title": "A Secure Base", "year": 1988})),
        body=stream(("paragraph", "<p>One.</p>")),
    )

    export(tmp_path)

    outline = read_file(tmp_path / "articles/no.md")
    assert (outline.title, outline.subtitle) == ("No", "Why: because")
    told = {name: str(value) for name, value in vars(outline.facts).items() if value}
    assert (
        told.items()
        >= {
            "date": "2025-01-02",
            "updated": "2025-02-03",
            "what_changed": "A source",
            "author": "Jonah Wetherby",
            "reviewer": "Marian Ashgrove",
            "topics": "('Trust',)",
            "reviewed": "2025-03-04",
            "review_due": "2027-03-04",
            "content_note": "Mentions loss",
            "description": "In short",
            "seo_title": "No | Practice",
            "noindex": "True",
        }.items()
    )
    assert outline.facts.references[0].authors == "Bowlby, J."


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_the_same_articles_make_the_same_bytes(article, tmp_path, form):
    export(tmp_path, format=form)
    before = files(tmp_path)

    said = export(tmp_path, format=form)

    assert files(tmp_path) == before
    assert "0 of them new or changed" in said


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_what_the_article_shows_comes_along(article, tmp_path, form):
    export(tmp_path, format=form)

    outline = read_file(next(tmp_path.glob("articles/worry.*")))

    assert sorted(file.content_type for file in outline.media) == ["image/jpeg", "text/plain"]
    assert outline.nodes[1].alt == "A chair"


def test_only_what_a_visitor_may_see_is_exported_unless_drafts_are_asked_for(articles, article, tmp_path):
    ArticlePageFactory(parent=articles, slug="draft", live=False)
    restricted(ArticlePageFactory(parent=articles, slug="private"))
    article.title = "Worry by day"
    article.save_revision()

    export(tmp_path / "public")
    export(tmp_path / "all", drafts=True)

    assert [name for name in files(tmp_path / "public") if name.endswith(".md")] == ["articles/worry.md"]
    assert "Worry at night" in (tmp_path / "public/articles/worry.md").read_text()
    drafts = {name for name in files(tmp_path / "all") if name.endswith(".md")}
    assert drafts == {"articles/worry.md", "articles/draft.md", "articles/private.md"}
    assert "Worry by day" in (tmp_path / "all/articles/worry.md").read_text()


def test_one_index_alone_can_be_exported(article, home, tmp_path):
    other = ArticleIndexPageFactory(parent=home, slug="news")
    ArticlePageFactory(parent=other, slug="opened")

    export(tmp_path, parent="/news/")

    assert [name for name in files(tmp_path) if name.endswith(".md")] == ["news/opened.md"]
    with pytest.raises(CommandError, match="no page at /none/"):
        export(tmp_path, parent="/none/")


def test_a_file_that_an_export_did_not_write_is_left_alone(article, tmp_path):
    mine = tmp_path / "articles/worry.md"
    mine.parent.mkdir()
    mine.write_text("Mine.")
    (tmp_path / "notes.txt").write_text("Mine, too.")

    with pytest.raises(CommandError, match="articles/worry.md was not written by an export"):
        export(tmp_path)
    assert mine.read_text() == "Mine."

    export(tmp_path, overwrite=True)
    assert mine.read_text() != "Mine."
    assert (tmp_path / "notes.txt").read_text() == "Mine, too."


def test_nothing_is_written_through_a_link_out_of_the_folder(article, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "articles").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CommandError, match="no plain file"):
        export(folder)
    assert files(tmp_path / "elsewhere") == {}


def test_an_article_that_is_gone_is_named_and_its_file_kept(article, articles, tmp_path):
    ArticlePageFactory(parent=articles, slug="other")
    export(tmp_path)
    article.delete()

    said = export(tmp_path)

    assert "articles/worry.md is of an earlier export" in said
    assert (tmp_path / "articles/worry.md").exists()


def test_a_file_missing_in_the_library_is_named_and_harms_nothing(article, tmp_path):
    picture = article.body[1].value["image"]
    picture.file.storage.delete(picture.file.name)

    said = export(tmp_path)

    assert "articles/worry.md: the file of pictures/" in said
    assert (tmp_path / "articles/worry.md").exists()


def test_a_file_in_the_way_of_the_folder_is_said(article, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="is no folder"):
        export(tmp_path / "file")


def test_a_site_without_articles_is_said(articles, tmp_path):
    assert "no article to export" in export(tmp_path)
