"""Links out: which addresses outside this site fail, since when, and where they stand."""

from datetime import timedelta

import django_filters
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Case, IntegerField, Max, Min, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from hub.core.spreadsheets import InertSpreadsheets
from hub.outbound.models import STATES, LinkPlace, OutboundLink

from .permissions import links_for, may_see

LEFT, MOVED = "left", "moved"
#: Places named in a row; the spreadsheet names all.
SHOWN = 4
#: Digits of the largest primary key.
LONGEST_KEY = 18
#: How long nothing may come of a daily check before the report says so.
STALLED = timedelta(days=2)


def _topics(request):
    return apps.get_model("blog.TopicPage").objects.order_by("title")


class _OneTopic(django_filters.fields.ModelChoiceField):
    def to_python(self, value):
        if len(str(value or "")) > LONGEST_KEY:
            # SQLite fails at a number that is larger than any key.
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return super().to_python(value)


class _TopicFilter(django_filters.ModelChoiceFilter):
    field_class = _OneTopic


class LinkFilterSet(WagtailFilterSet):
    found = django_filters.ChoiceFilter(
        label="Found",
        method="only",
        choices=[*STATES, (MOVED, "Moved for good"), (LEFT, "Said to be fine")],
    )
    url = django_filters.CharFilter(lookup_expr="icontains", label="Address holds")
    page = django_filters.CharFilter(method="on_page", label="On a page whose title holds")
    topic = _TopicFilter(queryset=_topics, method="about", label="On articles about")

    class Meta:
        model = OutboundLink
        fields = ["found", "url", "page", "topic"]

    def only(self, queryset, name, value):
        if value == MOVED:
            return queryset.exclude(moved_to="")
        if value == LEFT:
            return queryset.exclude(left_as="")
        return queryset.filter(state=value, left_as="")

    def on_page(self, queryset, name, value):
        return queryset.filter(pk__in=LinkPlace.objects.filter(page__title__icontains=value).values("link"))

    def about(self, queryset, name, value):
        return queryset.filter(pk__in=LinkPlace.objects.filter(page__articlepage__topics=value).values("link"))


def edit_address(place: LinkPlace) -> str:
    """Return the admin's address of the field that a link stands in."""
    kind, _, key = place.holder.partition(":")
    if kind == "page":
        address = reverse("wagtailadmin_pages:edit", args=[key])
    elif kind == "invitation":
        address = reverse("wagtailsnippets_core_invitation:edit", args=[key])
    else:
        return reverse("wagtailsettings:edit", args=["core", kind, key])
    return f"{address}#:w:contentpath={place.path}"


def holder_of(place: LinkPlace) -> str:
    """Return what holds a link, in words."""
    return place.page.get_admin_display_title() if place.page else place.title


class CellColumn(Column):
    """A column with a template of ours, to which a row brings all that it shows."""

    def __init__(self, name, *, template, **kwargs):
        super().__init__(name, **kwargs)
        self.cell_template_name = f"outbound/desk/{template}.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"request": parent_context.get("request")}


class LinkReport(InertSpreadsheets, ReportView):
    """Links out, the broken ones first, then those that have failed for longest."""

    model = OutboundLink
    page_title = "Links out"
    header_icon = "link-external"
    index_url_name = "links_out"
    index_results_url_name = "links_out_results"
    filterset_class = LinkFilterSet
    is_searchable = False
    default_ordering = ["rank", "failing_since", "url"]
    paginate_by = 50
    template_name = "outbound/desk/links.html"
    results_template_name = "outbound/desk/links_results.html"
    list_export = [
        "url",
        "found",
        "status",
        "reason",
        "failing_since",
        "failures",
        "moved_to",
        "checked_at",
        "due_at",
        "left_because",
        "stands_on",
    ]
    export_headings = {
        "url": "Address",
        "found": "Found",
        "failing_since": "Failing since",
        "failures": "Failures in a row",
        "moved_to": "Moved for good to",
        "left_because": "Said to be fine because",
        "stands_on": "Stands on",
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        order = [When(~Q(left_as=""), then=Value(len(STATES)))]
        order += [When(state=state, then=Value(rank)) for rank, (state, _) in enumerate(STATES)]
        rank = Case(*order, default=Value(len(STATES)), output_field=IntegerField())
        return links_for(self.request.user).select_related("left_by").annotate(rank=rank)

    def order_queryset(self, queryset):
        # What is equal needs an order too, else a row may stand on two pages of the list, or on none.
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "url")

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | _stalled()

    def to_row_dict(self, item):
        item.found = item.get_state_display()
        item.stands_on = "; ".join(f"{holder_of(place)} ({place.label})" for place in item.shown_places)
        return super().to_row_dict(item)

    @cached_property
    def columns(self):
        return [
            CellColumn("url", label="Address", template="address_cell", sort_key="url", width="34%"),
            CellColumn("state", label="Found", template="state_cell", sort_key="rank", width="22%"),
            CellColumn("places", label="Stands on", template="places_cell", accessor=_places, width="24%"),
            CellColumn("actions", label="Actions", template="actions_cell", accessor="pk", width="20%"),
        ]


def _stalled() -> dict:
    """Return whether links have been due for days and none was checked, and when the last one was, None for never."""
    known = OutboundLink.objects.aggregate(due=Min("due_at"), checked=Max("checked_at"))
    bound = timezone.now() - STALLED
    is_stalled = bool(known["due"]) and known["due"] < bound and (known["checked"] is None or known["checked"] < bound)
    return {"is_stalled": is_stalled, "checked_last": known["checked"]}


def _places(link: OutboundLink) -> dict:
    """Return the places of a row as its cell shows them: the first of each holder, and how many more there are."""
    by_holder = {place.holder: place for place in reversed(link.shown_places)}
    first = [
        {"title": holder_of(place), "label": place.label, "text": place.text, "edit": edit_address(place)}
        for place in reversed(by_holder.values())
    ]
    return {"first": first[:SHOWN], "more": len(first) - SHOWN}
