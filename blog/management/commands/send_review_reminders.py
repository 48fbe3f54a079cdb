"""Mails each clinical reviewer one digest of what waits for them."""

from django.core.management.base import BaseCommand, CommandError

from blog.models import ReviewReminder
from blog.review import reminding
from blog.review.waiting import AHEAD_DAYS
from hub.core import letters


class Command(BaseCommand):
    help = (
        "Mails each clinical reviewer what waits for their review, and which articles that they have reviewed are due. "
        "Run it once a day; a mail leaves only when there is something new, or once a week. Ends with an error where a "
        "mail could not be sent: the next run tries that again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=int, default=AHEAD_DAYS, help=f"Tell of reviews due within so many days ({AHEAD_DAYS})."
        )
        parser.add_argument("--dry-run", action="store_true", help="Print what would be sent, and send nothing.")

    def handle(self, *, days, dry_run, **options):
        if days < 0:
            raise CommandError("--days can't be negative.")
        sent = failed = quiet = 0
        for digest in reminding.digests(days):
            if digest.unreachable:
                self.stdout.write(f"{digest.name}: not told, {digest.unreachable} ({digest.counts}).")
                continue
            if dry_run:
                is_due = self.show(digest)
                sent += is_due
                quiet += not is_due
                continue
            try:
                is_sent = reminding.deliver(digest)
            except letters.FAULTS as error:
                failed += 1
                self.stderr.write(f"{digest.name}: could not be sent ({letters.told(error)}).")
                continue
            sent += is_sent
            quiet += not is_sent
        for name, count in reminding.unknown_reviewers(days):
            self.stdout.write(f"{name}: not told, they have no account ({count} due).")
        done = "would be sent" if dry_run else "sent"
        self.stdout.write(f"{sent} {done}, {failed} failed, {quiet} with nothing new.")
        if failed:
            raise CommandError("Not every digest could be sent. The next run tries again.")

    def show(self, digest) -> bool:
        """Print a digest that would be sent; say whether it would."""
        is_timely = reminding.is_timely(digest, ReviewReminder.objects.filter(user=digest.user).first())
        if is_timely:
            self.stdout.write(f"--- To {digest.name}: {digest.subject}\n{digest.body}")
        return is_timely
