"""The worker: tells search engines of changed addresses, again and again until they have heard."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from hub.discovery.indexnow.sending import send_due


class Command(BaseCommand):
    help = "Tells search engines of changed addresses (IndexNow), where the settings ask for it, until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Send what is due, then end.")
        parser.add_argument("--now", action="store_true", help="Do not wait for the pauses after failures.")
        parser.add_argument("--every", type=float, default=60, metavar="SECONDS", help="How often to look (60).")

    def handle(self, *, once, now, every, **options):
        if once:
            told, failed = send_due(at_once=now)
            self.stdout.write(f"{told} told, {failed} failed.")
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Telling search engines of changes; stop with Ctrl-C.")
        while not stop.is_set():
            close_old_connections()
            try:
                told, failed = send_due(at_once=now)
                if told or failed:
                    self.stdout.write(f"{told} told, {failed} failed.")
            except DatabaseError as error:
                self.stderr.write(self.style.WARNING(f"The database does not answer ({type(error).__name__})."))
            stop.wait(every)
