"""Links into the guide, for the templates of every room."""

from django import template
from django.templatetags.static import static

from hub.guide.shelf import all_pages, may_read, pages_of_screens, screen_names
from hub.guide.views import TITLE

register = template.Library()


@register.inclusion_tag("guide/desk/link.html", takes_context=True)
def guide(context, slug):
    """Link to the task ``slug``, for those who may read it. Raises KeyError where there is no such page."""
    page, request = all_pages()[slug], context.get("request")
    return {"task": page if not page.needs or (request and may_read(request.user, page)) else None}


@register.inclusion_tag("guide/desk/here.html", takes_context=True)
def guide_here(context):
    """Link from a screen's header to the page that explains it, else to the contents; from the guide, nowhere."""
    # The header's template is handed a few values, and the request is none of them.
    request = getattr(context, "request", None)
    match = request.resolver_match if request else None
    if match and match.namespace == "guide":
        return {}
    names = screen_names(match)
    found = (pages_of_screens().get(name) for name in names)
    page = next((page for page in found if page and may_read(request.user, page)), None)
    return {"task": page, "title": page.title if page else TITLE}


@register.simple_tag
def guide_picture(slug):
    """Return the address of a page's picture."""
    return static(f"guide/pictures/{slug}.webp")
