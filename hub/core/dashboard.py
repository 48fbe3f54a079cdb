"""Panels of the admin's home: what waits for somebody, a handful of rows each, and the way on from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Media
from django.urls import reverse
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component

#: Rows of a panel, and of one that somebody asked to see all of.
HANDFUL, MOST = 5, 200


@dataclass(frozen=True)
class Way:
    """A link, or with ``is_posted`` a button that changes something and sends ``data`` along."""

    label: str
    url: str
    is_posted: bool = False
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    """One thing that waits. ``tone`` is that of its state: "", "warning", "critical" or "positive"."""

    title: str
    url: str
    state: str = ""
    tone: str = ""
    note: str = ""
    ways: tuple[Way, ...] = ()


class WorkPanel(Component):
    """Rows under a heading; without rows a sentence. What is cut off can be seen on the home itself, or elsewhere."""

    template_name = "core/desk/work_panel.html"

    def __init__(
        self,
        name: str,
        heading: str,
        rows: Sequence[Row],
        *,
        order: int,
        icon: str,
        count: int,
        empty: str = "",
        ways: Sequence[Way] = (),
        all_url: str = "",
    ):
        """``count`` is the number of rows there are, shown or not; ``all_url`` where all are, else the home itself."""
        self.name, self.heading, self.rows, self.order, self.icon = name, heading, rows, order, icon
        self.count, self.empty, self.ways = count, empty, ways
        self.all_url = all_url or f"{reverse('wagtailadmin_home')}?all={name}#{name}-section"

    @property
    def media(self):
        return Media(css={"all": [versioned_static("core/dashboard.css")]})

    @property
    def has_more(self) -> bool:
        return self.count > len(self.rows)

    def get_context_data(self, parent_context):
        return {"work": self, "csrf_token": parent_context.get("csrf_token")}


def rows_wanted(request, name: str) -> int:
    """Return how many rows the panel ``name`` shows: a handful, or most of them for who asked for all."""
    return MOST if request.GET.get("all") == name else HANDFUL
