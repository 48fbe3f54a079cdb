"""Tells an editor what becomes of addresses before a page is renamed, moved or deleted."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.core.validators import validate_slug
from django.forms import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from hub.addresses.history import departures, roots

#: How many of them are listed; the rest are counted.
SHOWN = 5


@dataclass
class Plan:
    """What will become of addresses: how many will lead on, some of them, and what stands in the way."""

    count: int = 0
    examples: list = field(default_factory=list)
    too_long: int = 0
    freed: list = field(default_factory=list)

    @property
    def more(self) -> int:
        return self.count - len(self.examples)


def plan(page: Page, after: str) -> Plan:
    """Return what happens to addresses when the url_path of ``page`` becomes ``after``. Nothing is changed."""
    told = Plan()
    before = Page.objects.values_list("url_path", flat=True).get(pk=page.pk)
    for left in departures(page, before, after):
        if not left.can_be_kept:
            told.too_long += 1
            continue
        told.count += 1
        if len(told.examples) < SHOWN:
            told.examples.append(left)
    new = [here for root in roots(outside=page) if (here := root.address(after))]
    told.freed = list(Redirect.objects.filter(old_path__in=new).select_related("redirect_page")) if new else []
    return told


def plan_move(page: Page, destination: Page) -> Plan:
    """Return what happens to addresses when ``page`` is moved below ``destination``."""
    return plan(page, f"{destination.url_path}{page.slug}/")


def renaming(request, pk):
    """A piece of HTML for the editor: what happens when the page is published under the slug ``?slug=``."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    slug = request.GET.get("slug", "")
    try:
        validate_slug(slug)
    except ValidationError:
        return HttpResponse("")
    if slug == page.slug or len(slug) > 255:
        return HttpResponse("")
    after = f"{page.url_path[: -len(page.slug) - 1]}{slug}/"
    return render(request, "addresses/desk/plan.html", {"plan": plan(page, after), "when": "publish"})
