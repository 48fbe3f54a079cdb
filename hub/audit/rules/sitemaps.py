"""Sitemaps by themselves (sitemaps.org, protocol 0.9): an index of them, or a list of pages."""

from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..answers import File
from ..documents import split
from ..findings import SITEMAP, Severity
from .dates import day_of, is_moment, moment

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
MOST, LARGEST = 50_000, 50 * 1024 * 1024
IN_ORDER = ("loc", "lastmod", "changefreq", "priority")


@dataclass(frozen=True)
class Sitemap:
    """``entries`` are pairs of an address and when it last changed; ``fault`` says why there are none."""

    is_index: bool = False
    entries: tuple[tuple[str, str], ...] = ()
    images: tuple[str, ...] = ()
    fault: str = ""


@lru_cache(maxsize=2)
def read(text: str) -> Sitemap:
    """Return what a sitemap holds."""
    try:
        root = fromstring(text.encode())
    except (ParseError, DefusedXmlException, ValueError) as error:
        return Sitemap(fault=f"is no XML that can be read: {error}")
    if root.tag not in {f"{NAMESPACE}urlset", f"{NAMESPACE}sitemapindex"}:
        return Sitemap(fault=f"begins with <{root.tag}>, not with urlset or sitemapindex of sitemaps.org")
    entries = tuple(
        ((child.findtext(f"{NAMESPACE}loc") or "").strip(), (child.findtext(f"{NAMESPACE}lastmod") or "").strip())
        for child in root
    )
    images = tuple((found.text or "").strip() for found in root.iter(f"{IMAGE}loc"))
    return Sitemap(root.tag.endswith("sitemapindex"), entries, images)


@SITEMAP("sitemap-form", Severity.ERROR)
def is_well_formed(file: File):
    """A sitemap answers 200 as XML and holds whole addresses of this site."""
    if file.status != 200:
        yield f"The sitemap answers {file.status}."
        return
    if file.kind not in {"application/xml", "text/xml"}:
        yield f"The sitemap is sent as {file.kind}: send it as application/xml."
    found = read(file.text)
    if found.fault:
        yield f"The sitemap {found.fault}."
    host = split(file.url).netloc
    for url, _ in found.entries:
        parts = split(url)
        if parts.scheme not in {"http", "https"} or parts.netloc != host or parts.fragment:
            yield f"The sitemap lists “{url}”: only whole addresses of this host, without fragment, may stand there."
    for url in found.images:
        if not split(url).netloc:
            yield f"The sitemap lists the picture “{url}”: write its whole address."


@SITEMAP("sitemap-limits", Severity.ERROR)
def is_within_limits(file: File):
    """A sitemap has at most 50,000 entries and 50 MB."""
    if (count := len(read(file.text).entries)) > MOST:
        yield f"The sitemap has {count} entries: split it, for 50,000 are the most."
    if (size := len(file.text.encode())) > LARGEST:
        yield f"The sitemap has {size} bytes: split it, for 50 MB are the most."


@SITEMAP("sitemap-dates", Severity.ERROR)
def dates_are_true(file: File):
    """What last changed did so on a day that machines can read and that has come."""
    for url, changed in read(file.text).entries:
        if changed and not (is_moment(changed) or (len(changed) == 10 and day_of(changed))):
            yield f"lastmod of {url} is “{changed}”: write 2026-11-24 or 2026-11-24T09:00:00+00:00."
        elif changed and (moment(changed) or moment(f"{day_of(changed)}T00:00:00+14:00")) > file.now:
            yield f"lastmod of {url} is {changed}, which has not come yet: correct it, or search engines ignore all."


@SITEMAP("sitemap-repeated", Severity.ERROR)
def lists_once(file: File):
    """A sitemap lists an address once."""
    seen = set()
    for url, _ in read(file.text).entries:
        if url in seen:
            yield f"The sitemap lists {url} twice: keep one."
        seen.add(url)


@SITEMAP("sitemap-pictures", Severity.ERROR)
def pictures_answer(file: File):
    """The pictures a sitemap names can be fetched."""
    for url in read(file.text).images:
        if (answer := file.answer(url)) and not answer.is_found:
            yield f"The sitemap names the picture {url}, which answers {answer.status}: remove or mend it."
