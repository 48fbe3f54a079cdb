"""What the screens have in common."""

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.importing.desk.models import Batch, Document
from blog.importing.desk.permissions import may_import


class DeskView(WagtailAdminTemplateMixin):
    """For whoever may add articles somewhere; the answer stays out of every cache."""

    header_icon = "upload"
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": "Home"}]

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            return permission_denied(request)
        answer = super().dispatch(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *self.steps(), {"url": "", "label": self.get_page_title()}]

    def steps(self) -> list[dict]:
        """The screens between the dashboard and this one."""
        return []

    def batch(self) -> Batch:
        return get_object_or_404(Batch.objects.shown_to(self.request.user), pk=self.kwargs["batch"])

    def document(self, queryset=None) -> Document:
        """The document named in the address, of a batch that is shown to this user."""
        documents = (Document.objects if queryset is None else queryset).select_related("batch")
        batches = Batch.objects.shown_to(self.request.user).filter(pk=self.kwargs["batch"])
        return get_object_or_404(
            documents.filter(batch__in=batches).select_related("batch"), pk=self.kwargs["document"]
        )


START = {"url": reverse_lazy("importing:start"), "label": "Import a document"}


def step_of(batch: Batch) -> dict:
    return {"url": reverse("importing:batch", args=[batch.pk]), "label": str(batch)}
