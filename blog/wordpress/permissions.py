"""Who may take over a site: a permission of its own, for it can make many pages public at once."""

from wagtail.permission_policies import ModelPermissionPolicy

from blog.wordpress.models import WordPressImport

policy = ModelPermissionPolicy(WordPressImport)
CODENAMES = ("add_wordpressimport",)


def may_import(user) -> bool:
    return policy.user_has_permission(user, "add")
