"""What the reports of articles have in common."""

from django.core.exceptions import PermissionDenied
from django.db.models import Min
from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.views.reports import ReportView

from blog.desk.permissions import articles_worked_on, may_work_on_articles
from blog.models import DraftState
from blog.models.states import lagging
from blog.quality.keeping import follow
from hub.core.spreadsheets import InertSpreadsheets


class ArticleReport(InertSpreadsheets, ReportView):
    """A report for whoever works on articles, about those they may work on."""

    is_searchable = False
    paginate_by = 50
    template_name = "blog/desk/reports/report.html"
    results_template_name = "blog/desk/reports/results.html"
    #: What the report says of itself, in a sentence or two, and what it says where there is nothing to report.
    explained = ""
    nothing = ""

    def dispatch(self, request, *args, **kwargs):
        if not self.may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def may_see(cls, user) -> bool:
        return may_work_on_articles(user)

    @cached_property
    def articles(self):
        return articles_worked_on(self.request.user)

    @cached_property
    def states(self):
        """The drafts that the report speaks of."""
        return DraftState.objects.filter(article__in=self.articles.values("pk"))

    def address(self, state: DraftState) -> str:
        return reverse("wagtailadmin_pages:edit", args=[state.article_id])

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        context["media"] += Media(css={"all": [versioned_static("blog/desk/reports.css")]})
        if self.results_only or self.is_export:
            return context
        waiting = lagging(self.articles).count()
        if waiting:
            # Nothing is lost with a process that ended before it had looked at all.
            follow()
        oldest = self.states.aggregate(Min("checked_at"))["checked_at__min"]
        return context | {"explained": self.explained, "waiting": waiting, "oldest": oldest}


def status(state: DraftState) -> str:
    """Return what an article is to readers, in a word or two, for a spreadsheet."""
    article = state.article
    if not article.live:
        return "Draft"
    return "Published, newer draft" if article.has_unpublished_changes else "Published"
