"""Whom Wagtail's own views concern, where Wagtail lets in everybody who may sign in to the admin.

Views that ask for a permission themselves need no line here. tests/users/admin_areas.py says who sees what.
"""

from collections.abc import Callable

from django.apps import apps
from django.urls import ResolverMatch
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Task
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models


def works_on_pages(user) -> bool:
    """Say whether somebody writes, publishes or reviews: a task of a workflow lets reviewers into the editor."""
    return user_has_any_page_permission(user) or any(
        task.user_can_access_editor(None, user) for task in Task.objects.filter(active=True).specific()
    )


def publishes(user) -> bool:
    return _has_any(user, {"publish"}, Page)


def chooses_images(user) -> bool:
    return _has_any(user, {"add", "change", "choose"}, get_image_model())


def chooses_documents(user) -> bool:
    return _has_any(user, {"add", "change", "choose"}, get_document_model())


def keeps_workflows(user) -> bool:
    return _has_any(user, {"add", "change", "delete"}, Task)


def nobody(user) -> bool:
    return False


#: Name of a view, or its namespace, to whom it concerns. The name comes first.
AREAS: dict[str, Callable[[object], bool]] = {
    # Who did what, on every page.
    "wagtailadmin_reports:site_history": publishes,
    "wagtailadmin_reports:site_history_results": publishes,
    # These name pages, drafts too, to whoever knows a number.
    "wagtailadmin_choose_page": works_on_pages,
    "wagtailadmin_choose_page_child": works_on_pages,
    "wagtailadmin_choose_page_search": works_on_pages,
    "wagtailadmin_choose_page_chosen_multiple": works_on_pages,
    "wagtailadmin_choose_page_external_link": works_on_pages,
    "wagtailadmin_choose_page_email_link": works_on_pages,
    "wagtailadmin_choose_page_phone_link": works_on_pages,
    "wagtailadmin_choose_page_anchor_link": works_on_pages,
    "wagtailadmin_pages:move_confirm": user_has_any_page_permission,
    "wagtailadmin_pages:choose_parent": user_has_any_page_permission,
    "wagtailadmin_pages:copy": user_has_any_page_permission,
    "wagtailadmin_pages:revisions_index": user_has_any_page_permission,
    "wagtailadmin_pages:confirm_workflow_cancellation": works_on_pages,
    "wagtailadmin_api:pages": user_has_any_page_permission,
    "wagtailadmin_api:images": chooses_images,
    "wagtailadmin_api:documents": chooses_documents,
    "wagtailimages_chooser": chooses_images,
    "wagtaildocs_chooser": chooses_documents,
    "wagtailembeds": works_on_pages,
    "wagtailadmin_tag_autocomplete": works_on_pages,
    "wagtailadmin_tag_model_autocomplete": works_on_pages,
    "wagtailadmin_block_preview": works_on_pages,
    "wagtailadmin_workflows:task_chooser": keeps_workflows,
    "wagtailadmin_workflows:task_chooser_results": keeps_workflows,
    "wagtailadmin_workflows:task_chooser_create": keeps_workflows,
    "wagtailadmin_workflows:task_chosen": keeps_workflows,
    # Nothing here asks for these, and what they publish passes no gate.
    "wagtailadmin_api:pages:action": nobody,
    # An error on purpose, for those who write Wagtail's error pages.
    "wagtailadmin_error_test": nobody,
}


def concerns(user, match: ResolverMatch) -> bool:
    """Say whether the view that ``match`` leads to is meant for ``user``. Views without a line are for everybody."""
    test = AREAS.get(match.view_name) or AREAS.get(match.namespace)
    if test is not None:
        return test(user)
    if match.view_name == "wagtail_bulk_action":
        return _acts_on_many(user, **match.kwargs)
    if match.view_name == "wagtailsettings:edit":
        return _may(user, {"change"}, match.kwargs["app_name"], match.kwargs["model_name"])
    for model in get_snippet_models():
        if match.namespace == model.snippet_viewset.get_chooser_admin_url_namespace():
            # Making one takes a form, which no chooser here has.
            return match.url_name != "create" and _has_any(user, {"add", "change", "delete", "view"}, model)
    return True


def _acts_on_many(user, app_label: str, model_name: str, action: str) -> bool:
    """The page that asks whether somebody is sure names what they chose, whether they may touch it or not."""
    needed = {"publish"} if action in {"publish", "unpublish"} else {"add", "change", "delete"}
    return _may(user, needed, app_label, model_name)


def _may(user, actions: set[str], app_label: str, model_name: str) -> bool:
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        # Wagtail says that there is no such thing.
        return True
    return _has_any(user, actions, model)


def _has_any(user, actions: set[str], model) -> bool:
    return policy_registry.get_by_type(model).user_has_any_permission(user, actions)
