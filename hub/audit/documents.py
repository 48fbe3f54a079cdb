"""A page of HTML as plain values: what its head says, what it shows, what it links to. No network, no Django."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import SplitResult, urljoin, urlsplit

from bs4 import BeautifulSoup

#: Elements whose text no reader sees.
UNSEEN = ("script", "style", "template", "noscript", "head")


def bare(url: str) -> str:
    """Return an address without its fragment, whatever it looks like."""
    return url.partition("#")[0]


def split(url: str) -> SplitResult:
    """Return the parts of an address; of what is none, a path only."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", url, "", "")


def plain(text: str) -> str:
    """Return ``text`` with every run of white space as one blank."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """Return ``text`` without tags and white space, to compare what is said and not how it is laid out."""
    if "<" in text:
        text = BeautifulSoup(text, "html.parser").get_text()
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True)
class Link:
    """A link: its whole address, and the attribute as it was written."""

    url: str
    written: str
    text: str = ""
    rel: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Document:
    """One page. Lists are in the page's order; text is plain."""

    url: str
    titles: tuple[str, ...] = ()
    metas: dict[str, list[str]] = field(default_factory=dict)
    head_links: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    main_links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    language: str = ""
    h1s: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    text: str = ""
    days: frozenset[str] = frozenset()
    trail: tuple[Link, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    quotes: tuple[str, ...] = ()
    pictures: tuple[Link, ...] = ()
    robots_header: str = ""
    #: Shown to an editor: what it says of its place among published pages is not yet true.
    is_preview: bool = False
    #: Kept out of search, whatever robots are told.
    is_hidden: bool = False

    def meta(self, name: str) -> str:
        return (self.metas.get(name) or [""])[0]

    @property
    def title(self) -> str:
        return self.titles[0] if self.titles else ""

    @property
    def description(self) -> str:
        return self.meta("description")

    @property
    def canonicals(self) -> list[Link]:
        return [link for link in self.head_links if "canonical" in link.rel.split()]

    @property
    def canonical(self) -> str:
        return self.canonicals[0].url if self.canonicals else ""

    @property
    def feeds(self) -> list[Link]:
        """The feeds and other forms of the page that its head names."""
        return [link for link in self.head_links if "alternate" in link.rel.split()]

    @property
    def directives(self) -> list[str]:
        """What robots are told, in the page and in its headers. A preview tells them nothing that will stay."""
        if self.is_preview:
            return []
        said = ",".join([*self.metas.get("robots", []), self.robots_header])
        return [directive.strip().lower() for directive in said.split(",") if directive.strip()]

    @property
    def is_indexable(self) -> bool:
        return not (self.is_hidden or {"noindex", "none"} & {*self.directives})

    @property
    def is_canonical(self) -> bool:
        """Whether the page is known by the address it was found at."""
        return not self.canonical or bare(self.canonical) == bare(self.url)

    @cached_property
    def squeezed_text(self) -> str:
        return squeezed(self.text)

    def shows(self, text: str) -> bool:
        """Say whether a reader can see ``text`` on the page."""
        return squeezed(text) in self.squeezed_text


def parse(url: str, html: str | bytes, **circumstances) -> Document:
    """Return the page ``html`` that was found at the absolute address ``url``.

    ``circumstances`` are what the HTML doesn't say: robots_header, is_preview, is_hidden.
    """
    soup = BeautifulSoup(html, "html.parser")
    metas: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        if name := tag.get("property") or tag.get("name"):
            # Two colours are two facts when they hold for different themes.
            media = f" {tag['media']}" if tag.get("media") else ""
            metas.setdefault(f"{name}{media}".lower(), []).append((tag.get("content") or "").strip())
    scripts = [tag.get_text() for tag in soup.find_all("script", type="application/ld+json")]
    facts = {
        "titles": [plain(tag.get_text()) for tag in soup.find_all("title") if not tag.find_parent("svg")],
        "head_links": [_link(url, tag, "href") for tag in soup.find_all("link", href=True)],
        "language": (soup.html.get("lang") or "") if soup.html else "",
        "days": _days(soup),
        "scripts": scripts,
    }
    for tag in soup.find_all(UNSEEN):
        tag.decompose()
    facts |= _body(url, soup)
    return Document(
        url,
        metas=metas,
        **circumstances,
        **{name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()},
    )


def _body(url: str, soup) -> dict:
    """Return what the page's body shows: links, headings, questions, quotes, pictures."""
    trail = soup.find(attrs={"aria-label": re.compile("^breadcrumbs?$", re.IGNORECASE)})
    return {
        "links": [_link(url, tag, "href") for tag in soup.find_all(["a", "area"], href=True)],
        "main_links": [_link(url, tag, "href") for tag in (soup.main or soup).find_all(["a", "area"], href=True)],
        "ids": frozenset(tag["id"] for tag in soup.find_all(id=True)),
        "h1s": [plain(tag.get_text()) for tag in soup.find_all("h1")],
        "text": plain(soup.get_text(" ")),
        "trail": [_link(url, tag, "href") for tag in trail.find_all("a", href=True)] if trail else [],
        "questions": [_question(tag) for tag in soup.find_all("details") if tag.find("summary")],
        "quotes": [plain(tag.get_text()) for tag in soup.find_all("blockquote")],
        "pictures": [_link(url, tag, "src") for tag in soup.find_all("img", src=True)],
    }


def _days(soup) -> frozenset[str]:
    return frozenset(tag["datetime"][:10] for tag in soup.find_all("time", datetime=True))


def _link(url: str, tag, attribute: str) -> Link:
    written = tag[attribute].strip()
    rel = tag.get("rel") or ""
    try:
        whole = urljoin(url, written)
    except ValueError:
        whole = written
    return Link(
        whole,
        written,
        plain(tag.get_text()),
        (" ".join(rel) if isinstance(rel, list) else rel).lower(),
        (tag.get("type") or "").lower(),
    )


def _question(details) -> tuple[str, str]:
    summary = details.find("summary")
    answer = "".join(str(part) for part in details.contents if part is not summary)
    return plain(summary.get_text()), plain(BeautifulSoup(answer, "html.parser").get_text(" "))
