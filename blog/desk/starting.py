"""How a new article begins: the choice of a skeleton, and the form filled with it. Nothing is stored before a save."""

import json
import uuid

from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.models import ArticlePage
from blog.skeletons import SKELETONS, Skeleton
from blog.skeletons.prompts import MARK

#: How the address of the form names what it begins with: a skeleton's key, or this.
PARAMETER, EMPTY = "skeleton", "empty"


def stored(children) -> str:
    """Return pairs of a block's name and its plain value as the database keeps a stream, each with a new id."""
    return json.dumps([{"type": name, "value": _value(value), "id": _identity()} for name, value in children])


def _value(value):
    if isinstance(value, dict):
        return {name: _value(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [{"type": "item", "value": _value(item), "id": _identity()} for item in value]
    return value


def _identity() -> str:
    return str(uuid.uuid4())


def begin(page: ArticlePage, skeleton: Skeleton) -> None:
    """Fill an article that is not stored yet. Its title stays empty: nothing is kept before the article has one."""
    page.standfirst = skeleton.standfirst
    page.content_note = skeleton.content_note
    page.body = stored(skeleton.body)
    page.references = stored(skeleton.references)


def begun(skeleton: Skeleton) -> str:
    """Return what the writer is told above the form."""
    return (
        f"{skeleton.title}: give it a title, then write in place of every note that begins with {MARK}. Blocks you "
        "don't need can go. The list under Quality says which notes are left: none of them can be published."
    )


class SkeletonChoice(WagtailAdminTemplateMixin, TemplateView):
    """Five skeletons and an empty article, each a link to the form; ``next`` is passed on."""

    template_name = "blog/desk/skeletons.html"
    page_title = "New article"
    header_icon = "doc-full"
    parent_page = None

    def get_page_subtitle(self):
        return self.parent_page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        explorer = reverse("wagtailadmin_explore", args=[self.parent_page.pk])
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": explorer, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]

    @cached_property
    def choices(self) -> list[dict]:
        found = [(skeleton.key, skeleton.title, skeleton.line, skeleton.icon) for skeleton in SKELETONS.values()]
        found.append((EMPTY, "An empty article", "No blocks and no prompts.", "doc-empty"))
        return [
            {"address": self._address(key), "title": title, "line": line, "icon": icon}
            for key, title, line, icon in found
        ]

    def _address(self, key: str) -> str:
        parameters = self.request.GET.copy()
        parameters[PARAMETER] = key
        return f"?{parameters.urlencode()}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"choices": self.choices, "mark": MARK}
