"""The groups of a practice, and what each may do. Made by migrating, kept by ``manage.py keep_roles``."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission

WRITERS, REVIEWERS, EDITORS, TEAM = "Writers", "Clinical reviewers", "Editors", "Practice team"


def _all(model: str) -> tuple[str, ...]:
    return tuple(f"{action}_{model}" for action in ("add", "change", "delete", "view"))


#: Group name to permissions, as app label and codenames.
GRANTS: dict[str, dict[str, tuple[str, ...]]] = {
    WRITERS: {
        "wagtailadmin": ("access_admin",),
        "core": ("view_invitation", "add_source", "view_source"),
    },
    REVIEWERS: {
        "wagtailadmin": ("access_admin",),
    },
    EDITORS: {
        "wagtailadmin": ("access_admin",),
        "blog": ("change_qualitywords", "change_feedsettings"),
        "discovery": ("change_crawlerpolicy", "change_securitycontact", "change_indexnowsettings"),
        "core": (*_all("invitation"), "publish_invitation", *_all("source"), "change_practice", "change_crisissupport"),
        "search": ("view_phrase", "change_searchsettings", *_all("synonymset"), *_all("promotion")),
        "wordpress": ("add_wordpressimport",),
        "wagtailredirects": ("add_redirect", "change_redirect", "delete_redirect"),
    },
    TEAM: {
        "wagtailadmin": ("access_admin",),
        "consultations": (
            "view_consultationrequest",
            "change_consultationrequest",
            "delete_consultationrequest",
            "export_consultationrequest",
            "change_consultationsettings",
        ),
    },
}
#: What a group may do with every page. Publishing is an editor's.
PAGES = {
    WRITERS: ("add_page", "change_page"),
    EDITORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
#: What a group may do with every picture and document, and with the collections that hold them.
COLLECTIONS = {
    WRITERS: ("add_image", "choose_image", "add_document", "choose_document"),
    EDITORS: (
        "add_image",
        "change_image",
        "choose_image",
        "delete_image",
        "add_document",
        "change_document",
        "choose_document",
        "delete_document",
        "add_collection",
        "change_collection",
        "delete_collection",
    ),
}
#: Wagtail's own group, whose work is the editors' here.
UNUSED = "Moderators"


def grant_roles(app_config, **kwargs) -> None:
    """Keep the roles once the last app is migrated.

    Django and Wagtail make permissions after each app, some after this receiver: only then are they all there.
    """
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if app_config.label == last.label:
        list(keep_roles())


def keep_roles() -> Iterator[str]:
    """Make the groups that are missing and give each what it may do; yield a sentence for each thing that was changed.

    What somebody gave a group by hand stays.
    """
    for name, grants in GRANTS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            yield f"The group “{name}” was made."
        yield from _grant(group, grants)
        yield from _grant_pages(group, PAGES.get(name, ()))
        yield from _grant_collections(group, COLLECTIONS.get(name, ()))
    yield from _retire()


def _grant(group: Group, grants: dict[str, tuple[str, ...]]) -> Iterator[str]:
    has = set(group.permissions.values_list("pk", flat=True))
    for label, codenames in grants.items():
        for permission in Permission.objects.filter(content_type__app_label=label, codename__in=codenames):
            if permission.pk not in has:
                group.permissions.add(permission)
                yield f"“{group.name}” may now: {permission.name}."


def _grant_pages(group: Group, codenames: tuple[str, ...]) -> Iterator[str]:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=codenames, content_type__app_label="wagtailcore"):
        if root and GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)[1]:
            yield f"“{group.name}” may now, on every page: {permission.name}."


def _grant_collections(group: Group, codenames: tuple[str, ...]) -> Iterator[str]:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    labels = ("wagtailimages", "wagtaildocs", "wagtailcore", "core")
    for permission in Permission.objects.filter(codename__in=codenames, content_type__app_label__in=labels):
        if (
            root
            and GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)[1]
        ):
            yield f"“{group.name}” may now, in every collection: {permission.name}."


def _retire() -> Iterator[str]:
    """Let editors do what Wagtail's moderators would, and remove that group where nobody is in it."""
    from wagtail.models import GroupApprovalTask

    editors = Group.objects.get(name=EDITORS)
    for task in GroupApprovalTask.objects.filter(groups__name=UNUSED).exclude(groups=editors):
        task.groups.add(editors)
        yield f"“{EDITORS}” may now approve: {task.name}."
    if Group.objects.filter(name=UNUSED, user__isnull=True).delete()[0]:
        yield f"The group “{UNUSED}”, in which nobody was, was removed."
