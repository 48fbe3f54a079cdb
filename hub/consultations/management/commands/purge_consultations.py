"""Erases the requests for help whose time is over."""

from django.core.management.base import BaseCommand

from hub.consultations.erasing import erase_due, leave_no_trace


class Command(BaseCommand):
    help = (
        "Erases requests for help whose day has come, and suspected unwanted mail after a week. Run it once a day: "
        "`send_notices` does so by itself while it runs."
    )

    def handle(self, **options):
        count = erase_due()
        self.stdout.write(f"{count} erased.")
        if not leave_no_trace():
            self.stderr.write(
                self.style.WARNING("The database was busy, so that deleted rows may leave traces: run this again.")
            )
