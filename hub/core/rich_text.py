"""Links inside running text, looked up once a page instead of once a paragraph."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from .prefetching import linked_pages


class PublishedPageLinkHandler(PageLinkHandler):
    """Links to pages a visitor may see. A link to any other page becomes its bare text, never a dead end."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        known = linked_pages.get() or {}
        wanted = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else 0 for attrs in attrs_list]
        if any(pk and pk not in known for pk in wanted) and linked_pages.get() is None:
            return super().expand_db_attributes_many(attrs_list)
        return [f'<a href="{escape(known[pk].url)}">' if pk in known else "<a>" for pk in wanted]
