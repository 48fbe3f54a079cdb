"""Synonyms and promoted results, each begun from a phrase where one is given in the address."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.models import Promotion, SynonymSet
from search.query import cleaned

from .permissions import may_read_phrases


class CreateSynonyms(CreateView):
    def get_initial_form_instance(self):
        return SynonymSet(words=cleaned(self.request.GET.get("phrase", "")))


class CreatePromotion(CreateView):
    def get_initial_form_instance(self):
        return Promotion(phrases=cleaned(self.request.GET.get("phrase", "")))


class SynonymViewSet(SnippetViewSet):
    model = SynonymSet
    icon = "link"
    menu_label = "Synonyms"
    add_view_class = CreateSynonyms
    list_display = [Column("__str__", label="Words that find each other", accessor=str)]
    search_fields = ["words"]
    search_backend_name = None


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "pick"
    menu_label = "Promoted results"
    add_view_class = CreatePromotion
    list_display = [Column("__str__", label="When readers search for", accessor=str), "page", "question", "reason"]
    search_fields = ["phrases", "question"]
    search_backend_name = None


class PhraseMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read_phrases(request.user)


class SearchGroup(SnippetViewSetGroup):
    menu_label = "Site search"
    menu_icon = "search"
    menu_order = 260
    items = (SynonymViewSet, PromotionViewSet)

    def get_submenu_items(self):
        report = PhraseMenuItem("What readers look for", reverse("search_phrases"), icon_name="view", order=0)
        return [report, *super().get_submenu_items()]
