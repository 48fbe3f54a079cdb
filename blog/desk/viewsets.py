"""The admin's views of articles."""

from wagtail.admin.viewsets.pages import PageViewSet

from blog.models import ArticlePage
from hub.core.desk.editing import PageRevertView

from .editing import ArticleCreateView, ArticleEditView, GatedWorkflowAction


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    edit_view_class = ArticleEditView
    add_view_class = ArticleCreateView
    revisions_revert_view_class = PageRevertView
    workflow_action_view_class = GatedWorkflowAction


article_viewset = ArticleViewSet()
