"""Links inside running text, looked up once a page instead of once a paragraph."""

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .prefetching import linked_pages
from .querysets import only_published


class PublishedPageLinkHandler(PageLinkHandler):
    """Links to pages a visitor may see. A link to any other page becomes its bare text, never a dead end."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        wanted = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else 0 for attrs in attrs_list]
        known = linked_pages.get() or {}
        if missing := {pk for pk in wanted if pk and pk not in known}:
            known = known | {page.pk: page for page in only_published(Page.objects.filter(pk__in=missing))}
        return [f'<a href="{escape(known[pk].url)}">' if known.get(pk) else "<a>" for pk in wanted]
