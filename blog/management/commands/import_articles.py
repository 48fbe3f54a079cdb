"""``manage.py import_articles``: documents become drafts of articles."""

import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Site

from blog.importing.describe import describe
from blog.importing.drafts import Result, Status, create_or_update
from blog.importing.folders import Found, documents
from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.publishing import STOPPED, Obstacle, held_back, latest, not_public, publish
from blog.importing.readers import ENDINGS, read_file
from blog.models import ArticleIndexPage, ArticlePage, QualityWords
from blog.quality.findings import Finding
from blog.quality.gate import judge
from blog.quality.telling import as_lines, as_row

_FEW_FILES = 5
_DRY = "A dry run: nothing was written."
_WRITTEN = {Status.CREATED, Status.UPDATED}
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    """What became of one file. Neither the document nor the article: a large batch would hold them all.

    ``key`` and ``revision`` are those of the article and its draft. ``findings`` are those of an article that was, or
    was to be, published; ``shown`` what a dry run understood.
    """

    file: str
    status: Status
    reason: str = ""
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    key: int | None = None
    revision: int | None = None
    awaits: frozenset[str] = frozenset()
    shown: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, file: str, result: Result, outline: Outline | None = None) -> "Report":
        return cls(
            file,
            result.status,
            result.reason,
            tuple(result.notes),
            (*(outline.left_out if outline else ()), *result.left_out),
            result.page and result.page.pk,
            result.page and result.page.latest_revision_id,
            result.awaits,
        )

    @property
    def is_written(self) -> bool:
        return self.status in _WRITTEN

    def page(self) -> ArticlePage | None:
        """The article as it stands now, without what is in it; None where there is none, or none any more."""
        return ArticlePage.objects.defer("body", "references", "related").filter(pk=self.key).first()

    def as_json(self) -> dict:
        page = self.page()
        return {
            "file": self.file,
            "status": self.status.value,
            "url": page.full_url if page else None,
            "reason": self.reason,
            "notes": list(self.notes),
            "left_out": list(self.left_out),
            "findings": [as_row(page, finding) for finding in self.findings],
        }

    def as_lines(self) -> Iterator[str]:
        page = self.page()
        draft = "(draft)" if page and (page.has_unpublished_changes or not page.live) else ""
        yield "  ".join(filter(None, [f"{self.status.value:<7}", self.file, page and page.full_url, draft]))
        if self.reason:
            yield f"    {self.reason}"
        yield from (f"    note: {note}" for note in self.notes)
        yield from (f"    left out: {text}" for text in self.left_out)
        yield from (f"    {line}" for finding in self.findings for line in as_lines(finding))
        yield from (f"    {line}" for line in self.shown)


class Command(BaseCommand):
    help = (
        "Makes a draft article of each document, or updates the one made before. What an editor has changed "
        "since is left alone, and nothing becomes public unless told to. What is published is held to the rules of "
        "quality, and what they find is listed; --gate lets that stop it. Takes files and folders of Word (.docx), "
        "web pages (.html, and .zip with pictures as Google Docs makes it), Markdown (.md) and plain text (.txt)."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help=f"files ({', '.join(ENDINGS)}) or folders of them")
        parser.add_argument("--parent", metavar="PATH", help="the article index they go into, such as /articles/")
        parser.add_argument("--publish", action="store_true", help="make them public as well")
        parser.add_argument(
            "--gate",
            action="store_true",
            help="with --publish: what must be fixed stays a draft, and the command fails",
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing, show what was read")
        parser.add_argument("--overwrite", action="store_true", help="replace what an editor has changed since")
        parser.add_argument("--json", action="store_true", help="print one list of results for another program")

    def handle(self, *, files, parent, dry_run, **options):
        if options["gate"] and not options["publish"]:
            raise CommandError("--gate stands before publishing: give --publish as well.")
        found = list(documents([Path(name) for name in files]))
        try:
            index = find_index(parent) if parent or not dry_run else None
        except LookupError as error:
            if not options["json"]:
                raise CommandError(str(error)) from error
            result = Result(Status.FAILED, reason=str(error))
            reports = [Report.of(_shown(each.path), result) for each in found]
        else:
            reports = _read_through(found, options) if index is None else _imported(found, index, options)
            if options["publish"]:
                reports = _published(reports, gate=options["gate"])
        self._print(reports, options["json"])
        if told := _failure(reports):
            raise CommandError(told)

    def _print(self, reports, as_json):
        if as_json:
            self.stdout.write(json.dumps([report.as_json() for report in reports], indent=2))
            return
        for report in reports:
            self.stdout.write("\n".join(report.as_lines()))
        counts = (f"{sum(report.status == status for report in reports)} {status}" for status in Status)
        self.stdout.write(", ".join(counts))


def _read_through(found: list[Found], options: dict) -> list[Report]:
    """One report for each file of a dry run."""

    def dry(outline: Outline) -> Result:
        return Result(Status.SKIPPED, reason=_DRY, notes=outline.notes)

    return [_report(each, dry) for each in _counted(found)]


def _imported(found: list[Found], index: ArticleIndexPage, options: dict) -> list[Report]:
    """One report for each file, all of which are drafts by then.

    A file that links to an article which became one only later in this import is read again: now it finds that.
    """
    made: dict[int, Path] = {}
    reports = [_report(each, partial(_saved, each.path, index, made, options["overwrite"])) for each in _counted(found)]
    here = set(ArticlePage.objects.filter(pk__in=[*made]).values_list("url_path", flat=True))
    late = [place for place, report in enumerate(reports) if report.is_written and report.awaits & here]
    for place in _counted(late):
        reports[place] = _read_again(found[place], reports[place], index, made, options["overwrite"])
    return reports


def _read_again(each: Found, before: Report, index, made: dict[int, Path], overwrite: bool) -> Report:
    if not ArticlePage.objects.filter(pk=before.key, latest_revision=before.revision).exists():
        # Somebody works on it already.
        return before
    # What this import has set in an article that it made, it may set again.
    is_new = before.status == Status.CREATED
    again = _report(each, partial(_saved, each.path, index, made, overwrite or is_new))
    return replace(again, status=before.status) if again.is_written else before


def _counted(items: list) -> Iterable:
    return tqdm(items, unit="file", disable=None if len(items) > _FEW_FILES else True)


def _report(each: Found, use: Callable[[Outline], Result]) -> Report:
    """Read one file and ``use`` what it says."""
    file, outline = _shown(each.path), None
    if each.passed_over:
        return Report(file, Status.SKIPPED, each.passed_over)
    try:
        outline = read_file(each.path, each.root)
        result = use(outline)
    except (UnreadableDocument, ValidationError) as error:
        result = Result(Status.FAILED, reason=" ".join(getattr(error, "messages", [str(error)])))
    except Exception as error:
        # One file must never harm the others, whatever it is that nobody thought of.
        logger.exception("A document could not be imported.")
        result = Result(Status.FAILED, reason=f"The importer failed at this file ({type(error).__name__}).")
    report = Report.of(file, result, outline)
    return replace(report, shown=tuple(describe(outline))) if outline and result.reason == _DRY else report


def _saved(path: Path, index: ArticleIndexPage, made: dict[int, Path], overwrite: bool, outline: Outline) -> Result:
    here = path.resolve()
    taken = {key for key, other in made.items() if other != here}
    result = create_or_update(index, outline, _shown(Path(path.name)), taken=taken, overwrite=overwrite)
    made[result.page.pk] = here
    return result


def _published(reports: list[Report], gate: bool) -> list[Report]:
    """Publish what was written, all of which is there as drafts, and add what the rules find in it afterwards."""
    lists = QualityWords.load().lists()
    # The same file may have been named twice: its latest draft counts.
    written = sorted((report for report in reports if report.is_written), key=lambda report: report.revision or 0)
    revisions = {report.key: report.revision for report in written}
    keys = not_public(revisions)
    obstacles = held_back(keys, lists) if gate else {}
    for key in _counted([key for key in keys if key not in obstacles]):
        if obstacle := publish(key, revisions[key]):
            obstacles[key] = obstacle
    return [_told(report, obstacles.get(report.key), lists) if report.is_written else report for report in reports]


def _told(report: Report, obstacle: Obstacle | None, lists) -> Report:
    if obstacle:
        status = Status.FAILED if obstacle.is_fault else report.status
        report = replace(report, status=status, reason=obstacle.reason, notes=(*report.notes, *obstacle.details))
    if report.status == Status.FAILED:
        return report
    try:
        return replace(report, findings=judge(latest(report.key), lists).findings)
    except Exception as error:
        logger.exception("An article that was imported could not be judged.")
        told = f"The rules of quality could not be asked about it ({type(error).__name__})."
        return replace(report, status=Status.FAILED, reason=told)


def _failure(reports: list[Report]) -> str:
    """Return why the command ends with an error, "" if it does not."""
    failed = sum(report.status == Status.FAILED for report in reports)
    stopped = sum(report.reason == STOPPED for report in reports)
    told = [
        f"{failed} of {len(reports)} files failed." if failed else "",
        f"{stopped} of {len(reports)} articles were not published: something in them must be fixed." if stopped else "",
    ]
    return " ".join(filter(None, told))


def _shown(path: Path) -> str:
    """A file name as text, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def find_index(address: str | None) -> ArticleIndexPage:
    """The article index at a path such as "/articles/", or the only one there is.

    Raises: LookupError: no page there, another kind of page, or several to choose from.
    """
    if address is None:
        return _only_index()
    steps = [step for step in address.split("/") if step]
    wanted = "/".join(["", *steps, ""])
    for site in Site.objects.select_related("root_page").order_by("-is_default_site", "pk"):
        path = site.root_page.url_path.rstrip("/") + wanted
        if page := site.root_page.get_descendants(inclusive=True).filter(url_path=path).first():
            if isinstance(page.specific, ArticleIndexPage):
                return page.specific
            raise LookupError(f"The page at {wanted} is no article index.")
    raise LookupError(f"There is no page at {wanted}.")


def _only_index() -> ArticleIndexPage:
    indexes = list(ArticleIndexPage.objects.order_by("path"))
    if not indexes:
        raise LookupError("There is no article index to put articles in: make one in the admin first.")
    if len(indexes) > 1:
        raise LookupError(f"There are {len(indexes)} article indexes: name one with --parent.")
    return indexes[0]
