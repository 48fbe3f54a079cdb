"""``manage.py rebuild_search``: build the index anew while the old one answers."""

from django.core.management.base import BaseCommand
from tqdm import tqdm

from search.site_index import is_outdated, rebuild


class Command(BaseCommand):
    help = (
        "Builds the search index anew while the site answers from the old one. Interrupted, it goes on where it was "
        "when it is run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--afresh", action="store_true", help="Begin again where an earlier run was interrupted.")
        parser.add_argument(
            "--if-outdated", action="store_true", help="Only where the index is missing or made by older rules."
        )

    def handle(self, *, afresh, if_outdated, **options):
        if if_outdated and not is_outdated():
            return
        with tqdm(unit="page", disable=None) as bar:

            def progress(done, total):
                bar.total = total
                bar.update(done - bar.n)

            pages = rebuild(afresh=afresh, progress=progress)
        self.stdout.write(f"{pages} pages are indexed.")
