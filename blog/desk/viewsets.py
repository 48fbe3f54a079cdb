"""The admin's views of articles."""

from wagtail.admin.viewsets.pages import PageViewSet

from blog.models import ArticlePage

from .editing import ArticleCreateView, ArticleEditView, GatedWorkflowAction


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    edit_view_class = ArticleEditView
    add_view_class = ArticleCreateView
    workflow_action_view_class = GatedWorkflowAction


article_viewset = ArticleViewSet()
