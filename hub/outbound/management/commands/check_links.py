"""``manage.py check_links``: whether the addresses that published pages lead to are still there."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from hub.outbound.addresses import digest
from hub.outbound.asking import Asker
from hub.outbound.checking import HOSTS, PAUSE, NothingAnswers, Run, due
from hub.outbound.models import STATES, OutboundLink
from hub.outbound.register import holders, keep_in_step

MOST = 2000


class Command(BaseCommand):
    help = (
        "Asks the addresses outside this site that published pages lead to whether they are still there, each when it "
        "is due: what works once a month, what fails after growing pauses. Run it once a day. Ends with 1 where links "
        "were found to be broken that were not before, with 2 where this machine seems to be cut off."
    )

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=MOST, help=f"Ask this many addresses at most ({MOST}).")
        parser.add_argument("--page", type=int, help="All links of the page with this number, due or not.")
        parser.add_argument(
            "--pause", type=float, default=PAUSE, help=f"Seconds between questions to a host ({PAUSE})."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would be asked; ask and store nothing.")

    def handle(self, *, limit, page, pause, dry_run, **options):
        if dry_run:
            self._say_what_is_due(limit, page)
            return
        keep_in_step(page)
        links = list(due(limit, page))
        with tqdm(total=len(links), unit="link", disable=None) as bar:
            run = Run(Asker(agent()), HOSTS, pause, bar.update)
            try:
                tally = run.over(links)
            except NothingAnswers as error:
                raise CommandError(str(error), returncode=2) from error
        found = [f"{tally.states[state]} {label.lower()}" for state, label in STATES if tally.states[state]]
        counted = f"{tally.checked} of {OutboundLink.objects.count()} links out checked"
        self.stdout.write(f"{counted}: {', '.join(found)}." if found else f"{counted}.")
        if tally.newly_broken:
            told = "\n".join(f"{link.url}: {link.reason}" for link in tally.newly_broken)
            raise CommandError(f"{len(tally.newly_broken)} newly broken (see Reports, Links out):\n{told}")

    def _say_what_is_due(self, limit, page):
        found = {link.url: holder for holder in holders(page) for link in holder.links}
        known = dict(OutboundLink.objects.filter(digest__in=map(digest, found)).values_list("url", "pk"))
        waiting = set(due(None, page).values_list("url", flat=True)) if known else set()
        asked = [url for url in found if url not in known or url in waiting][:limit]
        for url in asked:
            self.stdout.write(f"{url}  ({found[url].title})")
        self.stdout.write(f"{len(asked)} of {len(found)} links out would be asked.")


def agent() -> str:
    """Return what the checks call themselves: who they are, and where to complain."""
    return f"Mozilla/5.0 (compatible; HubLinkCheck/1.0; +{settings.SITE_URL}/)"
