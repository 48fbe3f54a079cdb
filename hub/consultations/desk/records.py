"""Files, a person's data, erasing, and what is recorded of all that."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import ListView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from hub.consultations.erasing import erase, leave_no_trace
from hub.consultations.exporting import as_csv, as_json
from hub.consultations.models import Access, ConsultationRequest, Erasure, Notice
from hub.consultations.people import requests_of
from hub.consultations.permissions import CHANGE, ERASE, EXPORT

from .base import DeskView, OneRequest
from .forms import PersonForm
from .listing import ORDER, RequestFilters, listed


def as_file(content: str, kind: str, name: str) -> HttpResponse:
    """Return a download whose name tells nothing but its day."""
    answer = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{timezone.localdate():%Y-%m-%d}-{name}"'
    return answer


class ExportView(DeskView, View):
    """The list as a table, as it is filtered. Recorded, for the list and for each request in it."""

    permission_required = EXPORT
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        chosen = RequestFilters(request.GET, queryset=listed(request.GET), request=request)
        keys = list((chosen.qs if chosen.is_valid() else chosen.queryset).values_list("pk", flat=True))
        found = list(ConsultationRequest.objects.filter(pk__in=keys).select_related("assigned_to").order_by(*ORDER[2:]))
        Access.record(request.user, Access.Action.LISTED, detail=f"{len(found)} requests")
        _record(request.user, Access.Action.EXPORTED, found)
        return as_file(as_csv(found), "text/csv", "requests.csv")


class PersonView(DeskView, TemplateView):
    """What is kept of one person, to tell them or to erase it. What is looked for stands in no address."""

    page_title = "Find a person"
    template_name = "consultations/desk/person.html"

    def post(self, request, *args, **kwargs):
        form = PersonForm(request.POST, label_suffix="")
        found = []
        if form.is_valid():
            found = requests_of(form.cleaned_data["person"])
            Access.record(request.user, Access.Action.SEARCHED, detail=f"{len(found)} found")
            _record(request.user, Access.Action.FOUND, found)
        return self.render_to_response(self.get_context_data(form=form, found=found, has_looked=form.is_valid()))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**({"form": PersonForm(label_suffix="")} | kwargs))


class ChosenView(DeskView):
    """A view of the requests whose references were sent."""

    http_method_names = ["post"]

    def chosen(self):
        references = self.request.POST.getlist("reference")[:500]
        return ConsultationRequest.objects.filter(reference__in=references)


class PersonExportView(ChosenView, View):
    """One person's data as a file for that person."""

    permission_required = EXPORT

    def post(self, request, *args, **kwargs):
        found = list(self.chosen().select_related("assigned_to", "consent", "came_from"))
        _record(request.user, Access.Action.EXPORTED, found)
        return as_file(as_json(found), "application/json", "data.json")


class EraseView(ChosenView, TemplateView):
    """Asks once more, then erases for good."""

    permission_required = ERASE
    page_title = "Erase requests"
    template_name = "consultations/desk/erase.html"

    def post(self, request, *args, **kwargs):
        if "sure" not in request.POST:
            return self.render_to_response(self.get_context_data(chosen=self.chosen().sealed()))
        count = erase(self.chosen(), Erasure.Reason.ASKED, request.user.get_username())
        traces = "" if leave_no_trace() else " The database will overwrite them at the next purge."
        messages.success(request, f"{count} erased, with all notes and records of them.{traces}")
        return redirect("consultations:index")


class EraseOneView(OneRequest, EraseView):
    """The same, for the request that is being read."""

    def chosen(self):
        return ConsultationRequest.objects.filter(pk=self.consultation.pk)

    def get_page_title(self):
        return f"Erase request {self.consultation.reference}"


class RecordView(DeskView, ListView):
    """Who has read, changed and exported what."""

    page_title = "Who has read what"
    template_name = "consultations/desk/records.html"
    paginator_class = WagtailPaginator
    page_kwarg = "p"
    paginate_by = 100
    queryset = Access.objects.select_related("request")

    def get_context_data(self, **kwargs):
        return super().get_context_data(erasures=Erasure.objects.all()[:50], **kwargs)


class MailView(DeskView, TemplateView):
    """Notices that have not left: waiting, or given up."""

    page_title = "Notices that have not left"
    template_name = "consultations/desk/mail.html"

    def get_context_data(self, **kwargs):
        found = Notice.objects.select_related("request").order_by("made_at")
        return super().get_context_data(failed=found.failed()[:100], waiting=found.waiting()[:100], **kwargs)


class RetryView(DeskView, View):
    """Gives failed notices another chance, from the first pause on."""

    permission_required = CHANGE
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        count = Notice.objects.failed().update(failed_at=None, attempts=0, due_at=timezone.now(), claimed_until=None)
        messages.success(request, f"{count} will be tried again.")
        return redirect("consultations:mail")


def _record(user, action, requests) -> None:
    """Record ``action`` for each of the requests."""
    Access.objects.bulk_create(
        Access(user=user, username=user.get_username(), action=action, request=request) for request in requests
    )
