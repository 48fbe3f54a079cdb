"""Fetches addresses of this site through its own handler, in this process: no network, no server, no cookie."""

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from PIL import Image, UnidentifiedImageError
from wagtail.models import Site

from .answers import Answer
from .documents import Document, parse

#: What our own requests call themselves: a crawler, so that the log of addresses not found leaves them out.
AGENT = "HubAuditCrawler"
LARGEST = 60 * 1024 * 1024
#: How many responses are kept whole, for pages are mostly named just before or after they are read.
KEPT = 100


class ForeignAddress(ValueError):
    """An address that is not of this site, or that the site is not allowed to answer."""


@dataclass(frozen=True)
class Response:
    """What came back, whole."""

    url: str
    status: int
    kind: str
    body: bytes
    location: str = ""
    robots: str = ""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind == "text/html"

    @cached_property
    def document(self) -> Document:
        return parse(self.url, self.text, robots_header=self.robots)


def home_of(site: Site | None = None) -> str:
    """Return the address of the home page of ``site``, or of the default one."""
    site = site or Site.objects.get(is_default_site=True)
    return f"{site.root_url}/"


def address_of(url: str) -> str:
    """Return the whole address of ``url``, which may begin at its slash. Raises: ForeignAddress: it is none."""
    try:
        return urljoin(home_of(), url)
    except ValueError as error:
        raise ForeignAddress(f"{url} is no address, and so not of this site.") from error


def hosts() -> frozenset[str]:
    """Return the hosts, with their ports where these are not the usual ones, under which the site is known."""
    known = {urlsplit(site.root_url).netloc for site in Site.objects.all()}
    return frozenset(host.lower() for host in {*known, urlsplit(settings.SITE_URL).netloc} if host)


@dataclass
class Fetcher:
    """Asks an address once, as a rule, and remembers what each answered; what they said, of the last ones only."""

    client: Client = field(default_factory=lambda: Client(raise_request_exception=False, headers={"user-agent": AGENT}))
    answers: dict[str, Answer] = field(default_factory=dict)
    hosts: frozenset[str] = field(default_factory=hosts)
    kept: OrderedDict[str, Response] = field(default_factory=OrderedDict)

    def get(self, url: str) -> Response:
        """Return what ``url`` answers. Raises: ForeignAddress: it is not of this site."""
        if url not in self.kept:
            self.kept[url] = self._asked(url)
            self.answers.setdefault(url, _answer(self.kept[url]))
            while len(self.kept) > KEPT:
                self.kept.popitem(last=False)
        return self.kept[url]

    def _asked(self, url: str) -> Response:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or parts.netloc.lower() not in self.hosts:
            raise ForeignAddress(f"{url} is not of this site, which is at {', '.join(sorted(self.hosts))}.")
        path = parts.path or "/"
        answered = self.client.get(
            f"{path}?{parts.query}" if parts.query else path,
            secure=parts.scheme == "https",
            headers={"host": parts.netloc},
        )
        self.client.cookies.clear()
        body = b"".join(answered.streaming_content) if answered.streaming else answered.content
        return Response(
            url,
            answered.status_code,
            answered.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            body[:LARGEST],
            answered.headers.get("Location", ""),
            answered.headers.get("X-Robots-Tag", ""),
        )

    def answer(self, url: str) -> Answer:
        """Return what ``url`` answers in short, asking it once. Raises: ForeignAddress."""
        if url not in self.answers:
            self.get(url)
        return self.answers[url]


def _answer(response: Response) -> Answer:
    if response.is_page:
        document = response.document
        return Answer(
            200,
            response.kind,
            ids=document.ids,
            canonical=document.canonical,
            is_indexable=document.is_indexable,
        )
    size = _size(response.body) if response.status == 200 and response.kind.startswith("image/") else None
    return Answer(response.status, response.kind, response.location, size=size)


def _size(body: bytes) -> tuple[int, int] | None:
    try:
        with Image.open(BytesIO(body)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
