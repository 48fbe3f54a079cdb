"""What articles add to Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks

from blog.desk import bulk, urls
from blog.desk.viewsets import article_viewset


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
