"""Reviews that are due: which articles, since when, by whom."""

import django_filters
from django import forms
from django.db.models import F, Prefetch
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput

from blog.desk.columns import EXTRA, ArticleColumn, DraftColumn, ReviewColumn, TopicsColumn
from blog.desk.filters import REVIEW, DraftFilterSet, choices_of
from blog.desk.permissions import may_review, may_work_on_articles
from blog.models import ArticlePage, DraftState, TopicPage

from .base import ArticleReport


class ReviewFilterSet(DraftFilterSet):
    review = django_filters.ChoiceFilter(
        method="by_review", choices=choices_of(REVIEW), label="Review", widget=forms.RadioSelect, empty_label="All"
    )
    due_until = django_filters.DateFilter("review_due", lookup_expr="lte", label="Due until", widget=AdminDateInput)

    class Meta:
        model = DraftState
        fields = ["review", "reviewer", "topic", "author", "due_until"]


class ReviewDueReport(ArticleReport):
    """Published articles about health by the day of their next review; those never reviewed come first."""

    model = DraftState
    page_title = "Reviews due"
    header_icon = "calendar-check"
    index_url_name = "article_reports:review_due"
    index_results_url_name = "article_reports:review_due_results"
    filterset_class = ReviewFilterSet
    default_ordering = "review_due"
    verbose_name_plural = "articles"
    export_filename = "reviews-due"
    list_export = ["title", "url", "reviewer", "reviewed_on", "review_due", "days_overdue", "changed", "topics"]
    export_headings = {
        "title": "Article",
        "url": "Address",
        "reviewer": "Reviewer",
        "reviewed_on": "Last reviewed",
        "review_due": "Next review",
        "days_overdue": "Days overdue",
        "changed": "Changed since sign-off",
        "topics": "Topics",
    }
    nothing = "No article about health is published yet."
    explained = (
        "Published articles about health, as their latest draft says. “Changed since sign-off” means that the draft "
        "says something its reviewer has not seen."
    )

    @classmethod
    def may_see(cls, user):
        return may_work_on_articles(user) or may_review(user)

    @cached_property
    def articles(self):
        # Reviewers may not edit an article before it is sent to them, and have to know which are due.
        is_reviewer = may_review(self.request.user)
        return ArticlePage.objects.all() if is_reviewer else super().articles

    @cached_property
    def works_on_articles(self):
        return may_work_on_articles(self.request.user)

    def address(self, state):
        if self.works_on_articles:
            return super().address(state)
        return state.article.get_url(self.request) or ""

    def get_base_queryset(self):
        titles = TopicPage.objects.only("title").order_by("title")
        return (
            self.states.filter(article__live=True, is_clinical=True)
            .select_related("article")
            .defer("article__body", "article__references", "article__related")
            .prefetch_related("author", "reviewer", Prefetch("topics", titles))
        )

    def order_queryset(self, queryset):
        name = self.ordering.removeprefix("-")
        ordered = F(name).desc(nulls_last=True) if self.ordering[0] == "-" else F(name).asc(nulls_first=True)
        return queryset.order_by(ordered, "title", "pk")

    def to_row_dict(self, state):
        overdue = state.days_overdue
        return {
            "title": state.title,
            "url": state.article.get_full_url(self.request) or "",
            "reviewer": state.reviewer.title if state.reviewer else "",
            "reviewed_on": state.reviewed_on,
            "review_due": state.review_due,
            "days_overdue": max(overdue, 0),
            "changed": "" if state.is_review_current else "yes",
            "topics": [topic.title for topic in state.topics.all()],
        }

    @cached_property
    def columns(self):
        def same(state):
            return state

        return [
            ArticleColumn("title", label="Article", of=same, address=self.address, sort_key="title"),
            Column("reviewer", accessor="reviewer.title", sort_key="reviewer__title"),
            DraftColumn("reviewed_on", label="Last reviewed", of=same, sort_key="reviewed_on", classname=EXTRA),
            ReviewColumn("review_due", label="Next review", of=same, sort_key="review_due"),
            TopicsColumn("topics", of=same, classname=EXTRA),
        ]
