"""What articles add to Wagtail's admin."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from blog.desk import bulk, urls
from blog.desk.dashboard import panels as dashboard
from blog.desk.viewsets import article_viewset
from blog.linking.desk.views import LinkReport, may_write, suggest_links
from blog.review import links


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("quality/", include(urls))]


@hooks.register("register_admin_viewset")
def article_views():
    return article_viewset


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


@hooks.register("insert_global_admin_css")
def look_of_the_link_panel():
    return format_html('<link rel="stylesheet" href="{}">', static("blog/links.css"))


@hooks.register("construct_homepage_panels")
def what_waits(request, panels):
    dashboard.construct(request, panels)
