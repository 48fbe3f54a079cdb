"""The desk in Wagtail's admin: addresses, menu, permission."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from blog.wordpress.desk import urls
from blog.wordpress.models import ImportedItem, WordPressImport
from blog.wordpress.permissions import CODENAMES, may_import, policy

register_permission_policy(WordPressImport, policy)


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("wordpress/", include(urls))]


@hooks.register("register_permissions")
def permissions_of_groups():
    return Permission.objects.filter(content_type__app_label="wordpress", codename__in=CODENAMES)


class WordPressMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_settings_menu_item")
def menu_item():
    return WordPressMenuItem("WordPress import", reverse("wordpress:index"), icon_name="download", order=900)


@hooks.register("kept_revisions")
def what_an_update_replaced():
    """An import that is taken back gives pages the text that it replaced."""
    return ImportedItem.objects.filter(revision_before__isnull=False).values("revision_before")
