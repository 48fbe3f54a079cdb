"""The menu of reports names none that would be refused."""

from django.urls import resolve
from wagtail import hooks

from .areas import concerns


@hooks.register("construct_reports_menu")
def leave_out_what_does_not_concern(request, items):
    items[:] = [item for item in items if concerns(request.user, resolve(item.url))]
