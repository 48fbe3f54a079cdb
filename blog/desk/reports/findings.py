"""What the rules of quality find in all latest drafts, one row a finding."""

from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Count, Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.widgets import BooleanRadioSelect

from blog.desk.columns import EXTRA, ArticleColumn, DraftColumn
from blog.desk.filters import DraftFilterSet
from blog.models import DraftFinding, DraftState, TopicPage
from blog.models.states import named
from blog.quality.findings import Severity
from blog.quality.rules import RULES

from .base import ArticleReport, status

#: What editors come for: label, icon, and the rules or the severity it stands for.
VIEWS = [
    ("Must be fixed", "warning", {"severity": [Severity.MUST.value]}),
    ("Quotes to check", "openquote", {"rule": ["quote-without-speaker", "quote-not-checked"]}),
    ("Missing descriptions", "search", {"rule": ["description-missing"]}),
    ("Alternative texts", "image", {"rule": ["picture-without-alt", "alt-says-nothing"]}),
    ("Links inside the site", "link", {"rule": ["broken-link", "few-links", "orphan"]}),
]


def _rules() -> list:
    """All rules for a choice, by group."""
    groups: dict[str, list] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append((rule.id, named(rule.id)))
    return list(groups.items())


class FindingFilterSet(DraftFilterSet):
    row = "state"

    severity = django_filters.MultipleChoiceFilter(
        choices=DraftFinding._meta.get_field("severity").choices, widget=forms.CheckboxSelectMultiple, label="Severity"
    )
    rule = django_filters.MultipleChoiceFilter(choices=_rules(), widget=forms.CheckboxSelectMultiple, label="Rule")
    live = django_filters.BooleanFilter("state__article__live", label="Published", widget=BooleanRadioSelect)
    title = django_filters.CharFilter("state__title", lookup_expr="icontains", label="Title holds")

    class Meta:
        model = DraftFinding
        fields = ["severity", "rule", "topic", "author", "reviewer", "live", "title"]


class PlaceColumn(DraftColumn):
    """The block or field, leading to it in the editor."""

    cell_template_name = "blog/desk/reports/place_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"address": place_address(instance)}


class FindingColumn(DraftColumn):
    cell_template_name = "blog/desk/reports/finding_cell.html"


def place_address(finding: DraftFinding) -> str:
    """Return where in the editor a finding is mended."""
    edit = reverse("wagtailadmin_pages:edit", args=[finding.state.article_id])
    if finding.block:
        return f"{edit}#block-{finding.block}-section"
    return f"{edit}#quality-{finding.field}" if finding.field else edit


class FindingsReport(ArticleReport):
    """What is to be mended, worst first."""

    model = DraftFinding
    page_title = "Quality of articles"
    header_icon = "clipboard-list"
    index_url_name = "article_reports:findings"
    index_results_url_name = "article_reports:findings_results"
    filterset_class = FindingFilterSet
    default_ordering = "severity"
    verbose_name_plural = "findings"
    export_filename = "article-findings"
    export_headings = {
        "article": "Article",
        "url": "Address",
        "status": "Status",
        "author": "Author",
        "topics": "Topics",
        "severity": "Severity",
        "rule": "Rule",
        "where": "Where",
        "excerpt": "Excerpt",
        "message": "Message",
        "checked_at": "As of",
    }
    list_export = [*export_headings]
    template_name = "blog/desk/reports/findings.html"
    nothing = "Nothing is to be mended: the rules find nothing in any article."
    explained = (
        "What the rules find in the latest draft of each article, published or not, without what somebody has chosen "
        "to leave. A rule names twelve places of an article at most: more show once these are mended."
    )

    def get_base_queryset(self):
        return DraftFinding.objects.filter(state__in=self.states)

    def decorate_paginated_queryset(self, rows):
        """Give each row its state, which is fetched once, however many findings are its own."""
        heavy = (f"article__{name}" for name in ("body", "references", "related"))
        states = DraftState.objects.select_related("article").defer(*heavy).prefetch_related("author")
        if self.is_export:
            states = states.prefetch_related(Prefetch("topics", TopicPage.objects.only("title").order_by("title")))
        # Not by prefetching: that asks SQLite for each of them with an OR, of which it takes no more than a thousand.
        found = states.in_bulk({row.state_id for row in rows})
        for row in rows:
            row.state = found[row.state_id]
        return rows

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "state__title", "state", "place")

    @cached_property
    def views(self) -> list[dict]:
        """Ready-made filters with how many findings each shows."""
        rows = DraftFinding.objects.filter(state__in=self.states)
        counts = list(rows.order_by().values("severity", "rule").annotate(times=Count("pk")))
        asked = {name: set(self.request.GET.getlist(name)) for name in ("severity", "rule")}
        found = []
        for label, icon, only in VIEWS:
            (name, values), *_ = only.items()
            number = sum(row["times"] for row in counts if row[name] in values)
            address = f"{self.index_url}?{urlencode(only, doseq=True)}"
            is_shown = {name: values for name, values in asked.items() if values} == {name: set(values)}
            found.append({"label": label, "icon": icon, "count": number, "url": address, "is_shown": is_shown})
        return found

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"views": self.views}

    def to_row_dict(self, finding):
        state = finding.state
        return {
            "article": state.title,
            "url": state.article.get_full_url(self.request) or "",
            "status": status(state),
            "author": state.author.title if state.author else "",
            "topics": [topic.title for topic in state.topics.all()],
            "severity": finding.severity,
            "rule": finding.rule,
            "where": finding.where,
            "excerpt": finding.excerpt,
            "message": finding.message,
            "checked_at": timezone.localtime(state.checked_at).replace(tzinfo=None, microsecond=0),
        }

    @cached_property
    def columns(self):
        def state(finding) -> DraftState:
            return finding.state

        return [
            FindingColumn("severity", label="Finding", of=state, sort_key="severity"),
            PlaceColumn("where", of=state, accessor="where"),
            ArticleColumn("title", label="Article", of=state, address=self.address, sort_key="state__title"),
            DraftColumn(
                "author",
                of=state,
                accessor="author.title",
                classname=EXTRA,
                sort_key="state__author__title",
            ),
        ]
