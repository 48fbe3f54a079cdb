"""``manage.py import_articles``: documents become drafts of articles."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm
from wagtail.models import Site

from blog.importing.describe import describe
from blog.importing.drafts import Result, Status, create_or_update
from blog.importing.folders import Found, documents
from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers import ENDINGS, read_file
from blog.models import ArticleIndexPage, ArticlePage, QualityWords
from blog.quality.findings import Finding
from blog.quality.gate import judge
from blog.quality.telling import as_lines, as_row

_FEW_FILES = 5
_DRY = "A dry run: nothing was written."
_WRITTEN = {Status.CREATED, Status.UPDATED}
_STOPPED = "Not published: something must be fixed first. The draft is kept."
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    """What became of one file. ``findings`` are those of an article that was, or was to be, published."""

    file: str
    result: Result
    outline: Outline | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def url(self) -> str | None:
        return self.result.page.full_url if self.result.page else None

    @property
    def left_out(self) -> tuple[str, ...]:
        return (*(self.outline.left_out if self.outline else ()), *self.result.left_out)

    def as_json(self) -> dict:
        return {
            "file": self.file,
            "status": self.result.status.value,
            "url": self.url,
            "reason": self.result.reason,
            "notes": list(self.result.notes),
            "left_out": list(self.left_out),
            "findings": [as_row(self.result.page, finding) for finding in self.findings],
        }

    def as_lines(self) -> Iterator[str]:
        page = self.result.page
        draft = "(draft)" if page and (page.has_unpublished_changes or not page.live) else ""
        yield "  ".join(filter(None, [f"{self.result.status.value:<7}", self.file, self.url, draft]))
        if self.result.reason:
            yield f"    {self.result.reason}"
        yield from (f"    note: {note}" for note in self.result.notes)
        yield from (f"    left out: {text}" for text in self.left_out)
        yield from (f"    {line}" for finding in self.findings for line in as_lines(finding))


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
            reports = [Report(_shown(each.path), Result(Status.FAILED, reason=str(error))) for each in found]
        else:
            reports = list(_reports(found, index, options))
            if options["publish"]:
                reports = _judged(reports)
        self._print(reports, dry_run, **options)
        if told := _failure(reports):
            raise CommandError(told)

    def _print(self, reports, dry_run, **options):
        if options["json"]:
            self.stdout.write(json.dumps([report.as_json() for report in reports], indent=2))
            return
        for report in reports:
            lines = describe(report.outline) if dry_run and report.outline else ()
            self.stdout.write("\n".join([*report.as_lines(), *(f"    {line}" for line in lines)]))
        counts = (f"{sum(report.result.status == status for report in reports)} {status}" for status in Status)
        self.stdout.write(", ".join(counts))


def _reports(found: list[Found], index: ArticleIndexPage | None, options: dict) -> Iterator[Report]:
    """One report for each file; without an index nothing is written."""
    made: dict[int, Path] = {}
    for each in tqdm(found, unit="file", disable=None if len(found) > _FEW_FILES else True):
        if each.passed_over:
            yield Report(_shown(each.path), Result(Status.SKIPPED, reason=each.passed_over))
        else:
            yield _report(each, index, made, options)


def _report(each: Found, index: ArticleIndexPage | None, made: dict[int, Path], options: dict) -> Report:
    outline = None
    try:
        outline = read_file(each.path, each.root)
        result = _dry_result(outline) if index is None else _saved(each.path, outline, index, made, options)
    except (UnreadableDocument, ValidationError) as error:
        result = Result(Status.FAILED, reason=" ".join(getattr(error, "messages", [str(error)])))
    except Exception as error:
        # One file must never harm the others, whatever it is that nobody thought of.
        logger.exception("A document could not be imported.")
        result = Result(Status.FAILED, reason=f"The importer failed at this file ({type(error).__name__}).")
    # The pictures have served; a large batch would hold them all.
    return Report(_shown(each.path), result, outline and replace(outline, media=()))


def _dry_result(outline: Outline) -> Result:
    return Result(Status.SKIPPED, reason=_DRY, notes=outline.notes)


def _saved(path: Path, outline: Outline, index: ArticleIndexPage, made: dict[int, Path], options: dict) -> Result:
    here = path.resolve()
    taken = {key for key, other in made.items() if other != here}
    kinds = {name: options[name] for name in ("publish", "overwrite")}
    gate = _stops if options["gate"] else None
    result = create_or_update(index, outline, _shown(Path(path.name)), taken=taken, gate=gate, **kinds)
    made[result.page.pk] = here
    return result


def _stops(page: ArticlePage) -> str:
    return _STOPPED if judge(page).must else ""


def _judged(reports: list[Report]) -> list[Report]:
    """With what the rules find in each article that was made, once all are there: one may link to another."""
    lists = QualityWords.load().lists()
    return [
        replace(report, findings=judge(report.result.page.get_latest_revision_as_object(), lists).findings)
        if report.result.status in _WRITTEN
        else report
        for report in reports
    ]


def _failure(reports: list[Report]) -> str:
    """Return why the command ends with an error, "" if it does not."""
    failed = sum(report.result.status == Status.FAILED for report in reports)
    stopped = sum(report.result.reason == _STOPPED for report in reports)
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
