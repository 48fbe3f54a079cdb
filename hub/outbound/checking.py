"""A run: the links that are due are asked, host by host, and what they answer is kept at once.

One host is asked one question at a time, with a pause between; a few hosts at the same time. What was not reached is
due the next time. Silence with which a run ends may say something about our own connection: who answered lately is
asked then, and where they are silent too it is not kept.
"""

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from queue import SimpleQueue

from django.utils import timezone

from .asking import Asker
from .models import OutboundLink
from .verdicts import SLOW_DOWN, Answer, State, judged

#: Hosts asked at the same time, and seconds between two questions to the same host.
HOSTS, PAUSE = 4, 1.0
#: How long a link stays with the run that took it, should that run be killed.
TAKEN = timedelta(hours=1)
#: Silent hosts, one after the other, from which on it may be our own connection that is cut.
SILENT_HOSTS = 3
#: Hosts that answered lately and are asked whether they answer now.
WITNESSES = 3


class NothingAnswers(Exception):
    """Nobody answers, or nobody any more: this machine has no connection to the web."""


@dataclass
class Tally:
    """What a run came to: links by state, and those that it found to be broken and that were not before."""

    states: Counter = field(default_factory=Counter)
    newly_broken: list[OutboundLink] = field(default_factory=list)

    @property
    def checked(self) -> int:
        return self.states.total()


@dataclass
class Run:
    """Asks what is due. ``progress`` is called after each link."""

    asker: Asker
    hosts: int = HOSTS
    pause: float = PAUSE
    progress: Callable[[], object] = lambda: None
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self):
        self._answers: SimpleQueue = SimpleQueue()
        self._stop = threading.Event()
        #: Links that were silent since somebody answered: kept once somebody does again.
        self._silent: list[tuple[OutboundLink, Answer]] = []
        self._somebody_answered = False

    def over(self, links: Iterable[OutboundLink]) -> Tally:
        """Ask ``links`` and keep what they answer. Raises: NothingAnswers: those that were silent are not kept then."""
        waiting = deque(_by_host(links).items())
        at_work: dict[str, list[OutboundLink]] = {}
        pool = ThreadPoolExecutor(self.hosts, "links-out")
        try:
            while waiting or at_work:
                while waiting and len(at_work) < self.hosts:
                    host, due_there = waiting.popleft()
                    if taken := [link for link in due_there if _take(link)]:
                        at_work[host] = list(taken)
                        pool.submit(self._ask_host, host, taken)
                if at_work:
                    self._receive(at_work)
            self._conclude()
        finally:
            # Interrupted or not: what was taken and not kept is due as it was.
            self._stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            _give_back([link for links in at_work.values() for link in links])
            _give_back([link for link, _ in self._silent])
        return self.tally

    def _ask_host(self, host: str, links: list[OutboundLink]) -> None:
        """In a thread: ask one host's links in turn. Touches no database."""
        has_enough = False
        try:
            for place, link in enumerate(links):
                if place and not has_enough:
                    self._stop.wait(self.pause)
                if self._stop.is_set():
                    return
                answer = None if has_enough else self._asked(link.url)
                has_enough = has_enough or answer.status == SLOW_DOWN
                self._answers.put((host, link, answer))
        finally:
            self._answers.put((host, None, None))

    def _asked(self, url: str) -> Answer:
        try:
            return self.asker.ask(url)
        except Exception as error:  # noqa: BLE001 - one odd address must not end the run of all others
            return Answer(fault=f"It could not be checked ({type(error).__name__}).")

    def _receive(self, at_work: dict[str, list[OutboundLink]]) -> None:
        host, link, answer = self._answers.get()
        if link is None:
            _give_back(at_work.pop(host))
            return
        if answer is None:
            # The host has asked to be left in peace: the next run goes on with it.
            _give_back([link])
        elif answer.status:
            self._somebody_answered = True
            self._keep(link, answer)
            self._keep_silent()
        else:
            self._silent.append((link, answer))
        at_work[host].remove(link)
        self.progress()

    def _conclude(self) -> None:
        silent = {link.host for link, _ in self._silent}
        is_doubtful = len(silent) >= SILENT_HOSTS
        if silent and (is_doubtful or not self._somebody_answered):
            witnesses = _witnesses(silent)
            if (witnesses or is_doubtful) and not any(self._asked_again(url).status for url in witnesses):
                raise NothingAnswers(
                    "Nothing answers: this machine seems to have no way of its own to the web (links are never asked "
                    f"through a proxy). The last reason was “{self._silent[-1][1].fault}” No link is held to be broken "
                    "for that; those that were silent are asked again the next time."
                )
        self._keep_silent()

    def _asked_again(self, url: str) -> Answer:
        self._stop.wait(self.pause)
        return self._asked(url)

    def _keep_silent(self) -> None:
        while self._silent:
            self._keep(*self._silent.pop())

    def _keep(self, link: OutboundLink, answer: Answer) -> None:
        try:
            # Somebody may have said meanwhile that the link is fine; or it stands nowhere any more.
            link.refresh_from_db(fields=["left_as", "left_because", "left_by"])
        except OutboundLink.DoesNotExist:
            return
        was_broken = link.state == State.BROKEN
        now = timezone.now()
        link.settle(judged(link.standing, answer, now, spread=int(link.digest[:4], 16) / 0xFFFF), now)
        self.tally.states[link.state] += 1
        if link.state == State.BROKEN and not was_broken:
            self.tally.newly_broken.append(link)


def _witnesses(silent: set[str]) -> list[str]:
    """Return addresses that answered when last asked, the latest first, of a few hosts that are not silent."""
    known = OutboundLink.objects.filter(status__gt=0).exclude(host__in=silent).order_by("-checked_at", "pk")
    by_host: dict[str, str] = {}
    for host, url in known.values_list("host", "url").iterator():
        by_host.setdefault(host, url)
        if len(by_host) == WITNESSES:
            break
    return list(by_host.values())


def _by_host(links: Iterable[OutboundLink]) -> dict[str, list[OutboundLink]]:
    found: dict[str, list[OutboundLink]] = {}
    for link in links:
        found.setdefault(link.host, []).append(link)
    return found


def _take(link: OutboundLink) -> bool:
    """Say whether this run, and no other, asks ``link`` now."""
    until = timezone.now() + TAKEN
    return bool(OutboundLink.objects.filter(pk=link.pk, due_at=link.due_at).update(due_at=until))


def _give_back(links: list[OutboundLink]) -> None:
    for link in links:
        OutboundLink.objects.filter(pk=link.pk).update(due_at=link.due_at)


def due(limit: int | None = None, page: int | None = None):
    """Return the links that are due, longest first; with ``page``, all of that page, due or not."""
    links = OutboundLink.objects.all()
    links = links.filter(pk__in=links.filter(places__page=page).values("pk")) if page else links.due()
    return links.order_by("due_at", "pk")[:limit]
