"""``manage.py evaluate_search FOLDER``: how good search is on a judged collection, beside other engines."""

import json
from functools import partial
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.evaluation import OPTIONAL, SLOW, SYSTEMS
from search.evaluation.collections import Collection, CollectionError, read
from search.evaluation.measures import summary
from search.evaluation.scratch import scratch_session
from search.evaluation.systems import Ask, System

#: Seconds after which a slow system is asked no more.
LONGEST = 600
COLUMNS = ("ndcg@10", "mrr", "recall@50", "no_result", "p50_ms", "p99_ms")


class Command(BaseCommand):
    help = (
        "Measures search on a collection in the form of BEIR (corpus.jsonl, queries.jsonl, qrels/test.tsv), beside "
        "Wagtail's own search, bm25s and tantivy on the same data in the same run. The site's index is left alone."
    )
    requires_migrations_checks = False
    bar = staticmethod(partial(tqdm, disable=None, leave=False))

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="The folder that holds the collection.")
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print JSON instead of a table.")
        parser.add_argument(
            "--only",
            action="append",
            choices=SYSTEMS,
            metavar="SYSTEM",
            help=f"One of {', '.join(SYSTEMS)}; repeatable.",
        )

    def handle(self, *, folder, as_json, only, **options):
        try:
            collection = read(folder)
        except CollectionError as error:
            raise CommandError(str(error)) from error
        found = {}
        for name, system in SYSTEMS.items():
            if name in only if only else self.is_asked_for(name):
                try:
                    found[name] = self.measured(name, system, collection)
                except ImportError as error:
                    self.stderr.write(f"{name} is left out, for a package is not installed: {error}.")
        if as_json:
            self.stdout.write(json.dumps({"systems": found}, indent=2))
            return
        count = f"{len(collection.documents)} documents, {len(collection.queries)} judged queries"
        self.stdout.write(f"{folder.resolve().name}: {count}\n\n{table(found)}")

    @staticmethod
    def is_asked_for(name: str) -> bool:
        return settings.SEARCH_EMBEDDINGS if name == "hub+embeddings" else name not in OPTIONAL

    def measured(self, name: str, system: System, collection: Collection) -> dict:
        with scratch_session():
            ask = system(self.bar(collection.documents, desc=f"{name}: index", unit="doc"))
            return self.asked(name, ask, collection)

    def asked(self, name: str, ask: Ask, collection: Collection) -> dict:
        # What is loaded with the first question is not what a question costs.
        ask(next(iter(collection.queries.values())))
        rankings, seconds = {}, []
        for key, question in self.bar(collection.queries.items(), desc=f"{name}: ask", unit="query"):
            began = perf_counter()
            rankings[key] = ask(question)
            seconds.append(perf_counter() - began)
            if name in SLOW and sum(seconds) > LONGEST:
                break
        found = summary(rankings, collection.judgements, seconds)
        if len(rankings) < len(collection.queries):
            self.stderr.write(f"{name} was stopped after {LONGEST} s: measured on its first {len(rankings)} queries.")
            found["queries"] = len(rankings)
        return found


def table(found: dict[str, dict]) -> str:
    """Return the systems as rows, for people."""
    width = max(map(len, found), default=0) + 2
    lines = ["".join([" " * width, *(f"{column:>11}" for column in COLUMNS)])]
    for name, values in found.items():
        cells = (f"{values[column]:>11.4f}" if column in COLUMNS[:3] else f"{values[column]:>11}" for column in COLUMNS)
        lines.append("".join([f"{name:<{width}}", *cells]))
    return "\n".join(lines)
