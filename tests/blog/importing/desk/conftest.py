"""Editors who may add articles, and documents on their way to a draft."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from blog.importing.desk.models import Batch, Document
from blog.importing.desk.queue import work_off
from tests.factories import UserFactory

TEXT = """Sleep and worry

Why the night makes worry louder

Nights are quiet. Worry is not.

What helps at night

These often help:
• A fixed time to get up
• A light that is not a screen

“Sleep is the best meditation.” — The Dalai Lama

Why does worry wake me at three?

Because the body is rested enough to think.

“Nobody knows who said this about sleep.”

Related Posts
"""


@pytest.fixture(autouse=True)
def _uploads(settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path / "imports"


def editor_of(page, *actions):
    """Somebody in the admin who may do ``actions`` below a page."""
    user = UserFactory()
    group = Group.objects.create(name=f"Group of {user.username}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(articles):
    """Somebody who may add articles, and change those they made."""
    return editor_of(articles, "add")


@pytest.fixture
def editor_client(editor):
    return signed_in(editor)


def text_file(text=TEXT, name="sleep.txt"):
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def send(editor_client, articles):
    """Upload files as the first screen does; the batch they became."""

    def sent(*files, client=editor_client, **fields):
        client.post(reverse("importing:start"), {"files": list(files), "place": articles.pk, **fields})
        return Batch.objects.first()

    return sent


@pytest.fixture
def document(send) -> Document:
    """A document that is ready for review."""
    return send(text_file()).documents.get()


@pytest.fixture
def do(editor_client):
    """Press a button of the review screen, with all its fields as they stand; the answer."""

    def pressed(document, what, client=editor_client, follow=False, **fields):
        document.refresh_from_db()
        document.__dict__.pop("worksheet", None)
        worksheet = document.worksheet
        details = {
            "version": document.version,
            "title": worksheet.title,
            "subtitle": worksheet.subtitle,
            "place": document.place_id or "",
            "do": what,
        }
        answer = client.post(document.get_absolute_url(), details | fields, follow=follow)
        document.refresh_from_db()
        document.__dict__.pop("worksheet", None)
        return answer

    return pressed


@pytest.fixture
def work():
    """Work off what waits, as the thread would."""
    return work_off
