"""The admin's views of articles."""

from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage

from .editing import ArticleCreateView, ArticleEditView, GatedWorkflowAction
from .listing import ArticleExplorerView, ArticleIndexView, ArticleList, ArticleUseView
from .permissions import may_work_on_articles


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    edit_view_class = ArticleEditView
    add_view_class = ArticleCreateView
    workflow_action_view_class = GatedWorkflowAction
    index_view_class = ArticleExplorerView
    content_type_use_view_class = ArticleUseView
    parent_models = [ArticleIndexPage]
    columns = PageViewSet.UNDEFINED
    filterset_class = PageViewSet.UNDEFINED
    export_filename = "articles"

    @cached_property
    def index_view(self):
        # Topics stand there too, and have to be seen.
        return self.construct_view(self.index_view_class, **self.get_index_view_kwargs(model=Page))

    @cached_property
    def index_results_view(self):
        return self.construct_view(self.index_view_class, **self.get_index_view_kwargs(model=Page), results_only=True)


class ArticlesMenuItem(MenuItem):
    def is_shown(self, request):
        return may_work_on_articles(request.user)


class ArticleListingViewSet(PageListingViewSet):
    """The list of all articles, which the main menu leads to."""

    model = ArticlePage
    name = "articles"
    url_prefix = "articles"
    icon = "doc-full"
    menu_label = "Articles"
    menu_order = 105
    menu_name = "articles"
    menu_item_class = ArticlesMenuItem
    add_to_admin_menu = True
    index_view_class = ArticleIndexView
    columns = ArticleList.columns
    filterset_class = ArticleList.filterset_class
    export_filename = "articles"


article_viewset = ArticleViewSet()
article_listing = ArticleListingViewSet()
