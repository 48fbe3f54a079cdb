"""The groups of a practice, as they should be."""

from django.core.management.base import BaseCommand

from hub.users.roles import keep_roles


class Command(BaseCommand):
    help = (
        "Makes the groups Writers, Clinical reviewers, Editors and Practice team where they are missing, and gives "
        "each what it needs. What was given by hand stays. Can be run at any time."
    )

    def handle(self, **options):
        changed = list(keep_roles())
        self.stdout.write("\n".join(changed or ["The roles are as they should be."]))
