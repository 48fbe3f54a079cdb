"""``manage.py benchmark_search``: what search costs as articles grow in number, beside Wagtail's own."""

import json
from functools import partial
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from search.evaluation import growth, scale
from search.evaluation.scratch import scratch_session

FEW = 1000


class Command(BaseCommand):
    help = (
        "Indexes made-up articles of ten passages and asks for common, rare, absent and misspelt words: the hub's "
        "search beside Wagtail's own, on the site's kind of database. The site's tables are left alone."
    )
    bar = staticmethod(partial(tqdm, disable=None, leave=False, unit="article"))

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=20_000, metavar="N", help="How many (default: 20000).")
        parser.add_argument("--limit", type=float, default=60, help="Seconds that Wagtail is given (default: 60).")
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print JSON instead of a table.")

    def handle(self, *, articles, limit, as_json, **options):
        if articles < 1 or limit <= 0:
            raise CommandError("There must be an article at least, and a limit above 0.")
        found = self.measured(articles, limit)
        self.stdout.write(json.dumps(found, indent=2) if as_json else table(found))

    def measured(self, count: int, limit: float) -> dict:
        few = min(FEW, count)
        with scratch_session():
            small = scale.mixed(scale.indexed(self.articles(few, "hub, few")))
        sizes = []
        with scratch_session():
            began = perf_counter()
            index = scale.indexed(self.articles(count, "hub", sizes))
            built = perf_counter() - began
            stored = scale.stored_bytes()
            passages = index.totals().passages
            hub, mixed, updated = scale.by_class(index), scale.mixed(index), scale.updates(index, count)
        with scratch_session():
            began = perf_counter()
            search = scale.wagtail_of(self.articles(count, "Wagtail"))
            wagtail_built, wagtail_stored = perf_counter() - began, scale.stored_bytes()
            wagtail = scale.wagtail_by_class(search, limit)
        text = sum(sizes)
        return {
            "database": connection.vendor,
            "articles": count,
            "passages": passages,
            "text_bytes": text,
            "classes": {name: compared(name, hub[name], wagtail[name], limit) for name in hub},
            "mixed": {**mixed, "articles_few": few, "p99_ms_few": small["p99_ms"]},
            "update": updated,
            "size_to_text": {"hub": round(stored / text, 2), "wagtail": round(wagtail_stored / text, 2)},
            "build_s": {"hub": round(built, 1), "wagtail": round(wagtail_built, 1)},
        }

    def articles(self, count: int, name: str, sizes: list[int] | None = None):
        """Yield articles with a bar, noting the bytes of each."""
        for article in self.bar(growth.articles(count), total=count, desc=name):
            if sizes is not None:
                sizes.append(growth.size(article))
            yield article


def compared(name: str, hub: float, wagtail: float, limit: float) -> dict:
    found = {"question": growth.questions(name, 1)[0], "hub_ms": hub, "wagtail_ms": wagtail}
    if is_given_up := wagtail >= limit * 1000:
        found["wagtail_ms"] = limit * 1000
    return {**found, "ratio": round(found["wagtail_ms"] / hub, 1), "is_given_up": is_given_up}


def table(found: dict) -> str:
    """Return the figures for people."""
    mixed, update, sizes = found["mixed"], found["update"], found["size_to_text"]
    lines = [
        f"{found['database']}: {found['articles']} articles, {found['passages']} passages, "
        f"{found['text_bytes'] / 1e6:.0f} MB of text",
        "",
        f"{'':12}{'hub ms':>10}{'Wagtail ms':>14}{'ratio':>10}",
    ]
    for name, row in found["classes"].items():
        at_least = ">=" if row["is_given_up"] else ""
        wagtail, ratio = f"{at_least}{row['wagtail_ms']:.1f}", f"{at_least}{row['ratio']:.1f}"
        lines.append(f"{name:12}{row['hub_ms']:>10.1f}{wagtail:>14}{ratio:>10}")
    return "\n".join(
        [
            *lines,
            "",
            f"Questions of every kind: p50 {mixed['p50_ms']:.1f} ms, p99 {mixed['p99_ms']:.1f} ms; "
            f"p99 at {mixed['articles_few']} articles {mixed['p99_ms_few']:.1f} ms",
            f"Update of an article: {update['median_ms']:.1f} ms, at worst {update['worst_ms']:.1f} ms",
            f"Index to text: hub {sizes['hub']:.2f}, Wagtail {sizes['wagtail']:.2f}",
            f"Built in: hub {found['build_s']['hub']:.0f} s, Wagtail {found['build_s']['wagtail']:.0f} s",
        ]
    )
