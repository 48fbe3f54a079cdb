"""Leaving a finding be, with a reason, and taking that back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from blog.models import ArticlePage, Dismissal
from blog.quality.findings import Severity
from blog.quality.rules import RULES

_RULES = {rule.id: rule for rule in RULES}
LONGEST_REASON = 300


@require_POST
def dismiss(request, page_id: int):
    """Keep that a finding (``key``, ``rule``, ``excerpt``) is left be for ``reason``; with ``restore``, forget it."""
    article = get_object_or_404(ArticlePage, pk=page_id)
    permissions = article.permissions_for_user(request.user)
    if not permissions.can_edit():
        raise PermissionDenied
    key = request.POST.get("key", "")
    if request.POST.get("restore"):
        article.dismissals.filter(key=key).delete()
        return HttpResponse(status=204)
    rule = _RULES.get(request.POST.get("rule", ""))
    if rule is None or not rule.is_judgement or len(key) != 32:
        return HttpResponseBadRequest("This can't be left be: it has to be fixed.")
    if rule.severity == Severity.MUST and not permissions.can_publish():
        raise PermissionDenied
    reason = " ".join(request.POST.get("reason", "").split())[:LONGEST_REASON]
    if not reason:
        return HttpResponseBadRequest("Say why, so that the next editor need not ask.")
    facts = {"rule": rule.id, "excerpt": request.POST.get("excerpt", ""), "reason": reason, "by": request.user}
    Dismissal.objects.update_or_create(article=article, key=key, defaults=facts)
    return HttpResponse(status=204)
