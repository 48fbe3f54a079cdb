"""The desk in Wagtail's admin: addresses, menu, the button where articles are listed."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import urls
from .listing import LABEL, ArticleIndexListingViewSet
from .permissions import may_import


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("import/", include(urls))]


class ImportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import(request.user)


@hooks.register("register_admin_menu_item")
def menu_item():
    return ImportMenuItem(LABEL, reverse("importing:start"), icon_name="upload", name="import", order=110)


@hooks.register("register_admin_viewset")
def listing_of_articles():
    return ArticleIndexListingViewSet()
