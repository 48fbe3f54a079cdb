"""What the hub changes in Wagtail itself."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import spreadsheets
from .desk import urls
from .desk.editing import BasePageViewSet
from .rich_text import PublishedPageLinkHandler
from .snippets import InvitationViewSet, SourceViewSet, refuse_what_is_used

spreadsheets.take_over()
register_snippet(InvitationViewSet)
register_snippet(SourceViewSet)
hooks.register("before_delete_snippet", refuse_what_is_used)


# After Wagtail's own handler for page links, which it replaces.
@hooks.register("register_rich_text_features", order=10)
def link_to_published_pages(features):
    features.register_link_type(PublishedPageLinkHandler)


@hooks.register("insert_global_admin_css")
def admin_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def careful_saving():
    return format_html(
        '<script src="{}" data-login="{}"></script>', static("core/desk/connection.js"), reverse("wagtailadmin_login")
    )


@hooks.register("insert_global_admin_js")
def asking_from_the_desk():
    return format_html(
        '<script src="{}" data-csrf-cookie="{}"></script>', static("core/desk/asking.js"), settings.CSRF_COOKIE_NAME
    )


@hooks.register("register_icons")
def icon_of_messages(icons):
    """Wagtail draws a message with the icon of its level, and has none of the name "info"."""
    return [*icons, "core/desk/info.svg"]


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("appearance/", include(urls))]


@hooks.register("register_admin_viewset")
def views_of_pages():
    return BasePageViewSet()
