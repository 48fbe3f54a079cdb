"""One request: read it, work on it, write beside it."""

from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from hub.consultations.models import Access, Note
from hub.consultations.permissions import CHANGE

from .base import DeskView, OneRequest
from .forms import NoteForm, WorkForm


class RequestView(OneRequest, DeskView, TemplateView):
    """Everything there is of a request. That it is read is recorded before it is shown."""

    template_name = "consultations/desk/request.html"

    def get(self, request, *args, **kwargs):
        Access.record(request.user, Access.Action.READ, self.consultation)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        consultation = self.consultation
        context = {
            "consultation": consultation,
            "work_form": WorkForm(instance=consultation),
            "note_form": NoteForm(label_suffix=""),
            "notes": consultation.notes.select_related("author"),
            "accesses": consultation.accesses.select_related("user")[:20],
            "access_count": consultation.accesses.count(),
            "failed": consultation.notices.failed().count(),
        }
        return super().get_context_data(**(context | kwargs))


class ChangeView(RequestView):
    """What is done with a request. Shows it again, with what is wrong, where something is."""

    permission_required = CHANGE
    http_method_names = ["post"]

    def changed(self, message):
        messages.success(self.request, message)
        return redirect(self.address())

    def again(self, **forms):
        Access.record(self.request.user, Access.Action.READ, self.consultation)
        messages.error(self.request, "Nothing was saved: see below.")
        return self.render_to_response(self.get_context_data(**forms))


class WorkView(ChangeView):
    def post(self, request, *args, **kwargs):
        # A form fills in its instance even where it is wrong: the page shows the untouched one.
        form = WorkForm(request.POST, instance=type(self.consultation).objects.get(pk=self.consultation.pk))
        if not form.is_valid():
            return self.again(work_form=form)
        if form.changed_data:
            form.instance.save(update_fields=list(form.cleaned_data))
            names = ", ".join(str(form.fields[name].label or name).lower() for name in form.changed_data)
            Access.record(request.user, Access.Action.CHANGED, form.instance, detail=names)
        return self.changed("Saved.")


class NoteView(ChangeView):
    def post(self, request, *args, **kwargs):
        form = NoteForm(request.POST, label_suffix="")
        if not form.is_valid():
            return self.again(note_form=form)
        Note.objects.create(request=self.consultation, author=request.user, text=form.cleaned_data["text"])
        Access.record(request.user, Access.Action.NOTED, self.consultation)
        return self.changed("The note is saved.")


class ApartView(ChangeView):
    """Says that a request is unwanted mail, or that it is none."""

    def post(self, request, *args, **kwargs):
        consultation = self.consultation
        released = bool(consultation.suspicion)
        consultation.suspicion = "" if released else "team"
        consultation.save(update_fields=["suspicion"])
        action = Access.Action.RELEASED if released else Access.Action.SUSPECTED
        Access.record(request.user, action, consultation)
        return self.changed("It is with the other requests now." if released else "It is kept apart now.")


class TakeView(DeskView, OneRequest, View):
    """Assigns a request to whoever asks."""

    permission_required = CHANGE
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        self.consultation.assigned_to = request.user
        self.consultation.save(update_fields=["assigned_to"])
        Access.record(request.user, Access.Action.CHANGED, self.consultation, detail="assigned to")
        messages.success(request, "It is yours.")
        return redirect(reverse("consultations:request", args=[self.consultation.reference]))
