"""What every view of the desk has in common."""

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from hub.consultations.models import ConsultationRequest
from hub.consultations.permissions import VIEW, policy


class DeskView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """Asks for permission, keeps the answer out of every cache, and says nothing personal in titles."""

    permission_policy = policy
    permission_required = VIEW
    header_icon = "mail"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": "Home"},
        {"url": reverse_lazy("consultations:index"), "label": "Requests for help"},
    ]

    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        may = {action: self.user_has_permission(action) for action in ("view", "change", "delete", "export")}
        return super().get_context_data(**kwargs) | {"may": may}


class OneRequest:
    """A view of the request named in the address."""

    @property
    def consultation(self) -> ConsultationRequest:
        if not hasattr(self, "_consultation"):
            found = ConsultationRequest.objects.select_related("assigned_to", "consent", "came_from")
            self._consultation = get_object_or_404(found, reference=self.kwargs["reference"])
        return self._consultation

    def get_page_title(self):
        return f"Request {self.consultation.reference}"

    def address(self) -> str:
        return reverse("consultations:request", args=[self.consultation.reference])
