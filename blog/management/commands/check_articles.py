"""The quality rules over every article of the site, drafts too."""

import json
from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from blog.models import ArticlePage, QualityWords
from blog.quality.findings import Finding, Severity
from blog.quality.gate import judge
from blog.quality.keeping import keep
from blog.quality.rules import RULES
from blog.quality.telling import address_of, as_lines, as_row


class Command(BaseCommand):
    help = (
        "Holds every article to the rules of quality, in its latest draft, and prints what is to be mended. "
        "What it finds in drafts is what the reports show from then on. "
        "Ends with an error where something must be fixed in what is public, whatever its draft says by now."
    )

    def add_arguments(self, parser):
        parser.add_argument("addresses", nargs="*", metavar="PATH", help="only these, such as /articles/panic-attacks/")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--published", action="store_true", help="leave drafts out, look at what is public")
        parser.add_argument("--rules", action="store_true", help="print the rules and stop")

    def handle(self, *, addresses, format, published, rules, **options):
        if rules:
            for rule in RULES:
                self.stdout.write(f"{rule.id:<40} {rule.severity:<14} {rule.group}: {rule.asks}")
            return
        lists = QualityWords.load().lists()
        found: list[tuple[ArticlePage, Finding, bool]] = []
        stopped = []
        for page in tqdm(self._pages(addresses, published), unit="article", disable=None):
            findings = self._judged(page, lists, published).findings
            public = self._public(page, findings, lists, published)
            shown = {finding.key for finding in public}
            found += [(page, finding, finding.key in shown) for finding in findings]
            if any(finding.severity == Severity.MUST for finding in public):
                stopped.append(f"{page.title} ({address_of(page)})")
        if format == "json":
            rows = [as_row(page, finding, is_public) for page, finding, is_public in found]
            self.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False))
        else:
            self._print([(page, finding) for page, finding, _ in found])
        if stopped:
            raise CommandError(f"Something must be fixed in what is public: {', '.join(stopped)}.")

    def _pages(self, addresses, published):
        pages = ArticlePage.objects.order_by("path")
        if published:
            pages = pages.published()
        wanted = {f"/{address.strip('/')}/" for address in addresses}
        chosen = [page for page in pages if not wanted or address_of(page) in wanted]
        if missing := wanted - {address_of(page) for page in chosen}:
            raise CommandError(f"There is no article at {', '.join(sorted(missing))}.")
        return chosen if published else [page.get_latest_revision_as_object() for page in chosen]

    def _judged(self, page, lists, published):
        verdict = judge(page, lists)
        if not published:
            keep(page, verdict)
        return verdict

    def _public(self, page, findings, lists, published) -> tuple[Finding, ...]:
        """Return what the rules find in what visitors see of a page, which its draft may have left behind."""
        if not page.live:
            return ()
        if published or not page.has_unpublished_changes:
            return findings
        return judge(ArticlePage.objects.get(pk=page.pk), lists).findings

    def _print(self, found):
        pages = dict.fromkeys(page for page, _ in found)
        for page in pages:
            self.stdout.write(f"\n{page.title}  {address_of(page)}{_state(page)}")
            for finding in (finding for other, finding in found if other == page):
                for line in as_lines(finding):
                    self.stdout.write(f"  {line}")
        counts = Counter(finding.severity for _, finding in found)
        self.stdout.write(f"\n{', '.join(f'{counts[severity]} {severity}' for severity in Severity)}.")


def _state(page: ArticlePage) -> str:
    if not page.live:
        return "  (draft)"
    return "  (draft; what is public differs)" if page.has_unpublished_changes else ""
