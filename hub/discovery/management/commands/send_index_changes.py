"""The worker: tells search engines of changed addresses, again and again until they have heard."""

from hub.core.management.worker import WorkerCommand
from hub.discovery.indexnow.sending import send_due


class Command(WorkerCommand):
    help = "Tells search engines of changed addresses (IndexNow), where the settings ask for it, until it is stopped."
    doing, well, every = "Telling search engines of changes", "told", 60

    def send_due(self, *, at_once):
        return send_due(at_once=at_once)
