"""The list of articles: who writes and reviews each, what it is about, when it is reviewed again, what is to be mended.

The same columns stand below the article index in the explorer, where topics are listed too.
"""

import django_filters
from django import forms
from django.db.models import F, IntegerField, OuterRef, Prefetch, Subquery
from django.db.models.functions import Cast
from django.forms import Media
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn, PageTypeColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet, IndexView, PageFilterSet
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.models import Page, WorkflowState

from blog.models import ArticlePage, DraftState, TopicPage
from blog.quality.keeping import follow
from hub.core.spreadsheets import InertSpreadsheets

from .columns import EXTRA, CountsColumn, DraftColumn, ReviewColumn, TopicsColumn
from .filters import FINDINGS, REVIEW, DraftFilterSet, choices_of

STATES = [("draft", "Draft"), ("live", "Published"), ("review", "In a workflow")]
#: What a list is sorted by, by the name in its address: fields of the draft's state.
SORTED_BY = {
    "author": ["author__title"],
    "reviewer": ["reviewer__title"],
    "review_due": ["review_due"],
    "findings": ["must", "should"],
}


class ArticleFilterSet(DraftFilterSet, PageFilterSet):
    by = "article"
    # Wagtail's own for pages of all kinds: no article has pages below it.
    site = has_child_pages = None

    review = django_filters.ChoiceFilter(
        method="by_review", choices=choices_of(REVIEW), label="Review", widget=forms.RadioSelect, empty_label="All"
    )
    findings = django_filters.ChoiceFilter(
        method="by_findings",
        choices=choices_of(FINDINGS),
        label="Findings",
        widget=forms.RadioSelect,
        empty_label="All",
    )
    state = django_filters.ChoiceFilter(
        method="by_state", choices=STATES, label="State", widget=forms.RadioSelect, empty_label="All"
    )

    class Meta:
        model = Page
        fields = ["state", "topic", "author", "reviewer", "review", "findings"]

    def by_state(self, rows, name, value):
        if value != "review":
            return rows.filter(live=value == "live")
        states = WorkflowState.objects.active().annotate(key=Cast("object_id", IntegerField()))
        return rows.filter(pk__in=states.filter(base_content_type__model="page").values("key"))


class ExplorerFilterSet(ArticleFilterSet, GenericPageFilterSet):
    """With the page type: topics stand beside articles."""

    site = has_child_pages = None


def state_of(page) -> DraftState | None:
    return getattr(page, "shown_state", None)


class ArticleList(InertSpreadsheets):
    """What the three lists have in common: columns, filters, and the drafts' states in three queries a page."""

    base_columns = columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Title", sort_key="title", classname="title article-report__title"),
        DraftColumn(
            "author", of=state_of, classname=EXTRA, accessor="author.title", sort_key="author", only_unsearched=True
        ),
        DraftColumn(
            "reviewer",
            of=state_of,
            classname=EXTRA,
            accessor="reviewer.title",
            sort_key="reviewer",
            only_unsearched=True,
        ),
        TopicsColumn("topics", of=state_of, classname=EXTRA),
        ReviewColumn("review_due", label="Next review", of=state_of, sort_key="review_due", only_unsearched=True),
        CountsColumn("findings", of=state_of, accessor="must", sort_key="findings", only_unsearched=True),
        DateColumn(
            "latest_revision_created_at", label="Updated", sort_key="latest_revision_created_at", classname=EXTRA
        ),
        PageStatusColumn("status", label="Status", sort_key="live"),
    ]
    filterset_class = ArticleFilterSet
    export_filename = "articles"
    export_headings = {
        "title": "Article",
        "url": "Address",
        "status": "Status",
        "author": "Author",
        "reviewer": "Reviewer",
        "topics": "Topics",
        "reviewed_on": "Last reviewed",
        "review_due": "Next review",
        "must": "Must be fixed",
        "should": "Should be fixed",
        "words": "Words",
        "grade": "School grade",
        "updated": "Updated",
    }
    list_export = [*export_headings]

    def get_valid_orderings(self):
        valid = super().get_valid_orderings()
        return [name for name in valid if not (self.is_searching and name.removeprefix("-") in SORTED_BY)]

    def order_queryset(self, queryset):
        name = (self.ordering or "").removeprefix("-")
        if name not in SORTED_BY:
            return super().order_queryset(queryset)
        states = DraftState.objects.filter(article=OuterRef("pk"))
        queryset = queryset.alias(
            **{f"by_{field}": Subquery(states.values(field)[:1]) for field in SORTED_BY[name]},
        )
        is_last = {"nulls_last": True}
        fields = [F(f"by_{field}") for field in SORTED_BY[name]]
        ordered = [field.desc(**is_last) if self.ordering[0] == "-" else field.asc(**is_last) for field in fields]
        return queryset.order_by(*ordered, "title", "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["media"] += Media(css={"all": [versioned_static("blog/desk/reports.css")]})
        self.show_states(context["object_list"])
        return context

    def show_states(self, pages) -> None:
        """Give each page of a list the state of its draft as ``shown_state``."""
        states = DraftState.objects.filter(article__in=[page.pk for page in pages]).prefetch_related(
            "author", "reviewer", Prefetch("topics", TopicPage.objects.only("title").order_by("title"))
        )
        found = {state.article_id: state for state in states}
        for page in pages:
            page.shown_state = found.get(page.pk)
        unseen = any(isinstance(page, ArticlePage) and not page.shown_state for page in pages)
        if unseen or any(state.is_due for state in found.values()):
            follow()

    def to_row_dict(self, page):
        state = state_of(page) or DraftState(
            title=page.draft_title or page.title, must=None, should=None, words=None, grade=None
        )
        topics = state.topics.all() if state.pk else []
        return {
            "title": state.title,
            "url": page.get_full_url(self.request) or "",
            "status": str(page.status_string),
            "author": state.author.title if state.author else "",
            "reviewer": state.reviewer.title if state.reviewer else "",
            "topics": [topic.title for topic in topics],
            "reviewed_on": state.reviewed_on,
            "review_due": state.review_due,
            "must": state.must,
            "should": state.should,
            "words": state.words,
            "grade": state.grade,
            "updated": page.latest_revision_created_at and timezone.localdate(page.latest_revision_created_at),
        }


class ArticleIndexView(ArticleList, IndexView):
    """All articles, wherever they stand, the last changed first."""

    page_title = "Articles"
    results_template_name = "blog/desk/articles_results.html"
    default_ordering = "-latest_revision_created_at"


class ArticleUseView(ArticleList, ContentTypeUseView):
    """The same, where Wagtail lists all pages of a type."""

    results_template_name = ArticleIndexView.results_template_name


class ArticleExplorerView(ArticleList, ExplorableIndexView):
    """What stands below an article index: articles, and the topics between them."""

    model = Page
    filterset_class = ExplorerFilterSet

    @cached_property
    def columns(self):
        status = ArticleList.columns[-1]
        return [*ArticleList.columns[:-1], PageTypeColumn("type", accessor="page_type_display_name"), status]
