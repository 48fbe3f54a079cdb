"""Drafts: made once, updated when the document is read again, never over an editor's work."""

import json
from dataclasses import replace

import pytest
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import PageLogEntry, Revision

from blog.importing.drafts import Status, create_or_update
from blog.importing.outline import BulletList, Faq, Heading, Outline, Prose, Question
from blog.models import ArticlePage
from hub.core.blocks.features import ANSWER
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory

OUTLINE = Outline(
    "Small steps",
    "Where to begin",
    (Prose(("One step.",)), Heading("And then"), Prose(("Another step.",)), Prose(("A third.",))),
    notes=("A guess.",),
)
CHANGED = replace(OUTLINE, nodes=(*OUTLINE.nodes, Prose(("A fourth.",))))


def imported(articles, outline=OUTLINE, source="steps.txt", **kwargs):
    return create_or_update(articles, outline, source, **kwargs)


def edit(page, **fields):
    """What an editor does: open the latest draft, change it, save."""
    page = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def latest(page) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def revisions(page) -> int:
    return Revision.objects.for_instance(page).count()


def test_a_document_becomes_a_draft(articles):
    result = imported(articles)

    page = ArticlePage.objects.get()
    assert (result.status, result.page.pk, result.reason, result.notes) == (Status.CREATED, page.pk, "", ("A guess.",))
    assert (page.title, page.slug, page.standfirst, page.live) == (
        "Small steps",
        "small-steps",
        "Where to begin",
        False,
    )
    assert [child.block_type for child in page.body] == ["paragraph", "heading", "paragraph", "paragraph"]
    assert revisions(page) == 1


def test_the_same_document_again_changes_nothing(articles):
    page = imported(articles).page

    result = imported(articles)

    assert (result.status, result.page.pk) == (Status.UPDATED, page.pk)
    assert (ArticlePage.objects.count(), revisions(page)) == (1, 1)


def test_a_changed_document_makes_a_new_revision(articles):
    page = imported(articles).page

    result = imported(articles, CHANGED)

    assert (result.status, result.page.pk) == (Status.UPDATED, page.pk)
    assert (revisions(page), len(latest(page).body)) == (2, 5)


@pytest.mark.parametrize("fields", [{"title": "Smaller steps"}, {"standfirst": "Begin here"}, {"body": "[]"}])
def test_what_an_editor_changed_is_left_alone(articles, fields):
    page = edit(imported(articles).page, **fields)

    result = imported(articles, CHANGED)

    assert result.status == Status.SKIPPED
    assert result.reason == "An editor has changed the article since it was imported; --overwrite replaces it."
    assert (revisions(page), latest(page).title) == (2, page.title)


def test_overwrite_replaces_what_an_editor_changed(articles):
    page = edit(imported(articles).page, standfirst="Begin here")

    result = imported(articles, CHANGED, overwrite=True)

    assert result.status == Status.UPDATED
    assert (latest(page).standfirst, len(latest(page).body)) == ("Where to begin", 5)
    assert imported(articles, CHANGED).status == Status.UPDATED


def test_overwriting_an_editor_who_wrote_the_same_settles_the_matter(articles):
    edit(imported(articles).page, standfirst="Begin here")
    same = replace(OUTLINE, subtitle="Begin here")

    assert imported(articles, same).status == Status.SKIPPED
    assert imported(articles, same, overwrite=True).status == Status.UPDATED
    assert imported(articles, same).status == Status.UPDATED


def test_what_an_import_does_not_decide_stays_an_editors(articles):
    page = edit(imported(articles).page, content_note="Mentions loss", search_description="Begin here")

    result = imported(articles, CHANGED)

    assert result.status == Status.UPDATED
    assert (latest(page).content_note, latest(page).search_description) == ("Mentions loss", "Begin here")


def test_saving_in_the_editor_without_a_change_is_no_change(articles):
    nodes = (
        Prose(("“A” & b's “c” &lt;d&gt;.", "Two.")),
        BulletList("Bring:", "bullets", ("salt & pepper", "a cup")),
        Faq("FAQs", (Question("Why “so”?", "<p>These:</p><ul><li>one</li><li>two</li></ul>"),)),
    )
    outline = replace(OUTLINE, nodes=nodes)
    body = imported(articles, outline).page.body.get_prep_value()
    editor = ContentstateConverter(features=ANSWER)

    def saved(markup: str) -> str:
        return editor.to_database_format(editor.from_database_format(markup))

    paragraph, bullets, faq = body
    paragraph["value"] = saved(paragraph["value"])
    for item in bullets["value"]["items"]:
        item["value"] = saved(item["value"])
    for item in faq["value"]["items"]:
        item["value"]["answer"] = saved(item["value"]["answer"])
    edit(ArticlePage.objects.get(), body=json.dumps(body))

    assert json.dumps(body).count("data-block-key") == 7
    assert imported(articles, outline).status == Status.UPDATED


def test_an_article_renamed_by_its_document_is_found_again(articles):
    page = imported(articles).page

    result = imported(articles, replace(OUTLINE, title="Smaller steps"))

    assert (result.page.pk, latest(page).title, latest(page).slug) == (page.pk, "Smaller steps", "small-steps")


def test_another_document_of_the_same_name_becomes_another_article(articles):
    first = imported(articles).page
    other = Outline("Breathing", "", (Prose(("In.", "Out.")),))

    result = imported(articles, other)

    assert (result.status, result.page.pk == first.pk) == (Status.CREATED, False)
    assert imported(articles, other).page.pk == result.page.pk
    assert imported(articles).page.pk == first.pk


def test_the_same_document_elsewhere_becomes_another_article(articles, home):
    elsewhere = ArticleIndexPageFactory(parent=home, title="Elsewhere")
    first = imported(articles).page

    result = imported(elsewhere)

    assert (result.status, result.page.get_parent().pk) == (Status.CREATED, elsewhere.pk)
    assert imported(articles).page.pk == first.pk


def test_a_page_that_another_document_of_this_import_became_is_left_alone(articles):
    page = imported(articles).page

    result = imported(articles, taken={page.pk})

    assert (result.status, result.page.slug) == (Status.CREATED, "small-steps-2")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Small steps", "small-steps-2"),
        ("Feed", "feed-2"),
        ("信頼", "article"),
        ("?!", "article"),
        ("é" * 200, "e" * 200),
    ],
)
def test_every_article_gets_an_address_of_its_own(articles, title, slug):
    ArticlePageFactory(parent=articles, title="Small steps", slug="small-steps")

    assert imported(articles, replace(OUTLINE, title=title)).page.slug == slug


def test_a_locked_article_is_left_alone(articles, admin):
    page = imported(articles).page
    ArticlePage.objects.filter(pk=page.pk).update(locked=True, locked_by=admin, locked_at=timezone.now())

    result = imported(articles, CHANGED, overwrite=True)

    assert (result.status, result.reason) == (Status.SKIPPED, "Somebody has locked the article.")


def test_a_scheduled_article_is_left_alone(articles):
    page = imported(articles).page
    in_an_hour = timezone.now() + timezone.timedelta(hours=1)
    page.get_latest_revision_as_object().save_revision(approved_go_live_at=in_an_hour)

    result = imported(articles, CHANGED)

    reason = "The article is scheduled to be published; unschedule it first."
    assert (result.status, result.reason) == (Status.SKIPPED, reason)


def test_an_article_in_a_workflow_gets_a_note(articles, admin):
    page = imported(articles).page
    page.get_workflow().start(page, admin)

    result = imported(articles, CHANGED)

    assert result.status == Status.UPDATED
    assert result.notes == (
        "A guess.",
        "The article is in a workflow: whoever reviews it should know that its text was imported again.",
    )


def test_the_history_tells_of_every_import(articles):
    page = imported(articles).page
    imported(articles, CHANGED)

    actions = PageLogEntry.objects.filter(page=page.pk).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["wagtail.create", "wagtail.edit"]
