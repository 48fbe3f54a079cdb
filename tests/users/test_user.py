"""The user model, its passwords, and what Wagtail's groups may do."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal
from django.urls import reverse

from hub.users.models import User
from hub.users.roles import GRANTS


def test_user_model_is_ours():
    assert (settings.AUTH_USER_MODEL, get_user_model()) == ("users.User", User)


@pytest.fixture
def make_user(admin_client):
    """Make a user in the admin, with a password."""

    def send(password):
        data = {"username": "marian", "email": "marian@example.org", "first_name": "Marian", "last_name": "Ashgrove"}
        return admin_client.post(
            reverse("wagtailusers_users:add"), {**data, "password1": password, "password2": password}
        )

    return send


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("short-one", "too short"),
        ("correcthorse", None),
        ("password1234", "too common"),
        ("193746582910", "entirely numeric"),
        ("marianashgrove", "too similar"),
        ("marian@example.org", "too similar"),
    ],
)
def test_weak_password_is_refused_in_the_admin(make_user, password, complaint):
    answer = make_user(password)

    if complaint is None:
        assert (answer.status_code, User.objects.filter(username="marian").exists()) == (302, True)
        return
    assert complaint in str(answer.context["form"].errors["password2"])
    assert not User.objects.filter(username="marian").exists()


def test_password_is_stored_as_a_hash(make_user):
    make_user("a-quiet-harbour-at-dusk")

    user = User.objects.get(username="marian")
    assert "harbour" not in user.password
    assert user.check_password("a-quiet-harbour-at-dusk")


@pytest.mark.parametrize("group", GRANTS)
def test_group_may_do_what_its_work_needs(db, group):
    wanted = {f"{app}.{codename}" for app, codenames in GRANTS[group].items() for codename in codenames}

    permissions = Group.objects.get(name=group).permissions.select_related("content_type")

    assert wanted <= {f"{found.content_type.app_label}.{found.codename}" for found in permissions}


def test_editor_writes_but_does_not_publish_what_all_articles_share(client, db):
    editor = User.objects.create_user("editor")
    editor.groups.add(Group.objects.get(name="Editors"))

    assert (editor.has_perm("core.change_invitation"), editor.has_perm("core.publish_invitation")) == (True, False)


def test_editor_does_not_change_the_crisis_lines(client, site):
    editor = User.objects.create_user("editor")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)

    answer = client.get(reverse("wagtailsettings:edit", args=["core", "crisissupport", site.pk]))

    assert answer.status_code in {302, 403}


def test_groups_get_their_permissions_when_these_are_made(db):
    # As on a new database: the permissions come into being in the same run that grants them.
    Permission.objects.filter(content_type__app_label="core").delete()

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    granted = Group.objects.get(name="Moderators").permissions.filter(content_type__app_label="core")
    assert set(GRANTS["Moderators"]["core"]) <= set(granted.values_list("codename", flat=True))
