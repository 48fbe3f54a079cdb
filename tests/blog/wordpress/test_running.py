"""Imports that are stopped, resumed, run again and undone; and exports that are odd."""

import json

import pytest
from django.core.management import CommandError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from blog.models import ArticlePage, PersonPage, TopicPage
from blog.wordpress import running
from blog.wordpress.models import ImportedItem, ImportedRedirect, State, WordPressImport
from hub.core.models import HubImage
from tests.blog.wordpress.exports import PRACTICE, item
from tests.factories import ArticlePageFactory, PersonPageFactory, TopicPageFactory

CATEGORY = '<category domain="category" nicename="{0}">{0}</category>'.format


def outcomes(found):
    return found.record.report["outcomes"]


def everything():
    return [model.objects.count() for model in (Page, Redirect, HubImage, ImportedItem, ImportedRedirect)]


def edit(page, title="Edited"):
    page = page.get_latest_revision_as_object()
    page.title = title
    page.save_revision()


def test_dry_run_writes_nothing_and_says_what_would_be_lost(articles, uploads, run):
    before = everything()

    found = run(PRACTICE, "--media", uploads, "--dry-run")

    assert everything() == before
    assert not WordPressImport.objects.exists()
    assert "missing: https://old.example.org/wp-content/uploads/2021/11/missing.jpg" in found.text
    assert "unknown shortcodes, kept as text: contact-form-7 (1)" in found.text
    assert "1 comments" in found.text
    assert "nav_menu_item" in found.text


def test_json_is_one_report_with_every_item(articles, run):
    report = json.loads(run(PRACTICE, "--json").text)

    assert report["state"] == "done"
    assert {entry["number"] for entry in report["items"]} == {101, 102, 103, 104, 105, 106, 111, 112}
    assert all(entry["url"] for entry in report["items"])
    assert report["survey"]["counts"]["comments"] == 1


def test_second_run_changes_nothing(practice, uploads, run):
    before = everything()

    again = run(PRACTICE, "--media", uploads, "--publish")

    assert everything() == before
    assert outcomes(again) == {"unchanged": 8}


def test_later_export_updates_what_has_changed_and_nobody_has_edited(articles, write, run):
    first = run(write(item(1, "Old."), item(2, "Old."), item(3, "Same.")), "--publish")
    edit(first.pages[2])

    second = run(write(item(1, "New."), item(2, "New."), item(3, "Same."), item(4, "Added.")), "--publish")

    assert outcomes(second) == {"updated": 1, "left alone": 1, "unchanged": 1, "created": 1}
    assert "New." in str(second.pages[1].body)
    assert second.pages[2].get_latest_revision_as_object().title == "Edited"
    assert "Somebody has changed" in second.reports[2]["reason"]


def test_page_somebody_deleted_stays_deleted(articles, write, run):
    run(write(item(1), item(2)))
    ArticlePage.objects.get(slug="item-1").delete()

    again = run(write(item(1, "New."), item(2)))

    assert list(again.pages) == [2]
    assert again.reports[1]["reason"] == "Somebody has deleted the page."


def test_run_with_publish_after_one_without_publishes(articles, write, run):
    path = write(item(1), item(2, status="draft"))
    run(path)

    found = run(path, "--publish")

    assert outcomes(found) == {"published": 1, "unchanged": 1}
    assert {number: page.live for number, page in found.pages.items()} == {1: True, 2: False}


def test_pictures_that_come_later_are_put_in(articles, uploads, run):
    run(PRACTICE)
    assert not HubImage.objects.exists()

    found = run(PRACTICE, "--media", uploads)

    assert HubImage.objects.count() == 1
    assert "image" in [child.block_type for child in found.pages[101].get_latest_revision_as_object().body]


def test_stopped_import_goes_on_where_it_was(articles, write, run, monkeypatch):
    path = write(*(item(number) for number in range(1, 8)))
    written = []

    def interrupt(filler, made, *args, original=running.Filler.fill):
        if len(written) == 3 and not monkeypatch_done:
            raise KeyboardInterrupt
        written.append(made.key)
        original(filler, made, *args)

    monkeypatch_done = []
    monkeypatch.setattr(running.Filler, "fill", interrupt)
    with pytest.raises(CommandError, match="Stopped"):
        run(path)
    stopped = WordPressImport.objects.get()
    assert stopped.state == State.STOPPED
    monkeypatch_done.append(True)

    found = run(path)

    assert found.record.pk == stopped.pk
    assert outcomes(found) == {"unchanged": 3, "created": 4}
    assert ArticlePage.objects.count() == 7


def test_import_asked_to_stop_stops_after_the_item_it_is_at(articles, write, run, monkeypatch):
    path = write(*(item(number) for number in range(1, 31)))

    def ask(filler, made, *args, original=running.Filler.fill):
        original(filler, made, *args)
        WordPressImport.objects.update(wants_to_stop=True)

    monkeypatch.setattr(running.Filler, "fill", ask)
    found = run(path)

    assert found.record.state == State.STOPPED
    assert 0 < sum(outcomes(found).values()) <= 10


def test_undo_takes_back_all_of_an_import_nobody_has_touched(articles, uploads, run):
    before = [Page.objects.count(), 0, 0, 0, 0]
    made = run(PRACTICE, "--media", uploads, "--publish").record

    assert "kept" not in run("--undo", made.pk).text
    assert everything() == before
    assert WordPressImport.objects.get().state == State.UNDONE


def test_undo_leaves_what_somebody_has_edited_and_what_that_needs(practice, run):
    edit(practice.pages[101])

    run("--undo", practice.record.pk)

    assert list(ArticlePage.objects.values_list("slug", flat=True)) == ["the-first-winter"]
    assert PersonPage.objects.filter(title="Mira Lindqvist").exists()
    assert TopicPage.objects.count() == 2
    assert HubImage.objects.count() == 1
    assert Redirect.objects.filter(old_path="/2021/11/the-first-winter").exists()
    assert not Redirect.objects.filter(old_path="/2020/03/before-the-funeral").exists()


def test_undo_of_an_update_brings_back_what_was_there(articles, write, run):
    run(write(item(1, "Old.")), "--publish")
    second = run(write(item(1, "New.")), "--publish")

    run("--undo", second.record.pk)

    assert "Old." in str(ArticlePage.objects.get().body)


def test_import_after_undo_makes_it_all_again(practice, uploads, run):
    run("--undo", practice.record.pk)
    assert outcomes(run(PRACTICE, "--media", uploads)) == {"created": 8}


@pytest.mark.parametrize("number", ["--undo", "--resume"])
def test_import_that_never_was(db, run, number):
    with pytest.raises(CommandError, match="There is no import 99"):
        run(number, 99)


def test_rules_say_what_becomes_of_categories_tags_and_authors(articles, home, write, run, tmp_path):
    loss = TopicPageFactory(parent=articles, title="Loss", slug="loss")
    ann = PersonPageFactory(parent=home, title="Ann Bell", slug="ann-bell")
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[categories]\nmap = { grief = "loss" }\ndrop = ["news"]\n[tags]\ncreate = ["sleep"]\n'
        '[authors]\nmap = { mira = "ann-bell" }\n[types]\nguide = "page"\n'
    )
    tags = "".join(
        f'<category domain="post_tag" nicename="{name.lower()}">{name}</category>' for name in ("Sleep", "X")
    )
    path = write(
        item(1, extra=CATEGORY("grief") + CATEGORY("news") + CATEGORY("trust") + tags), item(2, post_type="guide")
    )

    found = run(path, "--map", rules)

    page = found.pages[1]
    assert sorted(topic.title for topic in page.topics.all()) == ["Loss", "Sleep", "trust"]
    assert loss in page.topics.all()
    assert page.author == ann
    assert found.pages[2]._meta.label == "home.StandardPage"


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ("[[", "no TOML"),
        ("[colours]", "no section"),
        ('[types]\na = "x"', "post type"),
        ('[tags]\ndefault = "x"', "default"),
    ],
)
def test_rules_that_say_nothing_are_refused(articles, write, run, tmp_path, rules, why):
    path = tmp_path / "rules.toml"
    path.write_text(rules)
    with pytest.raises(CommandError, match=why):
        run(write(item(1)), "--map", path)
    assert not WordPressImport.objects.exists()


def test_odd_exports(articles, write, run):
    found = run(
        write(
            item(1, title="<b>Bold</b> &amp; &lt;i&gt;more&lt;/i&gt;", post_name="twin"),
            item(1, title="The same number", post_name="twin", link="https://old.example.org/twin-2/"),
            item(0, title="No number"),
            item(5, title="", post_date="0000-00-00 00:00:00", post_date_gmt="0000-00-00 00:00:00", post_name=""),
            item(6, post_name="%e6%98%a5"),
            item(7, title="T" * 400, excerpt="e"),
            item(8, "<p>x</p>", post_name="feed"),
            item(11, post_type="page", post_parent=12, post_name="a"),
            item(12, post_type="page", post_parent=11, post_name="b"),
            item(13, post_type="page", post_parent=13, post_name="c"),
            item(14, post_type="page", post_parent=999, post_name="d"),
            item(15, post_type="page", post_name="articles"),
            item(16, meta={"_thumbnail_id": "404", "_yoast_wpseo_title": "%%nonsense%% %%title%%"}),
        ),
        "--publish",
    )

    assert len(found.pages) == 13
    assert all(page.live for page in found.pages.values())
    assert found.pages[1].title == "Bold & more"
    assert len({page.url for page in found.pages.values()}) == 13
    assert found.pages[5].title == "Untitled post 5"
    assert len(found.pages[7].title) == 255
    assert "T" * 400 in found.reports[7]["left_out"]


def test_export_without_posts(articles, write, run):
    found = run(write(), "--publish")
    assert outcomes(found) == {}


def test_thousands_of_categories_make_no_topics_that_nobody_uses(articles, write, run):
    head = "".join(
        f"<wp:category><wp:category_nicename>c{number}</wp:category_nicename>"
        f"<wp:cat_name>C {number}</wp:cat_name></wp:category>"
        for number in range(200)
    )
    run(write(item(1, extra=CATEGORY("c7")), head=head))
    assert [topic.title for topic in TopicPage.objects.all()] == ["C 7"]


def test_topic_and_person_that_are_here_already_are_used(articles, home, write, run):
    topic = TopicPageFactory(parent=articles, title="Grief", slug="about-grief")
    person = PersonPageFactory(parent=home, title="Mira Lindqvist")
    name = "<wp:author_display_name>mira lindqvist</wp:author_display_name>"
    head = f"<wp:author><wp:author_login>mira</wp:author_login>{name}</wp:author>"

    found = run(write(item(1, extra=CATEGORY("grief")), head=head))
    run("--undo", found.record.pk)

    assert found.pages[1].author == person
    assert TopicPage.objects.get() == topic
    assert PersonPage.objects.get() == person


def test_slugs_that_are_taken_get_a_number(articles, write, run):
    ArticlePageFactory(parent=articles, slug="item-1")
    assert run(write(item(1))).pages[1].slug == "item-1-2"


def test_fault_in_one_item_harms_no_other_and_is_tried_again(articles, write, run, monkeypatch):
    def fail(filler, made, item, row, outcome, original=running.Filler._write):
        if row.number == 2:
            raise RecursionError
        original(filler, made, item, row, outcome)

    path = write(item(1), item(2), item(3))
    with monkeypatch.context() as patched:
        patched.setattr(running.Filler, "_write", fail)
        first = run(path)
    assert outcomes(first) == {"created": 2, "failed": 1}
    assert "could not be taken over" in first.text

    assert outcomes(run(path)) == {"unchanged": 2, "created": 1}


def test_broken_export_writes_nothing(articles, write, run):
    path = write(item(1), item(2))
    path.write_text(path.read_text()[:-200])
    before = everything()

    with pytest.raises(CommandError, match="incomplete"):
        run(path)

    assert everything() == before
    assert WordPressImport.objects.get().state == State.FAILED


def test_export_that_is_not_there(articles, run):
    with pytest.raises(CommandError, match="There is no file"):
        run("/nowhere.xml")
