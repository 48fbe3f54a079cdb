"""The user model, its passwords, and what Wagtail's groups may do."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page

from hub.users.models import User
from hub.users.roles import GRANTS, keep_roles


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


def member(name):
    user = User.objects.create_user(name.lower())
    user.groups.add(Group.objects.get(name=name))
    return user


def test_writer_does_not_change_what_all_articles_share(db):
    assert not member("Writers").has_perm("core.change_invitation")


def test_writer_does_not_change_the_crisis_lines(client, site):
    client.force_login(member("Writers"))

    answer = client.get(reverse("wagtailsettings:edit", args=["core", "crisissupport", site.pk]))

    assert answer.status_code in {302, 403}


def test_groups_get_their_permissions_when_these_are_made(db):
    # As on a new database: the permissions come into being in the same run that grants them.
    Permission.objects.filter(content_type__app_label="core").delete()

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    granted = Group.objects.get(name="Editors").permissions.filter(content_type__app_label="core")
    assert set(GRANTS["Editors"]["core"]) <= set(granted.values_list("codename", flat=True))


@pytest.mark.parametrize(
    ("name", "adds", "publishes"),
    [
        ("Writers", True, False),
        ("Clinical reviewers", False, False),
        ("Editors", True, True),
        ("Practice team", False, False),
    ],
)
def test_who_writes_and_who_publishes(articles, name, adds, publishes):
    permissions = articles.permissions_for_user(member(name))

    assert (permissions.can_add_subpage(), permissions.can_publish_subpage()) == (adds, publishes)


def test_wagtails_moderators_are_editors_here(db):
    assert not Group.objects.filter(name="Moderators").exists()
    assert "Editors" in GroupApprovalTask.objects.first().groups.values_list("name", flat=True)


def test_a_group_that_somebody_is_in_stays(db):
    User.objects.create_user("mod").groups.add(Group.objects.create(name="Moderators"))

    assert list(keep_roles()) == []
    assert Group.objects.filter(name="Moderators").exists()


def test_roles_are_kept_by_a_command(db, capsys):
    Group.objects.get(name="Writers").delete()

    call_command("keep_roles")
    assert "The group “Writers” was made." in capsys.readouterr().out

    call_command("keep_roles")
    assert capsys.readouterr().out == "The roles are as they should be.\n"


def test_groups_of_these_names_that_are_there_already_keep_what_they_have(db):
    """As where a site had a group of editors of its own before."""
    Group.objects.filter(name__in=GRANTS).delete()
    own = Group.objects.create(name="Editors")
    own.permissions.add(Permission.objects.get(codename="add_user"))
    member = User.objects.create_user("ed")
    member.groups.add(own)

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert set(GRANTS) == set(Group.objects.filter(name__in=GRANTS).values_list("name", flat=True))
    assert member.has_perm("users.add_user")
    assert member.has_perm("core.change_practice")


@pytest.mark.parametrize("group", GRANTS)
def test_what_was_taken_from_a_role_is_given_back(db, group):
    role = Group.objects.get(name=group)
    held = [set(kept) for kept in _held(role)]
    role.permissions.clear()
    role.page_permissions.all().delete()
    role.collection_permissions.all().delete()

    told = list(keep_roles())

    now = [set(kept) for kept in _held(role)]
    # Wagtail's own migrations give its Editors what comes with their collections here.
    assert now[0] <= held[0]
    assert now[1:] == held[1:]
    assert len(told) == sum(map(len, now))
    assert list(keep_roles()) == []


def _held(role):
    yield role.permissions.values_list("pk", flat=True)
    yield role.page_permissions.values_list("page", "permission")
    yield role.collection_permissions.values_list("collection", "permission")


def test_what_was_given_by_hand_elsewhere_stays(db):
    writers, page = Group.objects.get(name="Writers"), Page.get_first_root_node()
    by_hand = GroupPagePermission.objects.create(
        group=writers, page=page, permission=Permission.objects.get(codename="lock_page")
    )
    others = Group.objects.create(name="Volunteers")
    others.permissions.add(Permission.objects.get(codename="access_admin"))

    assert list(keep_roles()) == []
    assert GroupPagePermission.objects.filter(pk=by_hand.pk).exists()
    assert others.permissions.count() == 1
