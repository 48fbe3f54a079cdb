"""What an address answers, and a page together with all that is needed to judge it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .documents import Document, bare, split
from .graphs import Graph, read


@dataclass(frozen=True)
class Answer:
    """What one address of the site answers. ``size`` is a picture's, in pixels; ``ids`` are an HTML page's."""

    status: int
    kind: str = ""
    location: str = ""
    ids: frozenset[str] | None = None
    size: tuple[int, int] | None = None
    canonical: str = ""
    is_indexable: bool = True

    @property
    def is_redirect(self) -> bool:
        return 300 <= self.status < 400

    @property
    def is_found(self) -> bool:
        return 200 <= self.status < 300


@dataclass(frozen=True)
class Subject:
    """A page, and what the addresses that it names answer. An address that is not in ``answers`` was not asked."""

    document: Document
    answers: Mapping[str, Answer] = field(default_factory=dict)
    #: Hosts that are this site, with their ports.
    hosts: frozenset[str] = frozenset()

    @cached_property
    def graph(self) -> Graph:
        return read(self.document.scripts)

    def answer(self, url: str) -> Answer | None:
        return self.answers.get(bare(url))

    def is_internal(self, url: str) -> bool:
        try:
            parts = split(url)
        except ValueError:
            return False
        return parts.scheme in {"http", "https"} and parts.netloc.lower() in self.hosts

    def internal(self) -> set[str]:
        """The addresses of this site that the page names anywhere, without fragments."""
        document = self.document
        named = {link.url for link in (*document.links, *document.head_links)}
        named |= {content for name in ("og:image", "og:url") for content in document.metas.get(name, [])}
        named |= {*self.graph.addresses()}
        return {bare(url) for url in named if self.is_internal(url)}


@dataclass(frozen=True)
class File:
    """A file for machines: a sitemap, a feed, robots.txt and the like. ``now`` is a moment with a zone."""

    url: str
    status: int
    kind: str
    text: str
    now: dt.datetime
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def answer(self, url: str) -> Answer | None:
        return self.answers.get(bare(url))


@dataclass(frozen=True)
class Facts:
    """What is kept of a page while the others are read."""

    url: str
    status: int = 200
    title: str = ""
    description: str = ""
    canonical: str = ""
    is_indexable: bool = True

    @property
    def is_canonical(self) -> bool:
        return not self.canonical or self.canonical == self.url


@dataclass(frozen=True)
class Survey:
    """The pages of a site beside each other: ``listed`` are its sitemaps' addresses, ``linked`` what pages link to."""

    pages: tuple[Facts, ...]
    listed: tuple[str, ...] = ()
    linked: frozenset[str] = frozenset()
    home: str = ""
    robots: str = ""
