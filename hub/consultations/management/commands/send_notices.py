"""The worker: sends notices of new requests, again and again until they have left, and purges once a day."""

import signal
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from hub.consultations.notices import send_due


class Command(BaseCommand):
    help = "Sends notices of new requests until it is stopped, and erases requests whose time is over once a day."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Send what is due, then end.")
        parser.add_argument("--now", action="store_true", help="Do not wait for the pauses after failures.")
        parser.add_argument("--every", type=float, default=15, metavar="SECONDS", help="How often to look (15).")

    def handle(self, *, once, now, every, **options):
        if once:
            sent, failed = send_due(at_once=now)
            self.stdout.write(f"{sent} sent, {failed} failed.")
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Sending notices; stop with Ctrl-C.")
        self.work(stop, now, every)

    def work(self, stop, now, every):
        purged_on = None
        while not stop.is_set():
            close_old_connections()
            try:
                sent, failed = send_due(at_once=now)
                if sent or failed:
                    self.stdout.write(f"{sent} sent, {failed} failed.")
                if purged_on != timezone.localdate():
                    call_command("purge_consultations", stdout=self.stdout, stderr=self.stderr)
                    purged_on = timezone.localdate()
            except DatabaseError as error:
                self.stderr.write(self.style.WARNING(f"The database does not answer ({type(error).__name__})."))
            stop.wait(every)
