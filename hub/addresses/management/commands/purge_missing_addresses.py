"""``manage.py purge_missing_addresses``: erase what is old among the addresses that were not found."""

from django.core.management.base import BaseCommand

from hub.addresses.counting import KEEP_DAYS, purge


class Command(BaseCommand):
    help = "Erases addresses that were not found and that nobody asked for any more. Run it once a day."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=KEEP_DAYS, help=f"Keep this many days ({KEEP_DAYS}).")
        parser.add_argument("--all", action="store_true", help="Erase all of them.")

    def handle(self, *, days, all, **options):
        gone = purge(days, everything=all)
        self.stdout.write(f"{gone} {'address' if gone == 1 else 'addresses'} erased.")
