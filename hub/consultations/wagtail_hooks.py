"""The desk in Wagtail's admin: addresses, menu, permissions, dashboard."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import register_permission_policy

from .desk import urls
from .desk.state import summary
from .models import ConsultationRequest
from .permissions import CODENAMES, VIEW, may, policy

register_permission_policy(ConsultationRequest, policy)


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("requests/", include(urls))]


@hooks.register("register_permissions")
def permissions_of_groups():
    return Permission.objects.filter(content_type__app_label="consultations", codename__in=CODENAMES)


class DeskMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, VIEW)


@hooks.register("register_admin_menu_item")
def menu_item():
    return DeskMenuItem("Requests for help", reverse("consultations:index"), icon_name="mail", order=150)


class RequestsPanel(Component):
    """How many wait, on the dashboard of those who may read them."""

    order = 50
    template_name = "consultations/desk/panel.html"

    def get_context_data(self, parent_context):
        return summary()


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    if may(request.user, VIEW):
        panels.append(RequestsPanel())
