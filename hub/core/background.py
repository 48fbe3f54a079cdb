"""Work that nobody should wait for, in one thread a process, so that a small practice needs no worker."""

import logging
import threading
from collections.abc import Callable

from django.db import DatabaseError, connection

logger = logging.getLogger(__name__)


class OneThread:
    """Does ``work`` in a thread of its own whenever it is asked to; asked while it runs, it goes on once more.

    A database that is away is said in the log with ``otherwise``, which tells who sees to the work then. Any other
    fault ends the thread, and the next time it is asked a new one begins.
    """

    def __init__(self, name: str, work: Callable[[], object], *, otherwise: str, gathers: float = 0):
        """``gathers``: seconds to wait before the work, in which several wishes become one."""
        self.name, self.work, self.otherwise, self.gathers = name, work, otherwise, gathers
        self._state = threading.Lock()
        self._is_running = False
        self._is_wanted = False

    def ask(self) -> None:
        """See to it that the work is done, soon after this."""
        with self._state:
            self._is_wanted = True
            if self._is_running:
                return
            self._is_running = True
        threading.Thread(target=self._run, name=self.name, daemon=True).start()

    def _goes_on(self) -> bool:
        """Whether something was asked for since the last look; if not, the thread has ended."""
        with self._state:
            self._is_wanted, wanted = False, self._is_wanted
            self._is_running = wanted
        return wanted

    def _run(self) -> None:
        try:
            while self._goes_on():
                if self.gathers:
                    threading.Event().wait(self.gathers)
                try:
                    self.work()
                except DatabaseError as error:
                    logger.warning("%s (%s)", self.otherwise, type(error).__name__)
        except BaseException:
            with self._state:
                self._is_running = False
            raise
        finally:
            connection.close()
