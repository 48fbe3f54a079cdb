"""``manage.py purge_imports``: deletes uploads that are no longer needed. Run it once a day."""

from django.core.management.base import BaseCommand

from blog.importing.desk.purging import purge


class Command(BaseCommand):
    help = (
        "Deletes uploads, pictures and reviews of imported documents: a week after their draft was made, "
        "thirty days after nobody went on with them. Articles and the image library are not touched."
    )

    def handle(self, **options):
        purged = purge()
        self.stdout.write(f"{purged} document{'s' * (purged != 1)} purged.")
