"""``manage.py purge_searches``: erase what has been counted for longer than the site promises."""

from django.core.management.base import BaseCommand

from search.counting import purge
from search.models import SearchSettings


class Command(BaseCommand):
    help = "Erases counts of searches that are older than the site's settings say. To be run once a day."

    def handle(self, **options):
        kept = SearchSettings.objects.values_list("keep_days", flat=True)
        default = SearchSettings._meta.get_field("keep_days").default
        self.stdout.write(f"{purge(min(kept, default=default))} rows erased.")
