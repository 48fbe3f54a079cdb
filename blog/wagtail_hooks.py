"""What articles add to Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from blog.desk import bulk, urls
from blog.desk.viewsets import article_viewset
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
