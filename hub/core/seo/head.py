"""The head of a page from plain values, so that nothing on the page and nothing in its head can disagree.

Sources: Google Search Central on titles, descriptions, canonical addresses and robots meta tags; the Open Graph
protocol (ogp.me); X's documentation of cards.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

INDEXABLE = "max-image-preview:large, max-snippet:-1"
HIDDEN = "noindex"

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
RSS = "application/rss+xml"

DEFAULT_PATTERN = "{title} | {practice}"

#: What campaigns, mail programs and social networks add to an address; none of it changes what is shown.
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|_hs\w+|gad_\w+|(?:g|db|wb|gb|f|ms|tt|tw|ym|y|li|ig|epi|sc_c)clid|"
    r"fbclid|gclsrc|dclid|gbraid|wbraid|igshid|igsh|mc_cid|mc_eid|mkt_tok|vero_id|oly_\w+_id|_ga|_gl|ref_src|srsltid",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True)
class Feed:
    """A feed named in the head: ``kind`` is its media type."""

    title: str
    url: str
    kind: str = ATOM


@dataclass(frozen=True)
class Picture:
    """An image to share a page with: absolute address, size in pixels, alternative text, media type."""

    url: str
    width: int
    height: int
    alt: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Head:
    """All that a page's head says. Text is plain; templates escape it. Dates are ISO 8601 with their zone.

    ``address`` is the page's own address, which ``canonical`` is as well unless an editor named another.
    """

    title: str
    heading: str = ""
    description: str = ""
    address: str = ""
    canonical: str = ""
    robots: str = INDEXABLE
    site_name: str = ""
    language: str = ""
    kind: str = "website"
    picture: Picture | None = None
    published: str = ""
    modified: str = ""
    author: str = ""
    author_url: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    feeds: tuple[Feed, ...] = field(default=())

    @property
    def share_title(self) -> str:
        """The title for those who share the page: without the site's name, which is said beside it."""
        return self.heading or self.title

    @property
    def locale(self) -> str:
        """The language in Open Graph's form, ``en_GB``; "" for one without a territory."""
        language, _, territory = self.language.partition("-")
        return f"{language}_{territory}" if territory else ""


def title_of(title: str, site_name: str, *, own: str = "", page_number: int = 1, pattern: str = DEFAULT_PATTERN) -> str:
    """Return the text of ``<title>``: the editor's own as it stands, else the page's title set into ``pattern``."""
    title = own or title
    if page_number > 1:
        title = f"{title}, page {page_number}"
    if own or not site_name or title == site_name:
        return title
    if not is_pattern(pattern):
        pattern = DEFAULT_PATTERN
    return _FIELD.sub(lambda match: {"title": title, "practice": site_name}[match[1]], pattern)


def is_pattern(pattern: str) -> bool:
    """Say whether ``pattern`` can make a title: ``{title}`` in it, ``{practice}`` perhaps, and no other field."""
    fields = _FIELD.findall(pattern)
    bare = _FIELD.sub("", pattern)
    return "title" in fields and set(fields) <= {"title", "practice"} and not {"{", "}"} & set(bare)


def description_of(*candidates: str, page_number: int = 1) -> str:
    """Return the first candidate that says something, white space collapsed, with the number of a further page."""
    found = next((text for candidate in candidates if (text := " ".join(candidate.split()))), "")
    return f"{found} (page {page_number})" if found and page_number > 1 else found


def canonical_of(url: str, **parameters) -> str:
    """Return the address a page is known by: absolute, with only the parameters that change what is shown."""
    kept = {name: value for name, value in parameters.items() if value}
    return f"{url}?{urlencode(kept)}" if kept else url


def without_tracking(url: str) -> str:
    """Return an address without fragment and without what others add to it to follow people."""
    parts = urlsplit(url)
    kept = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    ]
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", urlencode(kept), ""))


def canonical_fault(url: str) -> str:
    """Return what is wrong with an address that an editor wants a page to be known by; "" where nothing is."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "That is no web address."
    if parts.scheme not in {"http", "https"} or not host:
        return "Give the whole address, with https:// at its start."
    if not url.isprintable() or " " in url:
        return "An address holds no spaces."
    if parts.username or parts.password:
        return "An address that search engines keep holds no password."
    return ""


def language_tag(code: str) -> str:
    """Return a language code in the form of BCP 47: "en-gb" and "en_GB" are both "en-GB"."""
    language, _, territory = code.replace("_", "-").partition("-")
    if not territory:
        return language.lower()
    return f"{language.lower()}-{territory.upper() if len(territory) == 2 else territory.title()}"
