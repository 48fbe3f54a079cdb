"""``manage.py check_seo``: what search engines and other machines will trip over, before they do."""

import json

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from hub.audit.checking import Audit
from hub.audit.fetching import ForeignAddress, address_of
from hub.audit.findings import Finding, Severity, all_rules


class Command(BaseCommand):
    help = (
        "Checks pages, feeds, sitemaps and the other files for machines: head, structured data, links, and how they "
        "agree. Fetches them through the site itself, in this process; no server needs to run. Exits with 1 when there "
        "is an error."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "urls", nargs="*", metavar="URL", help="An address of this site, whole or from its slash on."
        )
        parser.add_argument("--all", action="store_true", dest="everything", help="Check the whole site.")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="How to print what is found.")
        parser.add_argument("--rules", action="store_true", help="List the rules and what each asks for.")

    def handle(self, *, urls, everything, format, rules, **options):
        if rules:
            return self.stdout.write("\n".join(f"{r.name:22} {r.severity:8} {r.about}" for r in all_rules().values()))
        if bool(urls) == everything:
            raise CommandError("Name one or more addresses, or --all.")
        try:
            staticfiles_storage.url("css/main.css")
        except ValueError as error:
            raise CommandError("Style sheets are not collected yet: run manage.py collectstatic.") from error
        try:
            audit = Audit()
            whole = [address_of(url) for url in urls]
            found = list(audit.check_all() if everything else audit.check(dict.fromkeys(whole)))
        except Site.DoesNotExist as error:
            raise CommandError("No site is set up yet: run manage.py prepare.") from error
        except ForeignAddress as error:
            raise CommandError(str(error)) from error
        found.sort(key=lambda finding: (finding.url, [*Severity].index(finding.severity), finding.rule))
        if format == "json":
            self.stdout.write(json.dumps([finding.as_dict() for finding in found], indent=2, ensure_ascii=False))
        else:
            self.stdout.write(as_text(found, len(audit.fetcher.answers)))
        if any(finding.severity is Severity.ERROR for finding in found):
            raise SystemExit(1)


def as_text(found: list[Finding], asked: int) -> str:
    """Return findings as a person reads them: by address, the gravest first, and a count at the end."""
    lines, last = [], ""
    for finding in found:
        if finding.url != last:
            lines += ["", finding.url]
            last = finding.url
        lines.append(f"  {finding.severity:7}  {finding.rule:20}  {finding.message}")
    counts = {severity: sum(finding.severity is severity for finding in found) for severity in Severity}
    summary = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
    return "\n".join([*lines, "", f"{summary}; {asked} addresses asked."]).lstrip("\n")
