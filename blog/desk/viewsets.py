"""The admin's views of articles."""

from wagtail.admin.views.pages.preview import PreviewOnEditView
from wagtail.admin.viewsets.pages import PageViewSet

from blog.models import ArticlePage
from hub.core.desk.editing import PageRevertView

from .editing import ArticleCreateView, ArticleEditView, GatedWorkflowAction


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


article_viewset = ArticleViewSet()
