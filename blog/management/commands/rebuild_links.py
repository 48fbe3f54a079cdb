"""``manage.py rebuild_links``: work out anew what articles are about, and which are near each other."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from blog.linking.store import is_missing, rebuild


class Command(BaseCommand):
    help = "Works out what every article is about: related articles and suggested links rest on it."

    def add_arguments(self, parser):
        parser.add_argument("--if-missing", action="store_true", help="Only where nothing is known of any article.")

    def handle(self, *, if_missing, **options):
        if if_missing and not is_missing():
            return
        count = rebuild(lambda batches: tqdm(batches, unit="hundred articles", disable=None))
        self.stdout.write(f"{count} {'article is' if count == 1 else 'articles are'} linked anew.")
