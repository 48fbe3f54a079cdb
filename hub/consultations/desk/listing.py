"""The list of requests. It shows nothing that people wrote, so that looking through it is no reading."""

import django_filters
from django.db.models import Case, IntegerField, Value, When
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from hub.consultations.models import ConsultationRequest, Notice, Status

from .base import DeskView
from .forms import full_name, team
from .state import unreadable_count

NOBODY, MINE = "nobody", "mine"


class RequestFilters(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(choices=Status.choices, label="Status")
    assigned = django_filters.ChoiceFilter(label="Assigned to", method="filter_assigned", empty_label="Anybody")
    late = django_filters.ChoiceFilter(
        label="Waiting", choices=[("true", "Waits too long")], method="filter_late", empty_label="All"
    )
    apart = django_filters.ChoiceFilter(
        label="Kept apart", choices=[("true", "Looks like unwanted mail")], method="filter_apart", empty_label="No"
    )

    class Meta:
        model = ConsultationRequest
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), full_name(user)) for user in team()]
        self.filters["assigned"].extra["choices"] = [(MINE, "Me"), (NOBODY, "Nobody"), *people]

    def filter_assigned(self, queryset, name, value):
        if value == NOBODY:
            return queryset.filter(assigned_to=None)
        return queryset.filter(assigned_to=self.request.user.pk if value == MINE else value)

    def filter_late(self, queryset, name, value):
        return queryset.waiting_too_long() if value else queryset

    def filter_apart(self, queryset, name, value):
        # The view leaves suspected ones out where this is not asked for.
        return queryset


def listed(parameters):
    """Return the requests a list shows: those kept apart, or all others; open ones first, the most urgent on top."""
    everything = ConsultationRequest.objects.sealed().select_related("assigned_to", "came_from")
    chosen = everything.suspected() if parameters.get("apart") else everything.trusted()
    settled = Case(
        When(status__in=(Status.NEW, Status.CONTACTED), then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return chosen.annotate(is_settled=settled)


ORDER = ("is_settled", "due_at", "-received_at", "-pk")


class DueColumn(DateColumn):
    cell_template_name = "consultations/desk/due_cell.html"


class StateColumn(StatusTagColumn):
    def get_primary(self, instance):
        return instance.status == Status.NEW


class IndexView(DeskView, BaseListingView):
    """All requests that the filters leave."""

    page_title = "Requests for help"
    template_name = "consultations/desk/index.html"
    results_template_name = "consultations/desk/index_results.html"
    index_url_name = "consultations:index"
    index_results_url_name = "consultations:index_results"
    filterset_class = RequestFilters
    paginate_by = 50
    is_searchable = False
    default_ordering = ORDER
    verbose_name_plural = "requests"
    columns = [
        TitleColumn(
            "reference", label="Request", get_url=lambda one: reverse("consultations:request", args=[one.reference])
        ),
        StateColumn("status", label="Status", accessor="get_status_display", sort_key="status"),
        DateColumn("received_at", label="Received", sort_key="received_at"),
        DueColumn("due_at", label="Due", sort_key="due_at"),
        Column("contact_by", label="Wants a", accessor="get_contact_by_display"),
        Column(
            "assigned_to",
            label="Assigned to",
            accessor=lambda one: full_name(one.assigned_to) if one.assigned_to else "–",
        ),
        Column("came_from", label="Came from", accessor=lambda one: one.came_from.title if one.came_from else "–"),
    ]

    def get_base_queryset(self):
        return listed(self.request.GET)

    def get_breadcrumbs_items(self):
        return self.breadcrumbs_items[:1] + [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "unreadable": unreadable_count(),
            "kept_apart": ConsultationRequest.objects.suspected().count(),
            "shows_apart": bool(self.request.GET.get("apart")),
            "failed": Notice.objects.failed().count(),
            "query": self.request.GET.urlencode(),
        }
