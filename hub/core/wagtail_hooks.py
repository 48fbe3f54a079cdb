"""What the hub changes in Wagtail itself."""

from django.templatetags.static import static
from django.urls import include, path
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


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("appearance/", include(urls))]


@hooks.register("register_admin_viewset")
def views_of_pages():
    return BasePageViewSet()
