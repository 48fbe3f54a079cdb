"""Suggestions for a form as it stands, and the report of who links to whom."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from blog.desk.filters import DraftFilterSet
from blog.linking.advising import Advice, Draft, links_from, links_here
from blog.linking.inbound import links_to, with_link_counts
from blog.models import ArticleIndexPage, ArticlePage
from hub.core.spreadsheets import InertSpreadsheets


def may_write(user, article=None) -> bool:
    """Say whether somebody may edit ``article``, or add one."""
    if article is not None:
        return article.permissions_for_user(user).can_edit()
    return any(index.permissions_for_user(user).can_add_subpage() for index in ArticleIndexPage.objects.all())


@require_POST
def suggest_links(request):
    """Answer the form of an article, as it stands, with links it should have and places that should link to it."""
    key = request.POST.get("page_key", "")
    known = key.isascii() and key.isdecimal() and len(key) < 19
    article = get_object_or_404(ArticlePage, pk=key) if known else None
    if not may_write(request.user, article):
        raise PermissionDenied
    body = ArticlePage._meta.get_field("body").stream_block
    draft = Draft(
        key=article.pk if article else None,
        title=request.POST.get("title", "")[:255],
        standfirst=request.POST.get("standfirst", "")[:1000],
        children=_children(body, request),
    )
    return JsonResponse(
        {
            "links": [_link(one) for one in links_from(draft)],
            "here": [_place(one) for one in links_here(draft)],
            "inbound": links_to(article.pk) if article else 0,
        }
    )


def _children(body, request) -> list[dict]:
    """Return the form's body in its stored form; an empty one where the form holds none."""
    if "body-count" not in request.POST:
        return []
    try:
        return body.get_prep_value(body.value_from_datadict(request.POST, request.FILES, "body"))
    except (KeyError, TypeError, ValueError):
        # Half a form, or a text that is no editor's: there is nothing to suggest for it.
        return []


def _place(one: Advice) -> dict:
    return {
        "title": one.article.title,
        "edit": reverse("wagtailadmin_pages:edit", args=[one.article.pk]),
        "phrase": one.suggestion.phrase,
        "before": one.suggestion.before,
        "after": one.suggestion.after,
    }


def _link(one: Advice) -> dict:
    parent = one.article.get_parent()
    return {**_place(one), "id": one.article.pk, "url": one.article.url, "parentId": parent.pk if parent else None}


class LinkFilterSet(DraftFilterSet):
    by = "article"

    title = django_filters.CharFilter(lookup_expr="icontains", label="Title holds")
    orphans = django_filters.BooleanFilter(method="only_orphans", label="No article links here")

    class Meta:
        model = ArticlePage
        fields = ["title", "orphans", "topic", "author"]

    def only_orphans(self, queryset, name, value):
        return queryset.filter(links_here=0) if value else queryset.filter(links_here__gt=0)


class LinkReport(InertSpreadsheets, ReportView):
    """Published articles by how many others link to them, those nobody links to first."""

    model = ArticlePage
    page_title = "Links between articles"
    header_icon = "link"
    index_url_name = "article_links"
    index_results_url_name = "article_links_results"
    filterset_class = LinkFilterSet
    is_searchable = False
    default_ordering = ["links_here", "title"]
    paginate_by = 50
    list_export = ["title", "url", "links_here", "links_away"]
    export_headings = {
        "title": "Article",
        "url": "Address",
        "links_here": "Articles that link here",
        "links_away": "Links to articles",
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_write(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return with_link_counts(ArticlePage.objects.published().defer("body", "references", "related"))

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "title",
                label="Article",
                sort_key="title",
                get_url=lambda article: reverse("wagtailadmin_pages:edit", args=[article.pk]),
            ),
            Column("links_here", label="Linked from", sort_key="links_here"),
            Column("links_away", label="Links to", sort_key="links_away"),
        ]
