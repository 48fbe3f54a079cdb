"""The admin's views of articles."""

from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from blog.models import ArticlePage

from .editing import ArticleCreateView, ArticleEditView, GatedWorkflowAction
from .listing import ArticleIndexView, ArticleList, ArticleUseView
from .permissions import may_work_on_articles


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    edit_view_class = ArticleEditView
    add_view_class = ArticleCreateView
    workflow_action_view_class = GatedWorkflowAction
    content_type_use_view_class = ArticleUseView
    columns = filterset_class = PageViewSet.UNDEFINED
    export_filename = "articles"


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
