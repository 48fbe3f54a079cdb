"""Addresses not found: what was asked for, how often, and one click to lead it to a page."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.contrib.redirects import views as redirect_views
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from hub.addresses.counting import flush
from hub.addresses.history import roots
from hub.addresses.models import MissingAddress
from hub.core.spreadsheets import InertSpreadsheets

from .suggesting import MOST_PAGES, Atlas, places

ADD = "wagtailredirects.add_redirect"


class MissingFilterSet(WagtailFilterSet):
    path = django_filters.CharFilter(lookup_expr="icontains", label="Address holds")
    hits = django_filters.NumberFilter(lookup_expr="gte", label="Asked for at least")
    last_seen = django_filters.DateFilter(lookup_expr="gte", label="Last asked for since")
    gone = django_filters.BooleanFilter("gone_on", lookup_expr="isnull", exclude=True, label="A page was deleted there")
    is_dismissed = django_filters.BooleanFilter(label="Dismissed")

    class Meta:
        model = MissingAddress
        fields = ["path", "hits", "last_seen", "gone", "is_dismissed"]


class AddressColumn(Column):
    """The address, and what is known of it; ``withdrawn`` returns the page that stands there unpublished, or None."""

    cell_template_name = "addresses/desk/address_cell.html"

    def __init__(self, name, *, withdrawn, **kwargs):
        super().__init__(name, **kwargs)
        self.withdrawn = withdrawn

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"withdrawn": self.withdrawn(instance)}


class WayColumn(Column):
    """The suggested page and the buttons; ``suggest`` returns a Place for a row, or None."""

    cell_template_name = "addresses/desk/way_cell.html"

    def __init__(self, name, *, suggest, **kwargs):
        super().__init__(name, **kwargs)
        self.suggest = suggest

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"suggested": self.suggest(instance), "request": parent_context.get("request")}


def _day(row) -> str:
    return date_format(row.last_seen, "j M Y")


class MissingReport(InertSpreadsheets, ReportView):
    """Addresses that were asked for and not found, most asked for first."""

    model = MissingAddress
    page_title = "Addresses not found"
    header_icon = "redirect"
    index_url_name = "addresses_missing"
    index_results_url_name = "addresses_missing_results"
    filterset_class = MissingFilterSet
    is_searchable = False
    default_ordering = ["-hits", "-last_seen", "path"]
    paginate_by = 50
    list_export = ["path", "hits", "first_seen", "last_seen", "linked_from", "gone_title", "gone_on", "suggestion"]
    export_headings = {"path": "Address", "hits": "Asked for", "gone_title": "Deleted page", "suggestion": "Nearest"}
    template_name = "addresses/desk/missing.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(ADD):
            raise PermissionDenied
        # What was noted by this very process is shown at once.
        flush()
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        rows = MissingAddress.objects.select_related("site")
        return rows if self.request.GET.get("is_dismissed") else rows.filter(is_dismissed=False)

    @cached_property
    def _known(self):
        return {root.site_id: Atlas(places(root)) for root in roots()}

    @cached_property
    def _unpublished(self):
        """Pages that stand somewhere and are not public, by site and address."""
        sites = roots()
        pages = Page.objects.filter(live=False, depth__gt=2).order_by("-pk")[:MOST_PAGES]
        return {
            (root.site_id, here.lower()): page
            for page in pages
            for root in sites
            if (here := root.address(page.url_path))
        }

    def withdrawn(self, row):
        return self._unpublished.get((row.site_id, row.path))

    def suggest(self, row):
        atlas = self._known.get(row.site_id)
        return atlas.nearest(row.path, row.gone_title) if atlas else None

    def to_row_dict(self, item):
        place = self.suggest(item)
        item.suggestion = f"{place.address}/" if place else ""
        return super().to_row_dict(item)

    @cached_property
    def columns(self):
        return [
            AddressColumn("path", label="Address", sort_key="path", withdrawn=self.withdrawn),
            Column("hits", label="Asked for", sort_key="hits", width="8%"),
            # Counted by the day: "18 hours ago" would claim to know more.
            Column("last_seen", label="Last", accessor=_day, sort_key="last_seen", width="12%"),
            WayColumn("way", label="Where it should lead", accessor="path", suggest=self.suggest, width="44%"),
        ]


class RedirectFromView(redirect_views.CreateView):
    """Wagtail's own form for a redirect, with the address filled in."""

    def get_initial(self):
        return {**super().get_initial(), "old_path": self.request.GET.get("old_path", "")[:255]}

    def get_add_url(self):
        # Sent to Wagtail's own view, which is the same but for this.
        return reverse("wagtailredirects:add")


def _back(request):
    address = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return redirect(address if own else "addresses_missing")


@require_POST
def lead(request, pk):
    """Redirect an address that was not found to the page that the button named."""
    row = _row(request, pk)
    page = get_object_or_404(Page, pk=request.POST.get("page"), live=True) if _is_number(request) else None
    if page is None:
        messages.error(request, "Choose a page that the address should lead to.")
        return _back(request)
    made, is_new = Redirect.objects.get_or_create(
        old_path=row.path, site_id=row.site_id, defaults={"redirect_page": page}
    )
    if not is_new:
        made.redirect_page, made.redirect_link = page, ""
        made.save()
    messages.success(
        request,
        f"“{row.path}” leads to “{page.get_admin_display_title()}” from now on.",
        buttons=[messages.button(reverse("wagtailredirects:edit", args=[made.pk]), "Change")],
    )
    return _back(request)


def _is_number(request) -> bool:
    key = request.POST.get("page", "")
    return key.isascii() and key.isdecimal() and len(key) < 19


@require_POST
def dismiss(request, pk):
    """Take an address from the list, or put it back; it is counted all the same."""
    row = _row(request, pk)
    row.is_dismissed = not row.is_dismissed
    row.save(update_fields=["is_dismissed"])
    messages.success(request, f"“{row.path}” is {'dismissed' if row.is_dismissed else 'back on the list'}.")
    return _back(request)


def _row(request, pk):
    if not request.user.has_perm(ADD):
        raise PermissionDenied
    return get_object_or_404(MissingAddress, pk=pk)
