"""The two reports of an import as lines for a person."""

from collections.abc import Iterator

from blog.wordpress.items import ITEM
from blog.wordpress.models import ImportedItem, WordPressImport

_FEW = 20


def survey_lines(found: dict) -> Iterator[str]:
    """What is in the export and what would be lost."""
    yield f"{found['title']} ({found['address']})"
    for kind, statuses in found["kinds"].items():
        yield f"  {sum(statuses.values()):>6} {kind}: " + ", ".join(f"{n} {status}" for status, n in statuses.items())
    for name, count in found["counts"].items():
        if count:
            yield f"  {count:>6} {name}"
    for name, count in found["mended"].items():
        yield f"  {count:>6} {name} mended"
    people = [name for name in found["authors"].values() if name]
    yield f"  people: {_some(people)}"
    for how, names in found["topics"].items():
        if names:
            yield f"  topics, {how}: {_some(names)}"
    if found["others"]:
        yield "  not taken over: " + ", ".join(f"{count} {kind}" for kind, count in found["others"].items())
    yield from _losses(found)


def _losses(found: dict) -> Iterator[str]:
    for label, names in (
        ("unknown shortcodes, kept as text", "shortcodes"),
        ("filled by WordPress, left out", "dynamic"),
    ):
        if found[names]:
            yield f"  {label}: " + ", ".join(f"{name} ({count})" for name, count in found[names].items())
    for address in found["missing"][:_FEW]:
        yield f"  missing: {address}"
    if len(found["missing"]) > _FEW:
        yield f"  … and {len(found['missing']) - _FEW} more files are missing; --json lists them all"
    for item in found["items"][:_FEW]:
        yield f"  {item['title']}"
        yield from (f"    note: {note}" for note in item["notes"])
        yield from (f"    left out: {_short(text)}" for text in item["left_out"])
    if len(found["items"]) > _FEW:
        yield f"  … and remarks on {len(found['items']) - _FEW} more; --json lists them all"


def result_lines(record: WordPressImport) -> Iterator[str]:
    """What became of it."""
    report = record.report
    outcomes = ", ".join(f"{count} {name}" for name, count in report["outcomes"].items()) or "nothing to do"
    yield f"Import {record.pk}: {record.get_state_display().lower()}. {outcomes}."
    made = f"{report['public']} public, {report['drafts']} drafts, {report['topics']} topics"
    yield f"  {made}, {report['people']} people,"
    yield f"  {report['pictures']} pictures, {report['documents']} documents, {report['redirects']} redirects."
    if report["comments"]:
        yield f"  {report['comments']} comments were left."
    for item in _remarkable(record):
        yield f"  {item.report.get('title')}: {item.report['reason']}"
    if report["missing"]:
        yield f"  {len(report['missing'])} files are missing: " + _some(list(report["missing"]))
    yield from (f"  {note}" for note in report["redirect_notes"][:_FEW])


def _remarkable(record: WordPressImport) -> Iterator[ImportedItem]:
    for item in items_of(record):
        if item.report.get("reason"):
            yield item


def items_of(record: WordPressImport):
    """The posts and pages an import has seen to, in their order."""
    found = ImportedItem.objects.filter(kind=ITEM, report__import=record.pk).select_related("page").order_by("pk")
    return found.iterator(chunk_size=200)


def as_json(record: WordPressImport) -> dict:
    """The whole report, every item with its remarks, for programs."""
    items = [
        {**item.report, "number": int(item.key), "url": item.page.full_url if item.page else None}
        for item in items_of(record)
    ]
    return {
        "import": record.pk,
        "state": record.state,
        "fault": record.fault,
        "survey": record.survey,
        "report": record.report,
        "items": items,
    }


def _some(names: list[str]) -> str:
    more = f" … and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return (", ".join(names[:_FEW]) or "none") + more


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
