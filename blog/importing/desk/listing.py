"""The list of what is below an article index, as the articles' desk shows it, with a button to import beside "add"."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from blog.desk.listing import ArticleExplorerView
from blog.models import ArticleIndexPage

from .permissions import places_for

LABEL = "Import a document"


class ArticleIndexListing(ArticleExplorerView):
    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        if places_for(self.request.user).filter(pk=self.parent_page.pk).exists():
            address = f"{reverse('importing:start')}?{urlencode({'place': self.parent_page.pk})}"
            buttons.append(HeaderButton(LABEL, address, icon_name="upload", icon_only=True))
        return buttons


class ArticleIndexListingViewSet(PageViewSet):
    """Everything but the list itself stays what it is for pages of any kind."""

    model = Page
    parent_models = [ArticleIndexPage]
    index_view_class = ArticleIndexListing
    columns = filterset_class = PageViewSet.UNDEFINED
    export_filename = "articles"

    def on_register(self):
        for model in self.parent_models:
            page_viewset_registry.values_by_parent_model[model] = self
