"""What readers look for and what they do not find, and from there to a synonym, a promoted result or a new draft."""

import django_filters
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Q, Sum
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from blog.models import ArticleIndexPage, ArticlePage
from hub.core.spreadsheets import InertSpreadsheets
from search.counting import SEEN_OFTEN
from search.models import Phrase, Promotion, SynonymSet
from search.query import cleaned

from .permissions import may_read_phrases


class PhraseFilterSet(WagtailFilterSet):
    found_nothing = django_filters.BooleanFilter(label="Found nothing")
    since = django_filters.DateFilter("week", lookup_expr="gte", label="From the week of")

    class Meta:
        model = Phrase
        fields = ["found_nothing"]


class PhraseColumn(Column):
    cell_template_name = "search/desk/phrase_cell.html"


class WaysOnColumn(Column):
    """Links and a button for what ``user`` may do about a phrase."""

    cell_template_name = "search/desk/ways_on_cell.html"

    def __init__(self, name, *, user, **kwargs):
        super().__init__(name, **kwargs)
        self.context = {
            "may_add_synonyms": user.has_perm("search.add_synonymset"),
            "may_promote": user.has_perm("search.add_promotion"),
            "may_draft": place_for_drafts(user) is not None,
            "synonyms_url": reverse(SynonymSet.snippet_viewset.get_url_name("add")),
            "promotion_url": reverse(Promotion.snippet_viewset.get_url_name("add")),
        }

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context.get("request")
        return super().get_cell_context_data(instance, parent_context) | self.context | {"request": request}


class PhraseReport(InertSpreadsheets, ReportView):
    """Phrases that several searches had in common, most searched first."""

    model = Phrase
    page_title = "What readers look for"
    header_icon = "search"
    index_url_name = "search_phrases"
    index_results_url_name = "search_phrases_results"
    filterset_class = PhraseFilterSet
    is_searchable = False
    default_ordering = ["-searches", "text"]
    list_export = ["text", "searches", "last", "nothing"]
    export_headings = {"text": "Phrase", "last": "Last in the week of", "nothing": "Weeks with nothing found"}
    template_name = "search/desk/phrases.html"

    def dispatch(self, request, *args, **kwargs):
        if not may_read_phrases(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return (
            Phrase.objects.order_by()
            .values("text")
            .annotate(searches=Sum("times"), last=Max("week"), nothing=Count("pk", filter=Q(found_nothing=True)))
        )

    def order_queryset(self, queryset):
        # What is equal needs an order too, else a row may stand on two pages of the list, or on none.
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "text")

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"seen_often": SEEN_OFTEN}

    @cached_property
    def columns(self):
        return [
            PhraseColumn("text", label="Phrase"),
            Column("searches", label="Searches", sort_key="searches"),
            Column("last", label="Last in the week of", sort_key="last"),
            WaysOnColumn("ways_on", label="What to do about it", accessor="text", user=self.request.user),
        ]


def place_for_drafts(user) -> ArticleIndexPage | None:
    """Return the first index that ``user`` may add an article to."""
    indexes = ArticleIndexPage.objects.order_by("path")
    return next((index for index in indexes if index.permissions_for_user(user).can_add_subpage()), None)


@require_POST
def draft(request):
    """Begin an article about a phrase that readers look for, and open it."""
    title = cleaned(request.POST.get("phrase", ""))[:200]
    index = place_for_drafts(request.user)
    if not may_read_phrases(request.user) or index is None:
        raise PermissionDenied
    if not title:
        messages.error(request, "There is no phrase to begin an article with.")
        return redirect("search_phrases")
    article = ArticlePage(title=title[:1].upper() + title[1:], live=False, owner=request.user)
    index.add_child(instance=article)
    article.save_revision(user=request.user, log_action=True)
    messages.success(request, f"A draft about “{title}” is begun. Nobody but you and your colleagues sees it yet.")
    return redirect("wagtailadmin_pages:edit", quote(article.pk))
