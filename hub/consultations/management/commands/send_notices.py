"""The worker: sends notices of new requests, again and again until they have left, and purges once a day."""

from django.core.management import call_command
from django.utils import timezone

from hub.consultations.notices import send_due
from hub.core.management.worker import WorkerCommand


class Command(WorkerCommand):
    help = "Sends notices of new requests until it is stopped, and erases requests whose time is over once a day."
    doing, well, every = "Sending notices", "sent", 15
    purged_on = None

    def send_due(self, *, at_once):
        return send_due(at_once=at_once)

    def look_after(self):
        if self.purged_on != timezone.localdate():
            call_command("purge_consultations", stdout=self.stdout, stderr=self.stderr)
            self.purged_on = timezone.localdate()
