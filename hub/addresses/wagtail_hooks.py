"""Addresses in the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk.report import ADD, MissingReport, RedirectFromView, dismiss, lead
from .desk.telling import renaming


@hooks.register("register_admin_urls")
def addresses_of_the_desk():
    return [
        path("missing-addresses/", MissingReport.as_view(), name="addresses_missing"),
        path("missing-addresses/results/", MissingReport.as_view(results_only=True), name="addresses_missing_results"),
        path("missing-addresses/redirect/", RedirectFromView.as_view(), name="addresses_redirect"),
        path("missing-addresses/<int:pk>/lead/", lead, name="addresses_lead"),
        path("missing-addresses/<int:pk>/dismiss/", dismiss, name="addresses_dismiss"),
        path("addresses/renaming/<int:pk>/", renaming, name="addresses_renaming"),
    ]


class MissingMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(ADD)


@hooks.register("register_reports_menu_item")
def missing_addresses_in_the_menu():
    return MissingMenuItem("Addresses not found", reverse("addresses_missing"), icon_name="redirect", order=850)


@hooks.register("insert_editor_js")
def tell_of_a_new_slug():
    return format_html(
        '<script src="{}" data-address="{}" defer></script>',
        static("addresses/renaming.js"),
        reverse("addresses_renaming", args=[0]),
    )


@hooks.register("insert_global_admin_css")
def look_of_the_desk():
    return format_html('<link rel="stylesheet" href="{}">', static("addresses/desk.css"))
