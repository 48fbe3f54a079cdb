"""What Wagtail's two groups may do beyond pages, pictures and documents, and the practice team with requests."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission


def _all(model: str) -> tuple[str, ...]:
    return tuple(f"{action}_{model}" for action in ("add", "change", "delete", "view"))


#: Group name to permissions, as app label and codenames.
GRANTS = {
    "Editors": {
        "core": ("add_invitation", "change_invitation", "view_invitation"),
        "search": ("view_phrase", *_all("synonymset"), *_all("promotion")),
    },
    "Moderators": {
        "core": (
            "add_invitation",
            "change_invitation",
            "delete_invitation",
            "view_invitation",
            "publish_invitation",
            "change_practice",
            "change_crisissupport",
        ),
        "blog": ("change_feedsettings",),
        "discovery": ("change_crawlerpolicy", "change_securitycontact", "change_indexnowsettings"),
        "search": ("view_phrase", "change_searchsettings", *_all("synonymset"), *_all("promotion")),
        "wordpress": ("add_wordpressimport",),
        "wagtailredirects": ("add_redirect", "change_redirect", "delete_redirect"),
    },
    "Practice team": {
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
#: Groups that nobody but us makes.
OURS = ("Practice team",)


def grant_roles(app_config, **kwargs) -> None:
    """Give each group its permissions once the last app is migrated; those somebody added by hand stay.

    Django and Wagtail make permissions after each app, some after this receiver: only then are they all there.
    """
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if app_config.label != last.label:
        return
    for name in OURS:
        Group.objects.get_or_create(name=name)
    for name, grants in GRANTS.items():
        for group in Group.objects.filter(name=name):
            for label, codenames in grants.items():
                group.permissions.add(*Permission.objects.filter(content_type__app_label=label, codename__in=codenames))
