"""The first screen: documents come in, by file, by dropping, by pasting."""

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.views.generic import TemplateView
from wagtail.admin import messages

from blog.importing.desk.models import Batch
from blog.importing.desk.permissions import places_for
from blog.importing.desk.queue import follow, is_waiting, work_off
from blog.importing.desk.receiving import LIMITS, NothingReceived, pasted_file, receive

from .base import DeskView


class StartView(DeskView, TemplateView):
    page_title = "Import a document"
    template_name = "importing/start.html"

    def get_context_data(self, **kwargs):
        if is_waiting():
            follow()
        batches = (
            Batch.objects.shown_to(self.request.user)
            .counted()
            .order_by("-created_at", "-pk")
            .prefetch_related("documents__article")
        )
        page = Paginator(batches, 20).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "places": places_for(self.request.user),
            "chosen": self._place(self.request.GET),
            "limits": LIMITS,
            "batches": page,
            "pasted": self.request.POST.get("pasted", ""),
        }

    def post(self, request, *args, **kwargs):
        files = request.FILES.getlist("files")
        pasted = pasted_file(request.POST.get("pasted_html", ""), request.POST.get("pasted", ""))
        try:
            batch = receive(request.user, self._place(request.POST), [*files, *([pasted] if pasted else [])])
        except NothingReceived as error:
            messages.error(request, str(error))
            return self.render_to_response(self.get_context_data(), status=400)
        documents = list(batch.documents.all())
        if len(documents) > 1:
            follow()
            return redirect(batch)
        work_off(pk=documents[0].pk)
        documents[0].refresh_from_db()
        return redirect(documents[0] if documents[0].is_open else batch)

    def _place(self, parameters):
        """The place that is asked for, or the first there is."""
        places = places_for(self.request.user)
        wanted = parameters.get("place", "")
        return (places.filter(pk=wanted).first() if wanted.isdecimal() else None) or places.first()
