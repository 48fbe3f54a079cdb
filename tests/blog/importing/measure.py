"""How fast drafts are made, and in how much memory: ``python -m tests.blog.importing.measure ANSWERS.csv``.

Reads counsel-chat's ``answers.csv`` (one row an answer: questionID, questionTitle, questionText, therapistInfo,
answerText) as one article a question, and saves each as ``import_articles`` would, in a database of its own.
"""

import csv
import os
import resource
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import django

from blog.importing.compose import MOST_PARTS
from blog.importing.outline import LONGEST_HEADING, LONGEST_TITLE, Heading, Outline, Prose
from blog.importing.parts import inline


def outlines(path: Path) -> Iterator[Outline]:
    """One outline for each question: its title, its text, and a section for each answer."""
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["questionID"]))
    for _, group in groupby(rows, key=lambda row: row["questionID"]):
        answers = list(group)
        first = answers[0]
        nodes = [*_prose(first["questionText"])]
        for answer in answers:
            named = " ".join(answer["therapistInfo"].split())[:LONGEST_HEADING] or "An answer"
            nodes += [Heading(named), *_prose(answer["answerText"])]
        title = " ".join(first["questionTitle"].split())[:LONGEST_TITLE] or "A question"
        yield Outline(title, "", tuple(nodes[:MOST_PARTS]))


def _prose(text: str) -> list[Prose]:
    paragraphs = tuple(inline(" ".join(line.split())) for line in text.split("\n") if line.strip())
    return [Prose(paragraphs)] if paragraphs else []


def _peak() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(path: Path) -> None:
    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = f"{connection.settings_dict['TEST']['NAME']}-measured"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        _measure(path)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def _measure(path: Path) -> None:
    from wagtail.models import Page

    from blog.importing.drafts import create_or_update
    from tests.factories import ArticleIndexPageFactory

    index = ArticleIndexPageFactory(parent=Page.objects.get(depth=1))
    for what in ("created", "imported again"):
        start, processor, count = time.perf_counter(), time.process_time(), 0
        for count, outline in enumerate(outlines(path), 1):
            create_or_update(index, outline, f"question-{count}.csv")
            if count % 100 == 0:
                print(f"  {count:>5} articles  {_peak():6.0f} MB at most", flush=True)  # noqa: T201
        took, used = time.perf_counter() - start, time.process_time() - processor
        print(  # noqa: T201
            f"{count} articles {what} in {took:.1f} s ({used:.1f} s of one core): {count / took:.1f} a second, "
            f"{count / used:.1f} a second of processor time"
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
    django.setup()
    main(Path(sys.argv[1]))
