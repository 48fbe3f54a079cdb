"""Documents of every format on their way into drafts: folders, pictures, people, topics and dates."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model

from blog.importing.drafts import Status, create_or_update
from blog.importing.outline import Facts, MediaFile, Outline, Picture, Prose, Reference
from blog.models import ArticlePage
from hub.core.models import HubImage
from tests.blog.importing.readers.documents import Word, picture, zipped
from tests.factories import ArticlePageFactory, PersonPageFactory, TopicPageFactory

FRONT = "---\ntitle: {title}\nauthor: Ada Quill\ntopics: [Sleep, Nowhere]\ndate: 2024-02-29\nslug: rest\n---\n\n"


@pytest.fixture
def run(capsys):
    def run(*arguments, **options) -> tuple[str, str]:
        failure = ""
        try:
            call_command("import_articles", *map(str, arguments), **options)
        except CommandError as error:
            failure = str(error)
        return capsys.readouterr().out, failure

    return run


@pytest.fixture
def folder(tmp_path):
    """A folder of documents of every kind, and of other things."""
    (tmp_path / "deep" / "media").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.md").write_text("# No\n\nx.\n")
    (tmp_path / "a.md").write_text(FRONT.format(title="One") + "Text.\n\n![A chair](deep/media/chair.png)\n")
    (tmp_path / "b.docx").write_bytes(Word("Two").add("Text.").picture(picture("JPEG")).data())
    (tmp_path / "deep" / "c.html").write_text("<h1>Three</h1><p>x.</p><img src='media/chair.png' alt='Seat'>")
    (tmp_path / "deep" / "d.zip").write_bytes(
        zipped({"a.html": "<h1>Four</h1><p>x.</p><img src=i.png>", "i.png": picture()})
    )
    (tmp_path / "deep" / "e.xlsx").write_bytes(b"x")
    (tmp_path / "deep" / "f.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "deep" / "media" / "chair.png").write_bytes(picture())
    return tmp_path


def latest(title: str) -> ArticlePage:
    return ArticlePage.objects.get(title=title).get_latest_revision_as_object()


def test_a_folder_is_imported_in_order_and_what_is_no_document_is_named(articles, folder, run):
    out, failure = run(folder, json=True)

    assert failure == ""
    assert [
        (entry["file"].removeprefix(f"{folder}/"), entry["status"], entry["reason"]) for entry in json.loads(out)
    ] == [
        (".git", "skipped", "A hidden folder."),
        ("a.md", "created", ""),
        ("b.docx", "created", ""),
        ("deep/c.html", "created", ""),
        ("deep/d.zip", "created", ""),
        ("deep/e.xlsx", "skipped", "Files that end in “.xlsx” are no documents."),
        ("deep/f.pdf", "skipped", "Files that end in “.pdf” are no documents."),
    ]


def test_a_picture_is_added_once_however_many_documents_hold_it(articles, folder, run):
    run(folder)
    run(folder)

    assert sorted(HubImage.objects.values_list("title", flat=True)) == ["A chair", "picture 1"]
    chair = HubImage.objects.get(title="A chair")
    shown = [child.value for child in latest("Three").body if child.block_type == "image"]
    assert [(value["image"].pk, value["image"].contextual_alt_text) for value in shown] == [(chair.pk, "Seat")]


def test_facts_fill_the_fields_of_the_page(articles, folder, run):
    ada = PersonPageFactory(parent=articles.get_parent(), title="Ada Quill")
    sleep = TopicPageFactory(parent=articles, title="Sleep")

    out, _ = run(folder / "a.md", json=True)

    page = latest("One")
    assert (page.author_id, page.published_on, page.slug) == (ada.pk, datetime.date(2024, 2, 29), "rest")
    assert [topic.pk for topic in page.topics.all()] == [sleep.pk]
    assert json.loads(out)[0]["notes"] == ["The topic “Nowhere” was not set: the site has none of that name."]


def test_somebody_the_site_does_not_know_is_named(articles, folder, run):
    out, _ = run(folder / "a.md", json=True)

    assert (
        "The author “Ada Quill” was not set: nobody on this site has a page of that name."
        in json.loads(out)[0]["notes"]
    )


def test_an_editors_choice_of_author_stays(articles, folder, run):
    run(folder / "a.md")
    PersonPageFactory(parent=articles.get_parent(), title="Ada Quill")
    other = PersonPageFactory(parent=articles.get_parent(), title="Bo Reed")
    page = latest("One")
    page.author = other
    page.save_revision()

    run(folder / "a.md")

    assert latest("One").author_id == other.pk


def test_a_picture_that_is_a_bomb_is_left_out_and_the_article_made(articles, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000
    outline = Outline(
        "T",
        "",
        (Prose(("x.",)), Picture("a.png", "A wall")),
        media=(MediaFile("a.png", picture(size=(200, 200)), "image/png"),),
    )

    result = create_or_update(articles, outline, "a.docx")

    assert result.status == Status.CREATED
    assert [child.block_type for child in result.page.body] == ["paragraph"]
    assert result.left_out == ("A wall",)
    assert any("The picture is 200 × 200 pixels." in note for note in result.notes)


def test_documents_and_links_to_the_sites_own_pages(articles):
    there = ArticlePageFactory(parent=articles, title="There")
    text = 'A <a href="plan.pdf">plan</a>, <a href="/articles/there/">there</a>, <a href="/articles/none/">none</a>.'
    outline = Outline("T", "", (Prose((text,)),), media=(MediaFile("plan.pdf", b"%PDF-1.4", "application/pdf"),))

    body = create_or_update(articles, outline, "a.docx").page.body.get_prep_value()

    document = get_document_model().objects.get()
    assert body[0]["value"] == (
        f'<p>A <a linktype="document" id="{document.pk}">plan</a>, <a linktype="page" id="{there.pk}">there</a>, '
        '<a href="/articles/none/">none</a>.</p>'
    )


def test_everything_a_document_can_say_of_its_article(articles):
    there = ArticlePageFactory(parent=articles, title="There")
    facts = Facts(
        seo_title="For searchers",
        description="What helps.",
        content_note="Mentions loss.",
        picture=Picture("a.png", "A chair"),
        references=(Reference("Bowlby, J.", "A Secure Base", "Routledge", 1988),),
        related=("/articles/there/", "/articles/none/"),
        noindex=True,
        excerpt="A summary.",
    )
    outline = Outline("T", "", (Prose(("x.",)),), media=(MediaFile("a.png", picture(), "image/png"),), facts=facts)

    result = create_or_update(articles, outline, "a.md")

    page = latest("T")
    assert (page.seo_title, page.search_description, page.content_note) == (
        "For searchers",
        "What helps.",
        "Mentions loss.",
    )
    assert (page.hero_alt, page.hero_image.title, page.noindex, page.standfirst) == (
        "A chair",
        "A chair",
        True,
        "A summary.",
    )
    assert [child.value["title"] for child in page.references] == ["A Secure Base"]
    assert [child.value.pk for child in page.related] == [there.pk]
    assert result.notes == ("The related article “/articles/none/” is not on this site.",)
    assert create_or_update(articles, outline, "a.md").status == Status.UPDATED
    assert page.revisions.count() == 1


def test_one_file_that_breaks_the_importer_harms_no_other(articles, folder, run, monkeypatch):
    def broken(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr("blog.importing.readers.docx.mammoth.convert_to_html", broken)
    monkeypatch.setattr("blog.importing.readers.web_page.page", broken)

    out, failure = run(folder / "deep" / "c.html", folder / "a.md")

    assert "The importer failed at this file (MemoryError)." in out
    assert out.endswith("1 created, 0 updated, 0 skipped, 1 failed\n")
