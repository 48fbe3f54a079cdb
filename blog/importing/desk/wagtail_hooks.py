"""The desk in Wagtail's admin: addresses, menu, buttons where articles are listed."""

from urllib.parse import urlencode

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import HeaderButton

from blog.models import ArticleIndexPage

from . import urls
from .permissions import may_import, places_for

LABEL = "Import a document"


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("import/", include(urls))]


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_admin_menu_item")
def menu_item():
    return ImportMenuItem(LABEL, reverse("importing:start"), icon_name="upload", name="import", order=110)


@hooks.register("register_page_header_buttons")
def import_button(page, user, view_name, next_url=None):
    """Beside “Add child page” in the list of an article index."""
    if view_name == "index" and page.specific_class is ArticleIndexPage and places_for(user).filter(pk=page.pk):
        address = f"{reverse('importing:start')}?{urlencode({'place': page.pk})}"
        yield HeaderButton(LABEL, address, icon_name="upload", priority=5)
