"""The command of a worker: does what is due, again and again, until it is stopped."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections


class WorkerCommand(BaseCommand):
    """Calls ``send_due`` every so many seconds; a database that is away is said, and asked again."""

    #: What it does, for whoever started it; how what went well is called; seconds between two looks.
    doing: str
    well: str
    every: float

    def send_due(self, *, at_once: bool) -> tuple[int, int]:
        """Do what is due, whatever its pauses say if ``at_once``; return how much went well and how much failed."""
        raise NotImplementedError

    def look_after(self) -> None:
        """What is done after each look; nothing, unless a worker has more to do."""

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Send what is due, then end.")
        parser.add_argument("--now", action="store_true", help="Do not wait for the pauses after failures.")
        parser.add_argument(
            "--every",
            type=float,
            default=self.every,
            metavar="SECONDS",
            help=f"How often to look ({self.every:g}).",
        )

    def handle(self, *, once, now, every, **options):
        if once:
            self.tell(*self.send_due(at_once=now))
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write(f"{self.doing}; stop with Ctrl-C.")
        while not stop.is_set():
            close_old_connections()
            try:
                done, failed = self.send_due(at_once=now)
                if done or failed:
                    self.tell(done, failed)
                self.look_after()
            except DatabaseError as error:
                self.stderr.write(self.style.WARNING(f"The database does not answer ({type(error).__name__})."))
            stop.wait(every)

    def tell(self, done: int, failed: int) -> None:
        self.stdout.write(f"{done} {self.well}, {failed} failed.")
