"""What frames a page."""

from django import template
from wagtail.models import Site

from home.navigation import Navigation, navigation

register = template.Library()


@register.simple_tag(takes_context=True, name="navigation")
def navigation_tag(context):
    """Return header, footer and breadcrumb pages for the page being shown."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    return navigation(site.root_page, context.get("page")) if site else Navigation()
