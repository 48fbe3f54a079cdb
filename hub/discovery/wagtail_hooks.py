"""What the admin's home says when a setting of ours has run out or contradicts another."""

from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from .contradictions import MODELS, Warning, warnings


class DiscoveryPanel(Component):
    """What somebody has to look at, for those who can change it. Not there while all is well."""

    order = 60
    template_name = "discovery/desk/panel.html"

    def __init__(self, found: list[Warning]):
        self.found = found

    def get_context_data(self, parent_context):
        return {"warnings": self.found}


def may_change(user, about: str) -> bool:
    if about == "home":
        return user.has_perm("wagtailcore.change_page") or user.has_perm("wagtailadmin.access_admin")
    return user.has_perm(f"discovery.change_{MODELS[about]._meta.model_name}")


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    if not any(may_change(request.user, about) for about in MODELS):
        return
    sites = Site.objects.select_related("root_page")
    found = [warning for site in sites for warning in warnings(site) if may_change(request.user, warning.about)]
    if found:
        panels.append(DiscoveryPanel(found))
