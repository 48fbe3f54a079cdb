"""Search in the admin."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.desk import dashboard
from search.desk.permissions import may_read_phrases
from search.desk.phrases import PhraseReport, draft
from search.desk.viewsets import SearchGroup

register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def search_addresses():
    return [
        path("search-phrases/", PhraseReport.as_view(), name="search_phrases"),
        path("search-phrases/results/", PhraseReport.as_view(results_only=True), name="search_phrases_results"),
        path("search-phrases/draft/", draft, name="search_phrase_draft"),
    ]


@hooks.register("register_permissions")
def search_permissions():
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(content_type__app_label="search", codename="view_phrase")


@hooks.register("construct_homepage_panels")
def what_was_not_found(request, panels):
    if may_read_phrases(request.user) and (panel := dashboard.panel(request)):
        panels.append(panel)
