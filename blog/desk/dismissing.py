"""Leaving a finding be, with a reason, and taking that back."""

import re

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from blog.models import ArticlePage, Dismissal
from blog.quality.findings import Severity
from blog.quality.rules import RULES

_RULES = {rule.id: rule for rule in RULES}
_KEY = re.compile(r"[0-9a-f]{32}")
LONGEST_REASON = 300


@require_POST
def dismiss(request, page_id: int):
    """Keep that a finding (``key``, ``rule``, ``excerpt``) is left be for ``reason``; with ``restore``, forget it."""
    article = get_object_or_404(ArticlePage, pk=page_id)
    permissions = article.permissions_for_user(request.user)
    if not permissions.can_edit():
        raise PermissionDenied
    key = request.POST.get("key", "")
    if not _KEY.fullmatch(key):
        return HttpResponseBadRequest("This is no finding of the article.")
    if request.POST.get("restore"):
        article.dismissals.filter(key=key).delete()
        return HttpResponse(status=204)
    rule = _RULES.get(request.POST.get("rule", ""))
    if rule is None or not rule.is_judgement:
        return HttpResponseBadRequest("This can't be left be: it has to be fixed.")
    if rule.severity == Severity.MUST and not permissions.can_publish():
        raise PermissionDenied
    reason, excerpt = _storable(request.POST.get("reason", "")), _storable(request.POST.get("excerpt", ""))
    reason = " ".join(reason.split())[:LONGEST_REASON]
    if not reason:
        return HttpResponseBadRequest("Say why, so that the next editor need not ask.")
    facts = {"rule": rule.id, "excerpt": excerpt, "reason": reason, "by": request.user}
    Dismissal.objects.update_or_create(article=article, key=key, defaults=facts)
    return HttpResponse(status=204)


def _storable(text: str) -> str:
    # PostgreSQL refuses a text with a NUL in it.
    return text.replace("\0", "")
