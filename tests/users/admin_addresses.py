"""Every address of the admin, taken from the URL patterns themselves, with arguments that lead to something."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry as settings_registry

#: Patterns without a name, by pattern.
UNNAMED = {"test404/": "test404/", "^.*/$": "no-such-address/"}


@dataclass(frozen=True)
class Address:
    """``label`` is the name of the pattern, with what tells apart the addresses that share it."""

    label: str
    url: str


class UnknownArguments(Exception):
    """An address of the admin can't be walked: nobody has said what its arguments are."""


def addresses(world) -> list[Address]:
    """Return every address of the admin.

    Raises: UnknownArguments: a pattern takes arguments that ``World.arguments`` does not name.
    """
    root = next(
        pattern
        for pattern in get_resolver().url_patterns
        if isinstance(pattern, URLResolver) and str(pattern.pattern) == settings.ADMIN_PREFIX
    )
    told = (world.arguments(), _variants(world), world.queries())
    return [found for names, pattern in _walk(root) for found in _addresses(names, pattern, *told)]


def _walk(resolver, namespaces=()) -> Iterator[tuple[tuple[str, ...], object]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, (*namespaces, pattern.namespace) if pattern.namespace else namespaces)
        else:
            yield namespaces, pattern


def _addresses(namespaces, pattern, known, variants, queries) -> Iterator[Address]:
    if not pattern.name:
        shown = str(pattern.pattern)
        yield Address(f"unnamed {shown}", f"/{settings.ADMIN_PREFIX}{UNNAMED[shown]}")
        return
    name = ":".join([*namespaces, pattern.name])
    parameters = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
    given = known[""] | known.get(namespaces[0] if namespaces else "", {}) | known.get(name, {})
    for told in variants.get(name, [{}]):
        chosen = {parameter: (given | told).get(parameter) for parameter in parameters}
        missing = [parameter for parameter, value in chosen.items() if value is None]
        if missing:
            raise UnknownArguments(
                f"“{name}” ({pattern.pattern}) takes {', '.join(missing)}: "
                "say in tests/users/admin_world.py, World.arguments, what that may be."
            )
        label = " ".join([name, ".".join(str(value) for value in told.values() if isinstance(value, str))]).strip()
        yield Address(label, f"{_reverse(name, chosen)}{_query(label, queries)}")


def _query(label: str, queries: dict[str, dict]) -> str:
    asked = next((query for pattern, query in queries.items() if fnmatchcase(label, pattern)), None)
    return f"?{urlencode(asked)}" if asked else ""


def _reverse(name, chosen) -> str:
    try:
        return reverse(name, kwargs=chosen)
    except NoReverseMatch as error:
        raise UnknownArguments(f"“{name}” can't be reached with {chosen}.") from error


def _variants(world) -> dict[str, list[dict]]:
    """Return the arguments of addresses that are many under one name: each is walked."""
    task = world.state.current_task_state.task_id
    answers = [{"action_name": name} for name in ("approve", "reject")]
    return {
        "wagtailadmin_api:pages:action": [
            {"action_name": name} for name in ("publish", "unpublish", "delete", "copy", "move")
        ],
        "wagtail_bulk_action": list(_bulk_actions()),
        "wagtailsettings:edit": [_setting(model, world.site) for model in settings_registry],
        "wagtailsettings:preview_on_edit": [_setting(model, world.site) for model in settings_registry],
        "wagtailadmin_tag_model_autocomplete": [{"app_name": "taggit", "model_name": "tag"}],
        "wagtailadmin_pages:choose_parent": [{"app_label": "blog", "model_name": "articlepage"}],
        "wagtailadmin_pages:workflow_action": answers,
        "wagtailadmin_pages:collect_workflow_action_data": answers,
        "wagtailadmin_workflows:add_task": [{"app_label": "blog", "model_name": "clinicalreviewtask"}],
        "wagtailadmin_workflows:edit_task": [{"pk": task}],
        "wagtailadmin_workflows:disable_task": [{"pk": task}],
        "wagtailadmin_workflows:enable_task": [{"pk": task}],
        "wagtailadmin_editing_sessions:ping": [
            {"app_label": "blog", "model_name": "articlepage", "object_id": world.article.pk, "session_id": 1}
        ],
        "wagtailadmin_editing_sessions:release": [{"session_id": 1}],
    }


def _setting(model, site) -> dict:
    of_a_site = issubclass(model, BaseSiteSetting)
    return {
        "app_name": model._meta.app_label,
        "model_name": model._meta.model_name,
        "pk": site.pk if of_a_site else model.load().pk,
    }


def _bulk_actions() -> Iterator[dict]:
    bulk_action_registry._scan_for_bulk_actions()
    for app, models in bulk_action_registry.actions.items():
        for model, actions in models.items():
            for action in actions:
                yield {"app_label": app, "model_name": model, "action": action}
