"""Blocks of one article put into the form of another: which articles, which blocks, and the form's state for them.

Nothing is stored: what is copied stands in the form and is kept when that is saved.
"""

import uuid

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from wagtail.blocks import StreamValue
from wagtail.permission_policies.pages import PagePermissionPolicy

from blog.models import ArticlePage
from hub.core.reading import excerpt

from .permissions import may_review, may_work_on_articles

#: The streams of an article that blocks are copied from, each into the same stream of the other.
STREAMS = ("body", "references")
MOST_ARTICLES = 20


def readable(page: ArticlePage, user) -> ArticlePage:
    """Return what somebody may copy of an article: its latest draft if they may edit it, else what is public.

    Raises: PermissionDenied: they may see neither.
    """
    if page.permissions_for_user(user).can_edit():
        return page.get_latest_revision_as_object()
    if ArticlePage.objects.published().filter(pk=page.pk).exists():
        return page
    raise PermissionDenied


@require_GET
def articles(request):
    """List the articles whose titles hold ``q``, last changed first, without the one that is edited (``not``)."""
    if not (may_work_on_articles(request.user) or may_review(request.user)):
        raise PermissionDenied
    words, itself = request.GET.get("q", "").strip()[:100], request.GET.get("not", "")
    found = ArticlePage.objects.filter(_theirs(request.user, words) | _public(words))
    if itself.isascii() and itself.isdecimal() and len(itself) < 19:
        found = found.exclude(pk=itself)
    found = list(found.order_by("-latest_revision_created_at", "-pk")[: MOST_ARTICLES + 1])
    may_edit = set(_editable(request.user).values_list("pk", flat=True).filter(pk__in=[page.pk for page in found]))
    # A draft's title is known to those alone who may edit it.
    rows = [(page, page.draft_title if page.pk in may_edit else page.title) for page in found[:MOST_ARTICLES]]
    context = {"rows": rows, "words": words, "has_more": len(found) > MOST_ARTICLES}
    return render(request, "blog/desk/copy_articles.html", context)


def _editable(user):
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change")


def _theirs(user, words: str) -> Q:
    return Q(pk__in=_editable(user).values("pk"), draft_title__icontains=words)


def _public(words: str) -> Q:
    return Q(pk__in=ArticlePage.objects.published().values("pk"), title__icontains=words)


@require_GET
def blocks(request, page_id: int):
    """Show the blocks of an article, each with its kind and its first words, to be ticked."""
    page = readable(get_object_or_404(ArticlePage, pk=page_id), request.user)
    groups = [
        (
            title,
            [(f"{name}:{place}", child.block.label, told(child)) for place, child in enumerate(getattr(page, name))],
        )
        for name, title in zip(STREAMS, ("Text", "References"), strict=True)
    ]
    return render(request, "blog/desk/copy_blocks.html", {"page": page, "groups": groups})


def told(child) -> str:
    """Return the first words of a block, or the name of what it shows."""
    if not child.value:
        return ""
    words = " ".join(child.block.get_searchable_content(child.value))
    if not words.strip():
        shown = child.value.values() if hasattr(child.value, "values") else [child.value]
        words = " ".join(str(one) for one in shown if hasattr(one, "pk"))
    return excerpt(words, 160)


@require_GET
def state(request, page_id: int):
    """Return the chosen blocks (``block``: "body:3") as the form holds them, by stream, in order, with new ids."""
    page = readable(get_object_or_404(ArticlePage, pk=page_id), request.user)
    wanted = set(request.GET.getlist("block"))
    return JsonResponse({name: _state(getattr(page, name), name, wanted) for name in STREAMS})


def _state(stream: StreamValue, name: str, wanted: set[str]) -> list[dict]:
    chosen = [child for place, child in enumerate(stream) if f"{name}:{place}" in wanted]
    return renewed(stream.stream_block.get_form_state(chosen))


def renewed(state):
    """Return a form's state in which every block and list item has a new id, so that no anchor is there twice."""
    if isinstance(state, list):
        return [renewed(item) for item in state]
    if isinstance(state, dict):
        inner = {name: renewed(value) for name, value in state.items()}
        return {**inner, "id": str(uuid.uuid4())} if {"value", "id"} <= state.keys() else inner
    return state
