"""Thin wrappers: templates ask, the rooms answer."""

from urllib.parse import urlsplit

from django import template
from django.utils.safestring import mark_safe

from hub.core import art as artwork
from hub.core import reading
from hub.core.addresses import from_page, telephone_href, text_message_href
from hub.core.blocks import reference
from hub.core.models import BasePage, CrisisSupport, Practice
from hub.core.structured_data import Frame, language, page_graph

register = template.Library()

register.filter("question_anchor", reference.question_anchor)
register.filter("excerpt", reading.excerpt)
register.filter("tel", telephone_href)
register.filter("sms", text_message_href)


@register.simple_tag
def art(seed):
    """Draw the artwork of ``seed``."""
    return mark_safe(artwork.svg(str(seed)))  # noqa: S308


@register.simple_tag(takes_context=True)
def practice(context):
    """Return the practice of the request's site."""
    return Practice.for_request(context["request"]) if context.get("request") else Practice()


@register.simple_tag(takes_context=True)
def crisis_support(context):
    """Return the crisis lines of the request's site."""
    return CrisisSupport.for_request(context["request"]) if context.get("request") else CrisisSupport()


@register.simple_tag(takes_context=True)
def consultation_url(context):
    """Return where invitations lead: the consultation page, else the practice's telephone or e-mail, else home."""
    of = practice(context)
    if page := of.shown_consultation_page:
        address = page.get_url(context.get("request")) or "/"
        asks = getattr(page.specific_class, "asks_where_from", False)
        return from_page(address, context.get("page")) if asks else address
    if of.telephone:
        return telephone_href(of.telephone)
    return f"mailto:{of.email}" if of.email else "/"


@register.simple_tag
def site_language():
    """Return the language the site is written in."""
    return language()


@register.simple_tag(takes_context=True)
def structured_data(context):
    """Return the JSON-LD of the page being shown, safe inside its script element; "" where there is no page."""
    page, head, request = (context.get(name) for name in ("page", "head", "request"))
    if not (isinstance(page, BasePage) and head and request):
        return ""
    trail = getattr(context.get("nav"), "trail", ())
    frame = Frame(request, head, page, tuple(trail), context.flatten())
    return mark_safe(page_graph(frame))  # noqa: S308


@register.filter
def domain(url):
    """Return the host of an address without "www."; "" for what is no address."""
    try:
        return (urlsplit(str(url)).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@register.filter
def initials(name):
    """Return up to two initials of a name, titles such as "Dr" left out."""
    words = [
        word for word in str(name).split() if word.rstrip(".").lower() not in {"dr", "prof", "mr", "mrs", "ms", "mx"}
    ]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
