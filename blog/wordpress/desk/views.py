"""The views of the desk. Every one asks for the permission; whatever changes something is a POST."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.views.generic import TemplateView, View
from django.views.generic.edit import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from blog.wordpress import worker
from blog.wordpress.desk.forms import UploadForm, forget_files
from blog.wordpress.desk.showing import progress, sections
from blog.wordpress.faults import UnreadableExport
from blog.wordpress.mapping import EXAMPLE
from blog.wordpress.models import State, WordPressImport
from blog.wordpress.permissions import policy
from blog.wordpress.reporting import as_json
from blog.wordpress.undoing import undo

_A_PAGE = 30


class DeskMixin(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    permission_policy = policy
    permission_required = "add"
    header_icon = "download"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": "Home"},
        {"url": reverse_lazy("wordpress:index"), "label": "WordPress"},
    ]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class IndexView(DeskMixin, TemplateView):
    page_title = "WordPress imports"
    template_name = "wordpress/desk/index.html"

    def get_breadcrumbs_items(self):
        return [self.breadcrumbs_items[0], {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        imports = WordPressImport.objects.defer("survey").select_related("made_by")
        page = Paginator(imports, _A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {"imports": page}


class NewView(DeskMixin, FormView):
    page_title = "Import a WordPress site"
    template_name = "wordpress/desk/new.html"
    form_class = UploadForm

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"example": EXAMPLE}

    def form_valid(self, form):
        try:
            record = form.save(self.request.user)
        except UnreadableExport as error:
            form.add_error("uploads", str(error))
            return self.form_invalid(form)
        worker.begin(record, worker.READ)
        return redirect("wordpress:import", record.pk)


class OneMixin(DeskMixin):
    @property
    def record(self) -> WordPressImport:
        if not hasattr(self, "_record"):
            self._record = get_object_or_404(WordPressImport, pk=self.kwargs["pk"])
        return self._record

    def back(self):
        return redirect("wordpress:import", self.record.pk)


class ImportView(OneMixin, TemplateView):
    """One import: how far it is, what it found, what became of it, and what can be done next."""

    template_name = "wordpress/desk/import.html"

    def get_page_title(self):
        return self.record.survey.get("title") or self.record.source

    def get_context_data(self, **kwargs):
        record = self.record
        facts = {
            "record": record,
            "progress": progress(record),
            "progress_url": reverse("wordpress:progress", args=[record.pk]),
            "sections": sections(record, self.request.GET.get("page")),
            "can_begin": record.state in {State.READY, State.UNDONE} and record.has_file,
            "can_go_on": (record.state in {State.STOPPED, State.FAILED} or record.is_silent) and record.has_file,
            "can_repeat": record.state == State.DONE and record.has_file,
            "can_undo": record.state in {State.DONE, State.STOPPED, State.FAILED} and record.made.exists(),
        }
        return super().get_context_data(**kwargs) | facts


class ProgressView(OneMixin, View):
    """How far an import is, for the page that shows it."""

    def get(self, request, pk):
        return JsonResponse(progress(self.record), headers={"Cache-Control": "no-store"})


class ReportView(OneMixin, View):
    """The whole report as a file."""

    def get(self, request, pk):
        name = f"wordpress-import-{self.record.pk}.json"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return JsonResponse(as_json(self.record), json_dumps_params={"indent": 2}, headers=headers)


class ActionView(OneMixin, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        return self.act() or self.back()


class StartView(ActionView):
    """Begin, go on, or do it once more with the same file."""

    def act(self):
        record = self.record
        if not record.has_file:
            messages.error(self.request, "The export is no longer here: upload it again.")
            return
        if "publish" in self.request.POST or record.state in {State.READY, State.UNDONE}:
            record.publish = "publish" in self.request.POST
            record.save(update_fields=["publish"])
        # What was never read to the end is read first.
        work = worker.WRITE if record.survey else worker.READ
        if not worker.begin(record, work):
            messages.warning(self.request, "It is at work already.")


class StopView(ActionView):
    def act(self):
        WordPressImport.objects.filter(pk=self.record.pk).update(wants_to_stop=True)
        messages.success(self.request, "It stops after the item it is at. What was written stays.")


class UndoView(ActionView):
    def act(self):
        if self.record.is_at_work and not self.record.is_silent:
            messages.error(self.request, "Stop the import first.")
            return
        done = undo(self.record)
        told = (
            f"{done.deleted} pages, {done.around} topics and people, {done.files} files and {done.redirects} redirects"
        )
        messages.success(self.request, f"Taken back: {told}. {len(done.kept)} were kept.")


class DropView(ActionView):
    """Delete the uploaded files; an import that wrote nothing goes with them."""

    def act(self):
        record = self.record
        if record.is_at_work and not record.is_silent:
            messages.error(self.request, "Stop the import first.")
            return None
        forget_files(record)
        if record.made.exists():
            messages.success(self.request, "The uploaded files are deleted.")
            return None
        record.delete()
        messages.success(self.request, "The import and its files are deleted.")
        return redirect("wordpress:index")
