"""Loads the demo practice."""

from django.core.management.base import BaseCommand, CommandError

from home.demo.load import is_untouched, load


class Command(BaseCommand):
    help = "Load the demo practice. Refuses on a site that has pages of its own."

    def handle(self, **options):
        if not is_untouched():
            raise CommandError("This site has pages already; the demo practice is only loaded on an empty one.")
        load()
        self.stdout.write("The demo practice is loaded.")
