"""What the hub changes in Wagtail itself."""

from wagtail import hooks

from .rich_text import PublishedPageLinkHandler


@hooks.register("register_rich_text_features")
def link_to_published_pages(features):
    features.register_link_type(PublishedPageLinkHandler)
