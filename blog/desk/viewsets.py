"""The admin's views of articles."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.preview import PreviewOnEditView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from blog.models import ArticlePage
from hub.core.desk.editing import PageRevertView

from .editing import ArticleCreateView, ArticleEditView, AskingForAnswer, GatedWorkflowAction
from .listing import ArticleIndexView, ArticleList, ArticleUseView
from .permissions import may_work_on_articles


class ArticlePreview(PreviewOnEditView):
    """For whoever may edit the article, as ``get_object`` asks: a task lets in reviewers, who may change no other."""

    permission_required = None


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    preview_on_edit_view_class = ArticlePreview
    edit_view_class = ArticleEditView
    add_view_class = ArticleCreateView
    revisions_revert_view_class = PageRevertView
    workflow_action_view_class = GatedWorkflowAction
    collect_workflow_action_data_view_class = AskingForAnswer
    content_type_use_view_class = ArticleUseView
    columns = filterset_class = PageViewSet.UNDEFINED
    export_filename = "articles"


class ArticleParentView(ChooseParentView):
    """Where a new article goes. Wagtail's own shows a list without choices to those who may add none."""

    def dispatch(self, request, *args, **kwargs):
        if not may_work_on_articles(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


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
    choose_parent_view_class = ArticleParentView
    columns = ArticleList.columns
    filterset_class = ArticleList.filterset_class
    export_filename = "articles"


article_viewset = ArticleViewSet()
article_listing = ArticleListingViewSet()
