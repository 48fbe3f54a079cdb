"""The guide in Wagtail's admin: addresses, Help menu, search, the look of its links."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea

from . import urls
from .views import TITLE

#: Wagtail's own entries: news for developers, and a guide to Wagtail that ours leads to.
WAGTAILS = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("register_admin_urls")
def guide_addresses():
    return [path("guide/", include(urls))]


@hooks.register("register_help_menu_item")
def menu_item():
    return MenuItem(TITLE, reverse("guide:contents"), icon_name="help", name="guide", order=10)


@hooks.register("construct_help_menu")
def one_guide_in_the_menu(request, items):
    items[:] = [item for item in items if not item.name.startswith(WAGTAILS)]


@hooks.register("register_admin_search_area")
def search_area():
    return SearchArea("Guide", reverse("guide:contents"), icon_name="help", order=900)


@hooks.register("insert_global_admin_css")
def look_of_links():
    return format_html('<link rel="stylesheet" href="{}">', static("guide/links.css"))
