"""What an import publishes: all of it is there as drafts first, for one article may lead to another."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.signals import page_published

from blog.importing import publishing
from blog.importing.drafts import create_or_update
from blog.importing.outline import Faq, Outline, Prose, Question
from blog.importing.publishing import publish
from blog.models import ArticlePage
from tests.factories import PersonPageFactory, StandardPageFactory

OUTLINE = Outline("Small steps", "Where to begin", (Prose(("One step.",)), Prose(("Another step.",))))
CHANGED = replace(OUTLINE, nodes=(*OUTLINE.nodes, Prose(("A third.",))))


def imported(articles, outline=OUTLINE):
    return create_or_update(articles, outline, "steps.txt").page


def stored(page) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk)


def published(page):
    return publish(page.pk, page.latest_revision_id)


def test_publishing_makes_it_public(articles, client):
    page = imported(articles)

    assert published(page) is None
    assert ArticlePage.objects.published().get().pk == page.pk
    assert client.get(page.url).status_code == 200


def test_public_article_stays_as_it_is_until_told_to_publish(articles):
    page = imported(articles)
    published(page)

    changed = imported(articles, CHANGED)
    assert (stored(page).has_unpublished_changes, len(stored(page).body)) == (True, 2)

    published(changed)
    assert (stored(page).has_unpublished_changes, len(stored(page).body)) == (False, 3)


def test_draft_that_did_not_change_can_be_published_later(articles):
    imported(articles)

    page = imported(articles)

    assert published(page) is None
    assert stored(page).live


def test_what_would_not_pass_in_the_editor_stays_a_draft(articles):
    page = imported(articles, replace(OUTLINE, nodes=(Faq("FAQs", (Question("Is it free?", ""),)),)))

    wanting = (
        "Questions and answers “FAQs Is it free?” needs mending before it can be published: This field is required."
    )
    assert published(page).reason == f"Not published: {wanting}"
    assert not stored(page).live


def changed_by_an_editor(page):
    draft = stored(page).get_latest_revision_as_object()
    draft.title = "Smaller steps"
    draft.save_revision()


def locked(page):
    ArticlePage.objects.filter(pk=page.pk).update(locked=True, locked_at=timezone.now())
    draft = stored(page)
    draft.save_revision(clean=False)
    page.latest_revision_id = draft.latest_revision_id


@pytest.mark.parametrize(
    ("meanwhile", "reason"),
    [
        (changed_by_an_editor, "Not published: somebody has changed the article meanwhile."),
        (locked, "Not published: somebody has locked the article."),
    ],
)
def test_what_somebody_works_on_meanwhile_is_not_published(articles, meanwhile, reason):
    page = imported(articles)

    meanwhile(page)

    assert published(page).reason == reason
    assert not stored(page).live


@pytest.fixture
def folder(tmp_path, articles, home):
    """Make a folder of documents by an author the rules are content with; returns a function that adds one."""
    PersonPageFactory(parent=StandardPageFactory(parent=home), title="Ada Example", credentials="MSc")

    def add(title, text, *facts):
        head = "\n".join([f"title: {title}", "author: Ada Example", *facts])
        (tmp_path / f"{title.lower()}.md").write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")

    add.path = tmp_path
    return add


@pytest.fixture
def run(folder, capsys):
    """Import the folder; returns what was printed and why the command failed, "" if it did not."""

    def run(*options):
        failure = ""
        try:
            call_command("import_articles", str(folder.path), *options)
        except CommandError as error:
            failure = str(error)
        return capsys.readouterr().out, failure

    return run


def live() -> set[str]:
    return set(ArticlePage.objects.live().values_list("title", flat=True))


GATE = ("--publish", "--gate")
CURE = "We will cure you of worry."


def test_nothing_is_published_before_all_are_there(folder, run):
    folder("Anger", "Anger comes and goes.")
    folder("Sleep", "Sleep comes and goes.")
    there = []

    def note(**kwargs):
        there.append(ArticlePage.objects.count())

    page_published.connect(note)
    try:
        run("--publish")
    finally:
        page_published.disconnect(note)

    assert there == [2, 2]


@pytest.mark.parametrize("end", ["", "#rest", "?a=1"])
def test_articles_that_lead_to_each_other_pass_the_gate_in_one_run(folder, run, end):
    folder("Anger", f"Anger and [sleep](/articles/sleep/{end}) go together.")
    folder("Sleep", f"Sleep and [anger](/articles/anger/{end}) go together.")

    out, failure = run(*GATE)

    assert (failure, live()) == ("", {"Anger", "Sleep"})
    assert "broken-link" not in out


def test_what_leads_to_an_article_that_is_held_back_is_held_back_too_and_nothing_else_is(folder, run):
    folder("Anger", "Anger and [sleep](/articles/sleep/#rest) go together.")
    folder("Sleep", "Sleep and [worry](/articles/worry/#rest) do not.")
    folder("Worry", CURE)
    folder("Zeal", "Zeal and [rest](/articles/rest/#zeal) go together.")
    folder("Rest", "Rest comes and goes.")

    out, failure = run(*GATE)

    assert live() == {"Zeal", "Rest"}
    assert failure == "3 of 5 articles were not published: something in them must be fixed."
    assert out.count("    Not published: something must be fixed first. The draft is kept.\n") == 3
    assert "    must fix       broken-link: There is nothing at /articles/worry/#rest." in out


def test_what_the_editor_would_not_let_pass_is_not_there_for_others(folder, run, monkeypatch):
    folder("Anger", "Anger and [sleep](/articles/sleep/#rest) go together.")
    folder("Sleep", "Sleep comes and goes.")
    monkeypatch.setattr(publishing, "faults", lambda *args: ["A fault."] if "Sleep comes" in str(args[1]) else [])

    out, failure = run(*GATE)

    assert live() == set()
    assert "Not published: A fault." in out
    assert failure == "1 of 2 articles were not published: something in them must be fixed."


def test_what_readers_see_already_is_neither_held_back_nor_published_again(folder, run):
    folder("Worry", CURE)
    run("--publish")
    before = ArticlePage.objects.get().last_published_at

    out, failure = run(*GATE)

    assert (failure, ArticlePage.objects.get().last_published_at) == ("", before)
    assert "    must fix       promise:" in out


def test_article_that_is_deleted_meanwhile_harms_no_other(folder, run):
    folder("Anger", "Anger and [sleep](/articles/sleep/) go together.")
    folder("Sleep", "Sleep comes and goes.")

    def delete(instance, created, **kwargs):
        if created and instance.title == "Sleep":
            ArticlePage.objects.get(title="Anger").delete()

    post_save.connect(delete, sender=ArticlePage)
    try:
        out, _ = run(*GATE)
    finally:
        post_save.disconnect(delete, sender=ArticlePage)

    assert live() == {"Sleep"}
    assert out.count("created") >= 1


def test_link_to_an_article_later_in_the_run_names_its_page_at_once(folder, run):
    folder("Anger", "Anger and [sleep](/articles/sleep/) go together.")
    folder("Sleep", "Sleep comes and goes.")

    out, _ = run()

    sleep = ArticlePage.objects.get(title="Sleep")
    anger = ArticlePage.objects.get(title="Anger").get_latest_revision_as_object()
    assert f'linktype="page" id="{sleep.pk}"' in str(anger.body.raw_data[0])
    assert out.endswith("2 created, 0 updated, 0 skipped, 0 failed\n")
    assert run()[0].endswith("0 created, 2 updated, 0 skipped, 0 failed\n")


def test_related_articles_of_the_same_run_are_all_found(folder, run):
    """Two are there when the first document is read, the third comes later."""
    mark = "format: hub-article 1"
    folder("Anger", "Anger comes.")
    folder("Calm", "Calm comes.", mark, "related: [/articles/anger/, /articles/sleep/]")
    folder("Sleep", "Sleep comes.")

    out, _ = run()

    calm = ArticlePage.objects.get(title="Calm").get_latest_revision_as_object()
    assert [child.value.title for child in calm.related] == ["Anger", "Sleep"]
    assert "is not on this site" not in out


def test_article_that_an_editor_took_up_meanwhile_is_not_read_again(folder, run):
    folder("Anger", "Anger and [sleep](/articles/sleep/) go together.")
    folder("Sleep", "Sleep comes and goes.")

    def take_up(instance, created, **kwargs):
        if created and instance.title == "Sleep":
            changed_by_an_editor(ArticlePage.objects.get(title="Anger"))

    post_save.connect(take_up, sender=ArticlePage)
    try:
        out, _ = run("--publish")
    finally:
        post_save.disconnect(take_up, sender=ArticlePage)

    assert "somebody has changed the article meanwhile" in out
    assert live() == {"Sleep"}
    assert "Smaller steps" in {page.get_latest_revision_as_object().title for page in ArticlePage.objects.all()}


@pytest.mark.parametrize("options", [("--publish",), GATE])
def test_article_at_which_publishing_fails_harms_no_other(folder, run, options, monkeypatch):
    folder("Anger", "Anger comes and goes.")
    folder("Sleep", "Sleep comes and goes.")
    clean = ArticlePage.full_clean

    def fails(page, *args, **kwargs):
        if page.title == "Anger" and page.pk:
            raise ZeroDivisionError
        return clean(page, *args, **kwargs)

    monkeypatch.setattr(ArticlePage, "full_clean", fails)
    out, failure = run(*options)

    assert live() == {"Sleep"}
    assert failure == "1 of 2 files failed."
    assert "the importer failed at this article (ZeroDivisionError). The draft is kept." in out


def test_file_that_is_named_twice_is_published_once(folder, run, articles, capsys):
    folder("Anger", "Anger and [sleep](/articles/sleep/) go together.")
    folder("Sleep", "Sleep comes and goes.")
    names = [str(folder.path / name) for name in ("anger.md", "anger.md", "sleep.md", "anger.md")]

    call_command("import_articles", *names, *GATE)

    assert live() == {"Anger", "Sleep"}
