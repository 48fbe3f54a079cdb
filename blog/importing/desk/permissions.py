"""Who may import, and where: whoever may add articles there. Wagtail's own page permissions, no others."""

from wagtail.permission_policies.pages import PagePermissionPolicy

from blog.models import ArticleIndexPage

_policy = PagePermissionPolicy(ArticleIndexPage)


def places_for(user):
    """The article indexes below which somebody may add articles, in the order of the tree."""
    return _policy.instances_user_has_permission_for(user, "add").order_by("path")


def may_import(user) -> bool:
    return places_for(user).exists()
