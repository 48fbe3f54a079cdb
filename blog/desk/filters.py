"""Filters of lists and reports, all asked of the latest draft."""

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from wagtail.admin.filters import WagtailFilterSet

from blog.models import DraftState, PersonPage, TopicPage

#: Digits of the largest primary key.
LONGEST_KEY = 18
#: By the value in the address: what is shown, and how states are narrowed.
REVIEW = {
    "overdue": ("Overdue", lambda states: states.overdue()),
    "30": ("Due within 30 days", lambda states: states.due_within(30)),
    "90": ("Due within 90 days", lambda states: states.due_within(90)),
    "never": ("Never reviewed", lambda states: states.never_reviewed()),
    "undated": ("Reviewed, without a next date", lambda states: states.undated()),
    "changed": ("Changed since sign-off", lambda states: states.changed_since()),
}
FINDINGS = {
    "must": ("Something must be fixed", Q(must__gt=0)),
    "should": ("Something should be fixed", Q(should__gt=0)),
    "clean": ("Nothing to fix", Q(must=0, should=0)),
}


def choices_of(table: dict) -> list[tuple[str, str]]:
    return [(value, label) for value, (label, _) in table.items()]


def authors(request):
    return _named("author")


def reviewers(request):
    return _named("reviewer")


def _named(role: str):
    states = DraftState.objects.exclude(**{role: None}).values(role)
    return PersonPage.objects.filter(pk__in=states).only("title").order_by("title")


def topics(request):
    return TopicPage.objects.filter(pk__in=DraftState.topics.through.objects.values("topicpage")).order_by("title")


class _Ticks(django_filters.fields.ModelMultipleChoiceField):
    def _check_values(self, value):
        if any(len(str(one)) > LONGEST_KEY for one in value):
            # SQLite fails at a number that is larger than any key.
            raise ValidationError(self.error_messages["invalid_list"], code="invalid_list")
        return super()._check_values(value)


class TitledChoices(django_filters.ModelMultipleChoiceFilter):
    """Ticks, one for each page."""

    field_class = _Ticks

    def __init__(self, **kwargs):
        super().__init__(widget=forms.CheckboxSelectMultiple, method="of_draft", **kwargs)


class DraftFilterSet(WagtailFilterSet):
    """Narrows rows by their drafts: ``row`` leads from a row to what the field ``by`` of its state is."""

    row, by = "pk", "pk"

    topic = TitledChoices(queryset=topics, label="Topic")
    author = TitledChoices(queryset=authors, label="Author")
    reviewer = TitledChoices(queryset=reviewers, label="Reviewer")

    def narrowed(self, rows, states):
        return rows.filter(**{f"{self.row}__in": states.values(self.by)})

    def of_draft(self, rows, name, value):
        field = "topics" if name == "topic" else name
        return self.narrowed(rows, DraftState.objects.filter(**{f"{field}__in": value})) if value else rows

    def by_review(self, rows, name, value):
        return self.narrowed(rows, REVIEW[value][1](DraftState.objects.all()))

    def by_findings(self, rows, name, value):
        return self.narrowed(rows, DraftState.objects.filter(FINDINGS[value][1]))
