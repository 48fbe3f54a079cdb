"""What roles change in Wagtail's own admin."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import resolve, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .areas import concerns


@hooks.register("construct_reports_menu")
def leave_out_what_does_not_concern(request, items):
    """The menu of reports names none that would be refused."""
    items[:] = [item for item in items if concerns(request.user, resolve(item.url))]


@hooks.register("before_delete_page")
def keep_the_draft_of_somebody_else(request, page):
    """Wagtail lets whoever may change a draft delete it; here only its owner may, and who publishes."""
    if _may_delete(request.user, page):
        return None
    return _refused(request, page, reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_move_page")
def keep_it_where_it_is(request, page, destination):
    """To Wagtail a move is a deletion, and a page made elsewhere."""
    return keep_the_draft_of_somebody_else(request, page)


@hooks.register("before_convert_alias_page")
def keep_what_is_public(request, page):
    """What is public changes when an alias becomes a page of its own; Wagtail asks only who may edit it."""
    if not page.live or page.permissions_for_user(request.user).can_publish():
        return None
    raise PermissionDenied


@hooks.register("before_bulk_action")
def keep_the_drafts_of_others(request, action_type, objects, action):
    if action_type not in {"delete", "move"}:
        return None
    others = [one for one in objects if isinstance(one, Page) and not _may_delete(request.user, one)]
    return _refused(request, others[0], action.next_url) if others else None


def _may_delete(user, page) -> bool:
    return page.owner_id == user.pk or page.permissions_for_user(user).can_publish()


def _refused(request, page, address: str):
    title = page.get_admin_display_title()
    messages.error(
        request, f"“{title}” was begun by somebody else. They can delete or move it, or whoever publishes here."
    )
    return redirect(address)
