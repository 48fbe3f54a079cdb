"""``manage.py import_queue``: goes on with imports that were interrupted."""

from django.core.management.base import BaseCommand

from blog.importing.desk.queue import work_off


class Command(BaseCommand):
    help = (
        "Reads uploaded documents and makes the drafts that were asked for, as far as that has not been done. "
        "Needed only after a restart during an import that nobody looks at; running it at any time does no harm."
    )

    def handle(self, **options):
        done = work_off()
        self.stdout.write(f"{done} step{'s' * (done != 1)} done.")
