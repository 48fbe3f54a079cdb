"""Wagtail's editor with a panel that shows the page as others see it."""

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry

from hub.core.models import BasePage


class AppearanceSidePanel(BaseSidePanel):
    """The page in search results, shared and on a phone, from the form as it stands; empty until it is opened."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Toggle as others see it"
        icon_name = "view"
        has_counter = False

    name = "appearance"
    title = "As others see it"
    template_name = "core/desk/appearance_panel.html"
    order = 310

    def __init__(self, object, request, *, address: str):
        super().__init__(object, request)
        self.address = address

    @property
    def media(self):
        return Media(
            js=[versioned_static("core/desk/appearance.js")],
            css={"all": [versioned_static("core/desk/appearance.css")]},
        )

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"address": self.address}


class SeenByOthers:
    """An editor's view that has the panel."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        # What is loaded into an editor that is open already would take the place of what the panel shows.
        is_part = getattr(self, "expects_json_response", False) or getattr(self, "hydrate_create_view", False)
        if not is_part:
            panels.append(AppearanceSidePanel(self.page, self.request, address=self.appearance_address))
        return panels

    @cached_property
    def appearance_address(self) -> str:
        return reverse("appearance:edit", args=[self.page.pk])


class PageEditView(SeenByOthers, EditView):
    pass


class PageRevertView(SeenByOthers, RevisionsRevertView):
    pass


class PageCreateView(SeenByOthers, CreateView):
    @cached_property
    def appearance_address(self):
        model = self.page._meta
        return reverse("appearance:create", args=[model.app_label, model.model_name, self.parent_page.pk])


class BasePageViewSet(PageViewSet):
    """The views of every page type of ours that has none of its own."""

    edit_view_class = PageEditView
    add_view_class = PageCreateView
    revisions_revert_view_class = PageRevertView

    def on_register(self):
        page_viewset_registry.register(BasePage, self)
