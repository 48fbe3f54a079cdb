"""How a batch stands, and what can be done with all of it."""

from django.shortcuts import redirect
from django.views.generic import TemplateView
from wagtail.admin import messages

from blog.importing.desk.forms import DestinationForm, destination_of
from blog.importing.desk.making import undescribed
from blog.importing.desk.models import Document
from blog.importing.desk.queue import follow, work_off

from .base import START, DeskView

State = Document.State


class BatchView(DeskView, TemplateView):
    template_name = "importing/batch.html"

    def get_page_title(self):
        return str(self.batch())

    def steps(self):
        return [START]

    def get_context_data(self, **kwargs):
        batch = self.batch()
        documents = list(batch.documents.select_related("article").defer("source"))
        if any(document.is_unfinished for document in documents):
            follow()
        form = DestinationForm(initial=destination_of(batch), user=self.request.user)
        return (
            super().get_context_data(**kwargs) | summary(documents) | {"batch": batch, "form": kwargs.get("form", form)}
        )

    def post(self, request, *args, **kwargs):
        batch = self.batch()
        action, _, number = request.POST.get("do", "").partition(":")
        document = batch.documents.filter(pk=number).first() if number.isdecimal() else None
        if action == "make":
            return self._make(batch)
        if action == "again" and document:
            _read_again(document)
        elif action == "remove" and document:
            document.delete()
            messages.success(request, f"“{document.name}” is removed.")
        elif action == "remove-all":
            batch.delete()
            messages.success(request, "The import is removed. Drafts that it made stay.")
            return redirect("importing:start")
        if not batch.documents.exists():
            batch.delete()
            return redirect("importing:start")
        return redirect(batch)

    def _make(self, batch):
        """Queue a draft of each document that is ready."""
        form = DestinationForm(self.request.POST, user=self.request.user)
        if not form.is_valid():
            messages.error(self.request, "Nothing was made yet: see below.")
            return self.render_to_response(self.get_context_data(form=form))
        form.keep_in(batch)
        ready = list(batch.documents.filter(state=State.READY))
        for document in ready:
            _take_over(document, batch)
            document.made_by, document.state, document.reason = self.request.user, State.QUEUED, ""
            document.save()
        follow()
        if len(ready) == 1:
            work_off(pk=ready[0].pk)
        return redirect(batch)


class ProgressView(BatchView):
    """The list of documents alone, for a screen that keeps itself up to date."""

    template_name = "importing/includes/documents.html"


def summary(documents: list[Document]) -> dict:
    """What the screen of a batch shows of its documents."""
    ready = [document for document in documents if document.state == State.READY]
    unfinished = [document for document in documents if document.is_unfinished]
    for document in ready:
        document.undescribed = len(undescribed(document.worksheet))
        document.uncertain = len(document.worksheet.uncertain)
        document.gone = len(document.worksheet.left_out)
    return {
        "documents": documents,
        "ready": ready,
        "unfinished": unfinished,
        "ended_count": len(documents) - len(unfinished),
        "made_count": sum(document.state == State.MADE for document in documents),
        "failed_count": sum(document.state == State.FAILED for document in documents),
    }


def _take_over(document: Document, batch) -> None:
    """Give a document what its batch says, where nothing has been chosen for the document itself."""
    document.place = batch.place
    document.author = document.author or batch.author
    if not document.topics.exists():
        document.topics.set(batch.topics.all())


def _read_again(document: Document) -> None:
    if document.state in (State.FAILED, State.READY) and document.upload:
        document.state, document.reason, document.attempts = State.WAITING, "", 0
        document.save()
        work_off(pk=document.pk)
