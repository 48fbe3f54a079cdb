"""Links inside running text, looked up once a page instead of once a paragraph."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from .prefetching import PAGE, visible


class PublishedPageLinkHandler(PageLinkHandler):
    """Links to pages a visitor may see. A link to any other page becomes its bare text, never a dead end."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        wanted = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else None for attrs in attrs_list]
        pages = visible(PAGE, {key for key in wanted if key is not None})
        return [f'<a href="{escape(pages[key].url)}">' if key in pages else "<a>" for key in wanted]
