"""Articles that compete with each other: the same title, nearly the same, or the same focus phrase."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from blog.desk.columns import ArticleColumn
from blog.models import DraftState
from blog.quality.competing import Named, Reason, competing

from .base import ArticleReport, status

PUBLISHED = [("both", "Both are published"), ("one", "At least one is published")]


@dataclass(frozen=True)
class Row:
    """Two drafts, and why they compete."""

    first: DraftState
    second: DraftState
    reasons: tuple[Reason, ...]
    share: float

    @property
    def why(self) -> str:
        told = [reason.value for reason in self.reasons]
        if Reason.NEAR in self.reasons:
            told[self.reasons.index(Reason.NEAR)] += f" ({self.share:.0%} of their words)"
        if Reason.PHRASE in self.reasons:
            told[self.reasons.index(Reason.PHRASE)] += f": “{self.second.focus_phrase}”"
        return "; ".join(told)


class CompetingFilterSet(WagtailFilterSet):
    """Read by the view, whose rows are no table's."""

    reason = django_filters.ChoiceFilter(
        choices=[(reason.name.lower(), reason.value) for reason in Reason],
        label="Why",
        widget=forms.RadioSelect,
        empty_label="All",
    )
    published = django_filters.ChoiceFilter(
        choices=PUBLISHED, label="Published", widget=forms.RadioSelect, empty_label="All"
    )

    class Meta:
        model = DraftState
        fields = ["reason", "published"]


class CompetingReport(ArticleReport):
    """Articles that compete with another, the same title first; of several alike, each stands beside the first."""

    model = DraftState
    page_title = "Competing titles"
    header_icon = "copy"
    index_url_name = "article_reports:competing"
    index_results_url_name = "article_reports:competing_results"
    filterset_class = CompetingFilterSet
    verbose_name_plural = "competing articles"
    export_filename = "competing-titles"
    export_headings = {
        "first": "Article",
        "first_url": "Address",
        "first_status": "Status",
        "second": "Competes with",
        "second_url": "Its address",
        "second_status": "Its status",
        "why": "Why",
        "share": "Words in common",
    }
    list_export = [*export_headings]
    nothing = "No two articles compete: every title and every focus phrase is its own."
    explained = (
        "Two articles with the same name take readers from each other. Titles are nearly the same if they share four "
        "fifths of their words, small words and endings left out; focus phrases are the same in any order of words. "
        "Give one of them another title or phrase, or make one article of both."
    )

    def get_queryset(self):
        known = {state.article_id: state for state in self._drafts()}
        named = (Named(key, state.title, state.focus_phrase) for key, state in known.items())
        return [
            Row(known[pair.first.key], known[pair.second.key], pair.reasons, pair.share) for pair in competing(named)
        ]

    def _drafts(self):
        heavy = (f"article__{name}" for name in ("body", "references", "related"))
        return self.states.select_related("article").defer(*heavy).order_by("title", "pk")

    def filter_queryset(self, rows):
        if not self.filters or not self.filters.is_valid():
            return rows
        reason, published = (self.filters.form.cleaned_data[name] for name in ("reason", "published"))
        enough = {"both": all, "one": any}.get(published)
        return [
            row
            for row in rows
            if (not reason or Reason[reason.upper()] in row.reasons)
            and (not enough or enough((row.first.article.live, row.second.article.live)))
        ]

    def to_row_dict(self, row):
        return {
            "first": row.first.title,
            "first_url": row.first.article.get_full_url(self.request) or "",
            "first_status": status(row.first),
            "second": row.second.title,
            "second_url": row.second.article.get_full_url(self.request) or "",
            "second_status": status(row.second),
            "why": row.why,
            "share": round(row.share, 2),
        }

    @cached_property
    def columns(self):
        look = {"address": self.address, "shows_slug": True, "width": "35%"}
        return [
            ArticleColumn("first", label="Article", of=lambda row: row.first, **look),
            ArticleColumn("second", label="Competes with", of=lambda row: row.second, **look),
            Column("why", label="Why"),
        ]
