"""``manage.py import_wordpress``: a WordPress site becomes articles, pages, topics, people, pictures and redirects."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from blog.management.commands.import_articles import find_index
from blog.wordpress.catalogue import Catalogue
from blog.wordpress.faults import BadRules, UnreadableExport
from blog.wordpress.mapping import EXAMPLE, load_rules, parse_rules
from blog.wordpress.models import State, WordPressImport
from blog.wordpress.reporting import as_json, result_lines, survey_lines
from blog.wordpress.running import carry_out, digest_of, look_through
from blog.wordpress.surveying import survey
from blog.wordpress.undoing import undo
from blog.wordpress.uploads import Uploads


class Command(BaseCommand):
    help = (
        "Takes over a WordPress site from its export (Tools → Export → All content). First it says what is there and "
        "what would be lost. Everything arrives as drafts unless --publish is given. It can be stopped with Ctrl+C and "
        "given the same command again, and run later with a new export: pages that nobody has edited follow it."
    )

    def add_arguments(self, parser):
        parser.add_argument("export", nargs="?", metavar="EXPORT.xml")
        parser.add_argument("--media", metavar="FOLDER|ZIP", help="the old site's uploads; found by file name")
        parser.add_argument("--fetch-media", action="store_true", help="fetch files that are missing from the old site")
        parser.add_argument("--map", metavar="RULES.toml", help="which categories, tags and authors become what")
        parser.add_argument("--example-map", action="store_true", help="print an example of such rules")
        parser.add_argument("--publish", action="store_true", help="what was public there is public here")
        parser.add_argument("--parent", metavar="PATH", help="the article index they go into, such as /articles/")
        parser.add_argument("--dry-run", action="store_true", help="only say what is there and what would be lost")
        parser.add_argument("--resume", type=int, metavar="IMPORT", help="go on with an import that was stopped")
        parser.add_argument("--undo", type=int, metavar="IMPORT", help="take back what nobody has edited since")
        parser.add_argument("--json", action="store_true", help="print one report for another program")

    def handle(self, *, export, **options):
        try:
            if options["example_map"]:
                self.stdout.write(EXAMPLE)
            elif options["undo"] is not None:
                self.undo(options)
            elif options["resume"] is not None:
                self.run(self.record(options["resume"]), options)
            elif not export:
                raise CommandError("Name the export: import_wordpress EXPORT.xml")
            elif options["dry_run"]:
                self.dry_run(Path(export), options)
            else:
                self.run(self.begin(Path(export), options), options)
        except (UnreadableExport, BadRules, LookupError) as error:
            if options["json"]:
                self.stdout.write(json.dumps({"fault": str(error)}))
            raise CommandError(str(error)) from error

    @staticmethod
    def record(number: int) -> WordPressImport:
        record = WordPressImport.objects.filter(pk=number).first()
        if record is None:
            raise LookupError(f"There is no import {number}.")
        return record

    def dry_run(self, path: Path, options: dict) -> None:
        rules, uploads = load_rules(_path(options["map"])), Uploads(_path(options["media"]))
        _must_be_there(path)
        catalogue = Catalogue.of(path, posts=rules.posts, pages=rules.pages)
        found = survey(path, catalogue, rules, uploads).as_json()
        catalogue.close()
        if options["json"]:
            self.stdout.write(json.dumps({"survey": found}, indent=2))
        else:
            self.stdout.write("\n".join([*survey_lines(found), "A dry run: nothing was written."]))

    def begin(self, path: Path, options: dict) -> WordPressImport:
        """The import of a file: the one that was stopped, where it is the same in everything, or a new one."""
        _must_be_there(path)
        rules = _path(options["map"])
        load_rules(rules)
        Uploads(_path(options["media"]))
        facts = {
            "digest": digest_of(path),
            "parent": find_index(options["parent"]),
            "publish": options["publish"],
            "fetch_media": options["fetch_media"],
            "rules": rules.read_text(encoding="utf-8") if rules else "",
            "media": str(_path(options["media"]) or ""),
        }
        stopped = WordPressImport.objects.filter(**facts, state__in=[State.STOPPED, State.RUNNING]).first()
        if stopped and not (stopped.is_at_work and not stopped.is_silent):
            stopped.path = str(path.resolve())
            return stopped
        return WordPressImport.objects.create(source=path.name[-255:], path=str(path.resolve()), **facts)

    def run(self, record: WordPressImport, options: dict) -> None:
        if record.is_at_work and not record.is_silent and record.survey:
            raise CommandError(f"Import {record.pk} is at work already.")
        if not record.has_file:
            raise UnreadableExport(f"The export is no longer at {record.path}.")
        parse_rules(record.rules)
        bar = tqdm(disable=None if not options["json"] else True, unit="item", file=sys.stderr)
        try:
            look_through(record, lambda *step: _show(bar, *step))
            if not options["json"]:
                self.stdout.write("\n".join([*survey_lines(record.survey), f"Import {record.pk} begins."]))
            carry_out(record, lambda *step: _show(bar, *step))
        except UnreadableExport as error:
            WordPressImport.objects.filter(pk=record.pk).update(state=State.FAILED, fault=str(error))
            raise
        except KeyboardInterrupt:
            raise CommandError(f"Stopped. The same command, or --resume {record.pk}, goes on.") from None
        finally:
            bar.close()
        self.stdout.write(json.dumps(as_json(record), indent=2) if options["json"] else "\n".join(result_lines(record)))

    def undo(self, options: dict) -> None:
        done = undo(self.record(options["undo"]))
        if options["json"]:
            self.stdout.write(json.dumps(done.as_json(), indent=2))
            return
        self.stdout.write(
            f"{done.deleted} pages deleted, {done.restored} brought back to what they said before, "
            f"{done.around} topics and people, {done.files} files and {done.redirects} redirects removed."
        )
        self.stdout.write("\n".join(f"  kept: {text}" for text in done.kept))


def _path(name: str | None) -> Path | None:
    return Path(name).resolve() if name else None


def _must_be_there(path: Path) -> None:
    if not path.is_file():
        raise UnreadableExport(f"There is no file {path}.")


def _show(bar, phase: str, done: int, total: int) -> None:
    bar.set_description(phase, refresh=False)
    bar.total, bar.n = total, done
    bar.refresh()
