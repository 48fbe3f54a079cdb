"""``manage.py thin_history``: old saved drafts go, all that was ever published, signed off or commented stays."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from hub.core.history import ALL_DAYS, DAILY_DAYS, thin


class Command(BaseCommand):
    help = (
        "Thins the history of pages and snippets: of old saved drafts, one a day and person is kept, of older ones one "
        "a week. Kept for good is what is or was published, is scheduled, was signed off, sent to review or commented, "
        "or is referred to by anything else. Run it once a day."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", type=int, default=ALL_DAYS, metavar="DAYS", help=f"Keep all so long ({ALL_DAYS}).")
        parser.add_argument(
            "--daily", type=int, default=DAILY_DAYS, metavar="DAYS", help=f"Keep one a day so long ({DAILY_DAYS})."
        )
        parser.add_argument("--dry-run", action="store_true", help="Only count what would go.")

    def handle(self, *, all, daily, dry_run, **options):
        all = max(all, 1)
        with tqdm(unit="version", disable=None) as bar:
            done = thin(all_days=all, daily_days=max(daily, all), for_real=not dry_run, progress=bar.update)
        verb = "would go" if dry_run else "removed"
        told = f"{done.versions} of {done.looked_at} versions older than {all} days {verb}"
        self.stdout.write(f"{told}, with {done.lines} lines of the log.")
