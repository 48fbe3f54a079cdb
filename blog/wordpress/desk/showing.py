"""What the page of an import shows, from what the import has kept."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator

from blog.wordpress.items import ITEM
from blog.wordpress.models import ImportedItem, WordPressImport

_A_PAGE = 50
_SAID = {"publish": "public", "future": "scheduled"}
_LOSSES = (
    ("missing", "Files that are missing"),
    ("shortcodes", "Shortcodes nobody here knows: they stay as text"),
    ("dynamic", "Blocks that WordPress fills itself: they are left out"),
)


@dataclass
class Sections:
    """Counts as pairs of name and number; lists with their heading; a page of items with remarks."""

    counts: list[tuple[str, int]] = field(default_factory=list)
    lists: list[tuple[str, list[str]]] = field(default_factory=list)
    items: object = None
    is_result: bool = False


def progress(record: WordPressImport) -> dict:
    return {
        "state": record.state,
        "label": "Nobody is at work on it any more" if record.is_silent else record.get_state_display(),
        "phase": record.phase,
        "done": record.done,
        "total": record.total,
        "at_work": record.is_at_work and not record.is_silent,
    }


def sections(record: WordPressImport, page: str | None) -> Sections:
    if record.report and not record.is_at_work:
        return _result(record, page)
    return _survey(record.survey, page) if record.survey else Sections()


def _survey(found: dict, page: str | None) -> Sections:
    counts = [
        (f"{_SAID.get(status, status)} {kind}{'' if count == 1 else 's'}", count)
        for kind, rows in found["kinds"].items()
        for status, count in rows.items()
    ]
    counts += [(name, count) for name, count in found["counts"].items() if count]
    lists = [("People", [name for name in found["authors"].values() if name])]
    labels = {"create": "Topics", "map": "Topics that are here already", "drop": "Categories and tags that are dropped"}
    lists += [(label, found["topics"].get(key, [])) for key, label in labels.items()]
    lists.append(("Not taken over", [f"{kind} ({count})" for kind, count in found["others"].items()]))
    lists.append(("Mended in the file", [f"{name} ({count})" for name, count in found["mended"].items()]))
    for key, label in _LOSSES:
        rows = found[key]
        lists.append((label, rows if isinstance(rows, list) else [f"{name} ({count})" for name, count in rows.items()]))
    items = Paginator(found["items"], _A_PAGE).get_page(page)
    return Sections(counts, [(label, rows) for label, rows in lists if rows], items)


def _result(record: WordPressImport, page: str | None) -> Sections:
    report = record.report
    names = ("public", "drafts", "topics", "people", "pictures", "documents", "redirects", "comments")
    counts = [*report.get("outcomes", {}).items(), *((name, report[name]) for name in names if report.get(name))]
    undone = report.get("undone", {})
    lists = [
        ("Kept when it was undone", undone.get("kept", [])),
        ("Files that are missing", [f"{address} – {why}" for address, why in report.get("missing", {}).items()]),
        ("Redirects", report.get("redirect_notes", [])),
    ]
    rows = ImportedItem.objects.filter(kind=ITEM, report__import=record.pk).select_related("page").order_by("pk")
    items = Paginator(rows, _A_PAGE).get_page(page)
    items.object_list = [
        {
            **item.report,
            "page": item.page,
            "from": item.report.get("from", ""),
            "is_public": bool(item.page and item.page.live),
        }
        for item in items.object_list
    ]
    return Sections(counts, [(label, found) for label, found in lists if found], items, is_result=True)
