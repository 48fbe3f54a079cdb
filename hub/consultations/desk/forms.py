"""The forms of the desk."""

import datetime as dt

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q

from hub.consultations.forms import TextField
from hub.consultations.models import ConsultationRequest
from hub.consultations.permissions import policy


def team():
    """Return those who may work on requests, by name."""
    users = policy.users_with_any_permission(["change"]).filter(is_active=True)
    return users.order_by("first_name", "last_name", "username").distinct()


def full_name(user) -> str:
    return user.get_full_name() or user.get_username()


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return full_name(obj)


class WorkForm(forms.ModelForm):
    """How a request stands: what was done, whose it is, by when."""

    assigned_to = PersonChoice(label="Assigned to", queryset=None, required=False, empty_label="Nobody yet")

    class Meta:
        model = ConsultationRequest
        fields = ("status", "assigned_to", "due_at")
        labels = {"due_at": "Due"}
        widgets = {"due_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        # Somebody who has left the team stays named where they were assigned.
        keep = Q(pk=self.instance.assigned_to_id) if self.instance.assigned_to_id else Q(pk=None)
        known = set(team().values_list("pk", flat=True))
        self.fields["assigned_to"].queryset = get_user_model().objects.filter(Q(pk__in=known) | keep)

    def clean_due_at(self):
        due = self.cleaned_data["due_at"]
        if due and "due_at" in self.changed_data and abs(due - self.instance.received_at) > dt.timedelta(days=730):
            raise forms.ValidationError("That is more than two years away.")
        return due


class NoteForm(forms.Form):
    text = TextField(
        label="Add a note",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write something first."},
    )


class PersonForm(forms.Form):
    person = forms.CharField(
        label="Name, e-mail address or telephone number",
        help_text="Part of a name is enough; of a number, the last six digits.",
        min_length=2,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
