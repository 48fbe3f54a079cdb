"""The panel below an article's text: blocks from other articles, and the article's references for others."""

from django.templatetags.static import static
from django.urls import reverse
from wagtail.admin.panels import Panel

from hub.core.models.sources import may_share


class CopyBlocksPanel(Panel):
    """Opens a dialog in which blocks of another article are chosen; the streams themselves need script, too."""

    @property
    def clean_name(self):
        return "copy_blocks"

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/desk/copy_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {
                "articles": reverse("quality:copy_articles"),
                "share": reverse("quality:share_source") if may_share(self.request.user) else "",
                "page_key": self.instance.pk or "",
                "script": static("blog/desk/blocks.js"),
            }
