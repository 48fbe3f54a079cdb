"""What articles add to Wagtail's admin."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from blog.desk import bulk, urls
from blog.desk.dashboard import panels as dashboard
from blog.desk.reports import urls as report_urls
from blog.desk.reports.competing import CompetingReport
from blog.desk.reports.findings import FindingsReport
from blog.desk.reports.review_due import ReviewDueReport
from blog.desk.viewsets import article_listing, article_viewset
from blog.linking.desk.views import LinkReport, may_write, suggest_links
from blog.models import ArticlePage, ClinicalReviewTask
from blog.review import links


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("quality/", include(urls)), path("article-reports/", include(report_urls))]


@hooks.register("register_admin_viewset")
def article_views():
    return [article_viewset, article_listing]


@hooks.register("before_bulk_action")
def articles_pass_the_gate(request, action_type, objects, action):
    """Nothing is published where one of many would be stopped alone."""
    if action_type == "publish" and bulk.stopped(request, _with_descendants(objects, request)):
        return redirect(action.next_url)
    return None


def _with_descendants(objects, request):
    found = list(objects)
    if request.POST.get("include_descendants"):
        for page in objects:
            found += list(page.get_descendants().not_live())
    return found


@hooks.register("register_page_header_buttons")
def review_of_the_article(page, user, view_name, next_url=None):
    """Lead from an article that is in clinical review to the screen for it."""
    if (
        view_name == "edit"
        and isinstance(page.specific_deferred, ArticlePage)
        and page.permissions_for_user(user).can_edit()
    ):
        task = page.current_workflow_task
        if task and isinstance(task.specific, ClinicalReviewTask):
            yield Button("Clinical review", reverse("quality:review", args=[page.pk]), icon_name="tasks", priority=5)


@hooks.register("register_log_actions")
def log_of_review_links(actions):
    told = {
        links.SENT: ("Send a review link", "Sent a review link to {}"),
        links.OPENED: ("Open a review link", "{} opened the review link"),
        links.REVOKED: ("Take back a review link", "Took back the review link of {}"),
        links.SIGNED_OFF: ("Sign off by link", "{} signed the article off"),
        links.RETURNED: ("Return by link", "{} returned the article"),
    }
    for action, (label, message) in told.items():
        actions.register_action(action)(_naming_reviewer(label, message))


def _naming_reviewer(label: str, message: str) -> type[LogFormatter]:
    def format_message(self, entry):
        return message.format(entry.data.get("reviewer", "somebody"))

    return type("ReviewFormatter", (LogFormatter,), {"label": label, "format_message": format_message})


@hooks.register("register_admin_urls")
def addresses_of_article_links():
    return [
        path("article-links/", LinkReport.as_view(), name="article_links"),
        path("article-links/results/", LinkReport.as_view(results_only=True), name="article_links_results"),
        path("article-links/suggest/", suggest_links, name="article_links_suggest"),
    ]


class LinkMenuItem(MenuItem):
    def is_shown(self, request):
        return may_write(request.user)


@hooks.register("register_reports_menu_item")
def article_links_in_the_menu():
    return LinkMenuItem("Links between articles", reverse("article_links"), icon_name="link", order=860)


class ReportMenuItem(MenuItem):
    """Leads to a report of articles, for those who may see it."""

    def __init__(self, report, **kwargs):
        super().__init__(report.page_title, reverse(report.index_url_name), icon_name=report.header_icon, **kwargs)
        self.report = report

    def is_shown(self, request):
        return self.report.may_see(request.user)


@hooks.register("register_reports_menu_item")
def reviews_due_in_the_menu():
    return ReportMenuItem(ReviewDueReport, order=800)


@hooks.register("register_reports_menu_item")
def findings_in_the_menu():
    return ReportMenuItem(FindingsReport, order=810)


@hooks.register("register_reports_menu_item")
def competing_titles_in_the_menu():
    return ReportMenuItem(CompetingReport, order=820)


@hooks.register("insert_global_admin_css")
def look_of_the_copy_panel():
    return format_html('<link rel="stylesheet" href="{}">', static("blog/desk/blocks.css"))


@hooks.register("insert_global_admin_css")
def look_of_the_link_panel():
    return format_html('<link rel="stylesheet" href="{}">', static("blog/links.css"))


@hooks.register("construct_homepage_panels")
def what_waits(request, panels):
    dashboard.construct(request, panels)
