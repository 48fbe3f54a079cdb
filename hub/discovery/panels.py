"""Parts of the settings' forms that say something instead of asking."""

from django.apps import apps
from wagtail.admin.panels import Panel

from .crawlers import CRAWLERS


class WarningsPanel(Panel):
    """What contradicts itself in these settings; not shown where nothing does."""

    def __init__(self, about="", **kwargs):
        super().__init__(**kwargs)
        self.about = about

    def clone_kwargs(self):
        return super().clone_kwargs() | {"about": self.about}

    class BoundPanel(Panel.BoundPanel):
        template_name = "discovery/desk/warnings.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            from .contradictions import warnings

            site = getattr(self.instance, "site", None)
            found = warnings(site) if site and self.instance.pk else []
            self.warnings = [warning for warning in found if warning.about == self.panel.about]

        def is_shown(self):
            return bool(self.warnings)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"warnings": self.warnings}


class CrawlersPanel(Panel):
    """The crawlers, each with where its operator says what it does."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "discovery/desk/crawlers.html"

        def get_context_data(self, parent_context=None):
            refused = {crawler.name for crawler in self.instance.refused}
            rows = [(crawler, crawler.name not in refused) for crawler in CRAWLERS]
            return super().get_context_data(parent_context) | {"crawlers": rows}


class IndexNowPanel(Panel):
    """What was told lately, what waits, and what failed."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "discovery/desk/indexnow.html"

        def get_context_data(self, parent_context=None):
            changes = apps.get_model("discovery.IndexChange").objects.filter(site=self.instance.site)
            return super().get_context_data(parent_context) | {
                "told": changes.filter(told_at__isnull=False).order_by("-told_at", "-pk")[:5],
                "waiting": changes.waiting().count(),
                "failed": changes.filter(failed_at__isnull=False).order_by("-failed_at", "-pk")[:5],
            }
