"""The panel in the article's form that suggests links while the text is written."""

from django.templatetags.static import static
from django.urls import reverse
from wagtail.admin.panels import Panel


class LinkSuggestionsPanel(Panel):
    """Filled by script from what stands in the form; without script it says where the report is."""

    @property
    def clean_name(self):
        return "link_suggestions"

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/desk/link_panel.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {
                "address": reverse("article_links_suggest"),
                "page_key": self.instance.pk or "",
                "script": static("blog/links.js"),
            }
