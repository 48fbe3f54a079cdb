"""What an editor does about a link out: have it checked again, say that it is fine, take that back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from hub.outbound.models import OutboundLink

from .permissions import links_for, may_see

LONGEST_REASON = 300


def _link(request, pk) -> OutboundLink:
    if not may_see(request.user):
        raise PermissionDenied
    return get_object_or_404(links_for(request.user), pk=pk)


def _back(request):
    address = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return redirect(address if own else "links_out")


@require_POST
def check_again(request, pk):
    """Let the next run ask the address, whenever it would have been due."""
    link = _link(request, pk)
    OutboundLink.objects.filter(pk=link.pk).update(due_at=timezone.now())
    messages.success(request, f"{link.host} is asked again by the next check, within a day.")
    return _back(request)


@require_POST
def leave(request, pk):
    """Keep that a link is fine as it is, with the reason; without one while it is so kept, forget it."""
    link = _link(request, pk)
    # PostgreSQL refuses a text with a NUL in it.
    reason = " ".join(request.POST.get("reason", "").replace("\0", "").split())[:LONGEST_REASON]
    if request.POST.get("restore"):
        facts = {"left_as": "", "left_because": "", "left_by": None}
        told = "The link counts again."
    elif reason:
        facts = {"left_as": link.finding, "left_because": reason, "left_by": request.user}
        told = "The link is left as it is until a check finds something else."
    else:
        messages.error(request, "Say why the link is fine, so that the next editor need not ask.")
        return _back(request)
    OutboundLink.objects.filter(pk=link.pk).update(**facts)
    messages.success(request, told)
    return _back(request)
