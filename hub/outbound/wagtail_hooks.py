"""What links out add to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk.acting import check_again, leave
from .desk.permissions import may_see
from .desk.report import LinkReport


@hooks.register("register_admin_urls")
def addresses_of_the_desk():
    return [
        path("links-out/", LinkReport.as_view(), name="links_out"),
        path("links-out/results/", LinkReport.as_view(results_only=True), name="links_out_results"),
        path("links-out/<int:pk>/check/", check_again, name="links_out_check"),
        path("links-out/<int:pk>/leave/", leave, name="links_out_leave"),
    ]


class LinksOutMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def links_out_in_the_menu():
    return LinksOutMenuItem("Links out", reverse("links_out"), icon_name="link-external", order=870)


@hooks.register("insert_global_admin_css")
def look_of_the_desk():
    return format_html('<link rel="stylesheet" href="{}">', static("outbound/desk.css"))
