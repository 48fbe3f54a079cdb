"""The guide's screens: contents, what a search finds, one task."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.views.generic import TemplateView
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .finding import find
from .shelf import all_pages, contents, may_read, pages_for, picture_size

TITLE = "Guide for editors"


def address(slug: str) -> str:
    """Return where the task ``slug`` is explained."""
    return reverse("guide:task", args=[slug])


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    """What both screens have in common: the trail, and the field for a search at the top."""

    header_icon = "help"
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": "Home"}]

    def get_context_data(self, **kwargs):
        form = SearchForm(self.request.GET if "q" in self.request.GET else None, placeholder="Search the guide")
        form.fields["q"].widget.attrs.pop("autofocus", None)
        return super().get_context_data(**kwargs) | {"form": form}


class ContentsView(GuideView):
    """All tasks, those of the reader's role first; or what a search found."""

    page_title = TITLE
    template_name = "guide/desk/contents.html"
    results_only = False

    @cached_property
    def question(self) -> str:
        return " ".join(self.request.GET.get("q", "").replace("\0", " ").split())

    def get_template_names(self):
        return ["guide/desk/results.html"] if self.results_only else [self.template_name]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs):
        asked = {"question": self.question}
        if self.question:
            asked["results"] = find(pages_for(self.request.user), self.question)
        return super().get_context_data(**kwargs) | {"shelves": contents(self.request.user)} | asked


class TaskView(GuideView):
    """One task, with its picture, and the tasks beside it."""

    template_name = "guide/desk/task.html"

    @cached_property
    def task(self):
        if not (page := all_pages().get(self.kwargs["slug"])):
            raise Http404
        if not may_read(self.request.user, page):
            raise PermissionDenied
        return page

    def get_page_title(self):
        return self.task.title

    def get_breadcrumbs_items(self):
        trail = [{"url": reverse("guide:contents"), "label": TITLE}, {"url": "", "label": self.task.title}]
        return [*self.breadcrumbs_items, *trail]

    def get_context_data(self, **kwargs):
        related = (all_pages()[slug] for slug in self.task.related)
        steps, heading, rest = self.task.html(address).partition("<h2>")
        return super().get_context_data(**kwargs) | {
            "task": self.task,
            # Our own Markdown, and HTML in it is escaped. The picture stands between the two.
            "steps": mark_safe(steps),  # noqa: S308
            "rest": mark_safe(heading + rest),  # noqa: S308
            "size": picture_size(self.task.slug),
            "related": [page for page in related if may_read(self.request.user, page)],
        }
