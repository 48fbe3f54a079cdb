"""What is written once and shown in many places, in the admin: found, counted, and not deleted while it is in use."""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .models import Invitation, Source


class SharedIndexView(IndexView):
    """A list that says how often each is used, without a query for each."""

    def get_base_queryset(self):
        return super().get_base_queryset().annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))


class UsedColumn(UsageCountColumn):
    """How often something is named, with the way to where."""

    def __init__(self):
        super().__init__("usage_count", label="Used", width="12%")

    def get_cell_context_data(self, instance, parent_context):
        instance.usage_url = reverse(instance.snippet_viewset.get_url_name("usage"), args=[instance.pk])
        return super().get_cell_context_data(instance, parent_context)


class InvitationViewSet(SnippetViewSet):
    model = Invitation
    icon = "pick"
    index_view_class = SharedIndexView
    list_display = ["name", "heading", BooleanColumn("live", label="Published", width="10%"), UsedColumn()]


class SourceViewSet(SnippetViewSet):
    model = Source
    icon = "doc-full"
    index_view_class = SharedIndexView
    list_display = ["title", "authors", Column("year", width="8%"), UsedColumn()]


def refuse_what_is_used(request, instances):
    """Keep what articles show: whoever deletes it is told first where it stands."""
    shared = [one for one in instances if isinstance(one, Invitation | Source)]
    used = [one for one in shared if ReferenceIndex.get_references_to(one).exists()]
    if not used:
        return None
    one = used[0]
    messages.error(request, f"“{one}” is in use and was not deleted. Take it out of these places first.")
    return redirect(one.snippet_viewset.get_url_name("usage"), one.pk)
