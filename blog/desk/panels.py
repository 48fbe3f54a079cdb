"""The side panel that says what to mend, while it is being written."""

from django.forms import Media
from django.urls import reverse
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from blog.quality.findings import Severity
from blog.quality.gate import Verdict, may_be_dismissed, needs_a_publisher

#: Heading, icon and class of each severity in the panel.
_LOOKS = {
    Severity.MUST: ("Must be fixed", "Stops publishing", "must"),
    Severity.SHOULD: ("Should be fixed", "Or say why not when you publish", "should"),
    Severity.NOTE: ("Worth knowing", "", "note"),
}


def shown(verdict: Verdict, page, user) -> dict:
    """Return what the panel's list shows of a verdict, for the template ``findings.html``."""
    may_judge = bool(page.pk) and page.permissions_for_user(user).can_edit()
    may_publish = bool(page.pk) and page.permissions_for_user(user).can_publish()
    groups = []
    for severity, (title, hint, name) in _LOOKS.items():
        found = [
            {
                "finding": finding,
                "may_be_dismissed": may_judge
                and may_be_dismissed(finding)
                and (may_publish or not needs_a_publisher(finding)),
            }
            for finding in verdict.of(severity)
        ]
        groups.append({"title": title, "hint": hint, "name": name, "found": found})
    return {
        "groups": groups,
        "dismissed": verdict.dismissed,
        "count": len(verdict.must) + len(verdict.should),
        "measures": measured(verdict, page),
        "page": page,
    }


def measured(verdict: Verdict, page) -> dict:
    """Return how long the article is and how hard to read: words and minutes as its readers are told them.

    Grade and ease are of running text alone, for headings and captions are no sentences.
    """
    words = page.counted_words()
    return {
        "words": words,
        "minutes": page.counted_minutes() if words else 0,
        "grade": verdict.measures.grade,
        "ease": verdict.measures.ease,
        "has_sentences": bool(verdict.measures.words),
    }


class QualitySidePanel(BaseSidePanel):
    """What the rules of quality find, live from the form."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Toggle quality"
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {"count": self.panel.count}

    name = "quality"
    title = "Quality"
    template_name = "blog/desk/quality_panel.html"
    order = 300

    def __init__(
        self, object, request, *, verdict: Verdict, address: str, is_stopped: bool = False, asks_why: bool = False
    ):
        """``is_stopped``: the form was sent and went no further, so that the panel is shown open."""
        super().__init__(object, request)
        self.verdict = verdict
        self.address = address
        self.is_stopped = is_stopped
        self.asks_why = asks_why
        self.count = len(verdict.must) + len(verdict.should)

    @property
    def media(self):
        return Media(
            js=[versioned_static("blog/desk/quality.js")], css={"all": [versioned_static("blog/desk/quality.css")]}
        )

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context |= shown(self.verdict, self.object, self.request.user)
        context |= {
            "address": self.address,
            "is_stopped": self.is_stopped,
            "asks_why": self.asks_why,
            "reason": self.request.POST.get("quality-reason", ""),
            "dismiss_address": reverse("quality:dismiss", args=[self.object.pk]) if self.object.pk else "",
        }
        return context
