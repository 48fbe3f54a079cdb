"""What Wagtail's two groups may do beyond pages, pictures and documents."""

from django.contrib.auth.models import Group, Permission

#: Group name to permissions, as app label and codenames.
GRANTS = {
    "Editors": {"core": ("add_invitation", "change_invitation", "view_invitation")},
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
        "wagtailredirects": ("add_redirect", "change_redirect", "delete_redirect"),
    },
}


def grant_roles(app_config, **kwargs) -> None:
    """Give each group its permissions of the app that was just migrated; those somebody added by hand stay."""
    for name, grants in GRANTS.items():
        if codenames := grants.get(app_config.label):
            permissions = Permission.objects.filter(content_type__app_label=app_config.label, codename__in=codenames)
            for group in Group.objects.filter(name=name):
                group.permissions.add(*permissions)
