"""The checks in Wagtail's editor: a button in the Checks panel, and a word after publishing."""

import logging

from django.db import transaction
from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin import messages

from hub.core.models import BasePage

from .desk import urls
from .desk.drafts import check_page

logger = logging.getLogger(__name__)
#: How many sentences a message after publishing holds; the panel has them all.
SAID = 3


@hooks.register("register_admin_urls")
def desk_addresses():
    return [path("checks/", include(urls))]


@hooks.register("insert_editor_js")
def editor_script():
    return format_html('<script src="{}" defer></script>', static("audit/desk.js"))


@hooks.register("insert_global_admin_css")
def editor_style():
    return format_html('<link rel="stylesheet" href="{}">', static("audit/desk.css"))


@hooks.register("after_publish_page")
def advise(request, page):
    """Say what is wrong with the page that was just published. Advice only: whatever happens here, it is published."""
    if not isinstance(page, BasePage) or not page.live:
        return
    try:
        # A query that fails must not fail those of the publish.
        with transaction.atomic():
            found = check_page(page).grave
    except Exception:
        logger.exception("A page that was published could not be checked.")
        return
    if found:
        sentences = format_html_join("", "<li>{}</li>", ((finding.message,) for finding in found[:SAID]))
        more = f"and {len(found) - SAID} more, in the Checks panel of the editor" if len(found) > SAID else ""
        text = "Published. The checks for search engines found something to mend:"
        messages.warning(request, format_html("{}<ul>{}</ul>{}", text, sentences, more))
