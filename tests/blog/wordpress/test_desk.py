"""Taking over a site in the admin."""

import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage
from blog.wordpress.models import State, WordPressImport
from tests.blog.wordpress.exports import PRACTICE, export, item
from tests.helpers import soup


@pytest.fixture
def upload(admin_client, articles, tmp_path, settings):
    settings.WORDPRESS_ROOT = tmp_path / "wordpress"

    def upload(data=None, **given):
        data = PRACTICE.read_bytes() if data is None else data
        facts = {"export": SimpleUploadedFile("old.xml", data), "parent": articles.pk, "rules": "", **given}
        return admin_client.post(reverse("wordpress:new"), facts, follow=True)

    return upload


def act(client, what, **given):
    record = WordPressImport.objects.first()
    return client.post(reverse(f"wordpress:{what}", args=[record.pk]), given, follow=True)


def test_upload_is_read_and_nothing_is_written(upload):
    shown = soup(upload()).main.get_text(" ", strip=True)

    assert "Read, nothing written yet" in shown
    assert "Mira Lindqvist" in shown
    assert "missing.jpg" in shown
    assert not ArticlePage.objects.exists()


def test_import_begins_when_somebody_says_so(upload, admin_client, uploads, tmp_path):
    with zipfile.ZipFile(tmp_path / "u.zip", "w") as archive:
        for path in uploads.rglob("*.*"):
            archive.write(path, path.relative_to(uploads))
    upload(uploads=SimpleUploadedFile("u.zip", (tmp_path / "u.zip").read_bytes()))

    shown = soup(act(admin_client, "start", publish="on")).main.get_text(" ", strip=True)

    assert "What became of it" in shown
    assert ArticlePage.objects.live().count() == 2
    assert ArticlePage.objects.get(slug="the-first-winter").hero_image


def test_undo_in_the_admin(upload, admin_client):
    upload()
    act(admin_client, "start")
    answer = act(admin_client, "undo")

    assert not ArticlePage.objects.exists()
    assert "Taken back: 8 pages" in soup(answer).get_text(" ", strip=True)


def test_report_is_a_file_with_every_item(upload, admin_client):
    upload()
    act(admin_client, "start")
    answer = admin_client.get(reverse("wordpress:report", args=[WordPressImport.objects.get().pk]))

    assert len(json.loads(answer.content)["items"]) == 8
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04zip", "This is a ZIP file"),
        (b"plain words", "no XML file"),
        (b"", "empty"),
    ],
)
def test_file_that_is_no_export_is_refused_at_once(upload, data, why):
    assert why in soup(upload(data)).main.get_text(" ", strip=True)
    assert not WordPressImport.objects.exists()


def test_export_that_cannot_be_read_says_why(upload):
    shown = soup(upload(b"<rss><channel><title>Feed</title></channel></rss>")).main.get_text(" ", strip=True)
    assert "This is no WordPress export" in shown


def test_damaged_zip_is_refused_and_leaves_nothing_behind(upload, tmp_path):
    answer = upload(uploads=SimpleUploadedFile("u.zip", b"no zip"))

    assert "no ZIP file that can be read" in soup(answer).main.get_text(" ", strip=True)
    assert not WordPressImport.objects.exists()
    assert not list((tmp_path / "wordpress").rglob("*.*"))


def test_rules_that_say_nothing_are_refused(upload):
    assert "no TOML" in soup(upload(rules="[[")).main.get_text(" ", strip=True)


def test_uploaded_files_can_be_deleted(upload, admin_client):
    upload()
    path = Path(WordPressImport.objects.get().path)
    assert path.is_file()

    act(admin_client, "drop")

    assert not path.exists()
    assert not WordPressImport.objects.exists()


def test_file_named_on_the_command_line_is_never_deleted(run, articles, admin_client, write):
    path = write(item(1))
    run(path)
    act(admin_client, "drop")
    assert path.is_file()


def test_import_whose_process_ended_can_go_on(upload, admin_client):
    upload(export(item(1)).encode())
    long_ago = timezone.now() - timezone.timedelta(hours=1)
    WordPressImport.objects.update(state=State.RUNNING, seen_at=long_ago)
    address = reverse("wordpress:import", args=[WordPressImport.objects.get().pk])
    assert "The server was restarted" in soup(admin_client.get(address)).main.get_text(" ", strip=True)

    act(admin_client, "start")

    assert WordPressImport.objects.get().state == State.DONE
    assert ArticlePage.objects.count() == 1


def test_import_at_work_is_not_begun_twice(upload, admin_client):
    upload(export(item(1)).encode())
    WordPressImport.objects.update(state=State.RUNNING, seen_at=timezone.now())

    act(admin_client, "start")

    assert not ArticlePage.objects.exists()


def test_progress_is_told(upload, admin_client):
    upload(export(item(1)).encode())
    WordPressImport.objects.update(state=State.RUNNING, seen_at=timezone.now(), phase="Writing", done=3, total=9)
    answer = admin_client.get(reverse("wordpress:progress", args=[WordPressImport.objects.get().pk])).json()

    assert (answer["phase"], answer["done"], answer["total"], answer["at_work"]) == ("Writing", 3, 9, True)


@pytest.mark.parametrize("view", ["index", "new", "import", "progress", "report"])
def test_only_those_with_the_permission_see_it(bystander_client, db, view):
    record = WordPressImport.objects.create(source="x", digest="x", path="x")
    arguments = [record.pk] if view not in {"index", "new"} else []

    answer = bystander_client.get(reverse(f"wordpress:{view}", args=arguments))

    assert answer.status_code == 302


@pytest.mark.parametrize("view", ["start", "stop", "undo", "drop"])
def test_nothing_is_changed_by_a_link_or_without_permission(bystander_client, admin_client, db, view):
    record = WordPressImport.objects.create(source="x", digest="x", path="x", state=State.READY)
    address = reverse(f"wordpress:{view}", args=[record.pk])

    assert admin_client.get(address).status_code == 405
    assert bystander_client.post(address).status_code == 302
    assert WordPressImport.objects.get().state == State.READY


def test_exports_lie_outside_what_is_served():
    assert not Path(settings.WORDPRESS_ROOT).is_relative_to(settings.MEDIA_ROOT)
