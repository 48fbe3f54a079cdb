"""From pages, settings and blocks to the plain values that ``hub.core.seo`` makes JSON-LD of.

A page's graph holds only what a visitor may see, in the words the page shows it in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Site

from hub.core.blocks import questions
from hub.core.models.site import Practice
from hub.core.reading import plain
from hub.core.seo import content, graph
from hub.core.seo.business import Business, practice
from hub.core.seo.dates import stamp
from hub.core.seo.head import Head, Picture, language_tag

#: The rendition of a picture in the text that the page offers its readers as well, so that none is made for the graph.
BODY_PICTURE = "format-jpeg|width-960"
POSTER = "format-jpeg|width-960"


def site_address(request) -> str:
    """Return the address of the request's site, with a slash at the end; "/" where no site is set up."""
    site = Site.find_for_request(request) if request else None
    return f"{site.root_url}/" if site else "/"


def shared(request, rendition, alt: str) -> Picture:
    """Return a rendition as the picture a page is shared with."""
    url = urljoin(site_address(request), rendition.url)
    return Picture(url, rendition.width, rendition.height, alt, "image/jpeg")


@dataclass(frozen=True)
class Frame:
    """What every page's graph needs to know: the page as it is being shown, and the site around it.

    ``trail`` are the pages from the home page down to the page's parent that a visitor may see.
    """

    request: object
    head: Head
    page: object
    trail: tuple = ()
    context: dict | None = None

    @cached_property
    def home(self) -> str:
        return site_address(self.request)

    @property
    def url(self) -> str:
        return self.head.address

    @property
    def language(self) -> str:
        return self.head.language

    @property
    def picture_identity(self) -> str:
        return f"{self.url}#image" if self.head.picture else ""

    @property
    def shared_picture(self) -> str:
        return self.head.picture.url if self.head.picture else ""

    def absolute(self, url: str) -> str:
        """Return an address of this site in full."""
        return urljoin(self.home, url) if url else ""

    def address_of(self, page) -> str:
        """Return the address of a page in full; "" for one that has none."""
        return page.get_full_url(self.request) or ""

    def picture_of(self, image, spec: str) -> Picture | None:
        """Return a rendition of an image that the page shows as well."""
        if not image:
            return None
        rendition = image.get_rendition(spec)
        return Picture(self.absolute(rendition.url), rendition.width, rendition.height)


def page_graph(frame: Frame) -> str:
    """Return the JSON-LD of a page, ready to stand in its head; "" for one that has no address yet."""
    if not frame.url:
        return ""
    steps = [(page.title, frame.address_of(page)) for page in frame.trail]
    if steps:
        steps[0] = ("Home", steps[0][1])
        steps.append((frame.page.title, frame.url))
    way = graph.breadcrumbs(frame.url, steps)
    properties = frame.page.graph_properties(frame)
    kinds = properties.pop("kinds", None) or frame.page.page_kinds
    nodes = [
        graph.webpage(
            frame.url,
            frame.home,
            frame.page.title,
            kinds,
            inLanguage=frame.language,
            breadcrumb=graph.reference(way["@id"]) if way else None,
            primaryImageOfPage=graph.reference(frame.picture_identity),
            **properties,
        ),
        *frame.page.graph_nodes(frame),
        *([way] if way else []),
        *([graph.image(frame.picture_identity, frame.head.picture)] if frame.head.picture else []),
        *site_nodes(frame),
    ]
    return graph.written(nodes)


def site_nodes(frame: Frame) -> list[dict]:
    """Return the site and the practice, which every page's graph ends with."""
    of = Practice.for_request(frame.request)
    business = business_of(of, frame.absolute, of.display_name, frame.home, of.kind)
    return [
        graph.website(frame.home, of.display_name, frame.language, of.strapline),
        practice(frame.home, business, in_full=frame.page.introduces_practice),
    ]


def business_of(place, absolute, name: str, url: str, kind: str) -> Business:
    """Return the practice, or one of its places, as values. ``place`` has the fields of ``models.places.Place``."""
    is_practice = isinstance(place, Practice)
    logo = place.logo.file.url if is_practice and place.logo else static("img/icon.svg")
    return Business(
        name=name,
        url=url,
        kind=kind,
        telephone=place.telephone,
        email=place.email,
        address=place.postal_address,
        hours=place.hours,
        area_served=place.areas,
        logo=absolute(logo) if is_practice else "",
        profiles=tuple(row.value["url"] for row in place.profiles) if is_practice else (),
    )


def language() -> str:
    """Return the language the site is written in, in the form of BCP 47."""
    return language_tag(settings.LANGUAGE_CODE)


def moment(day) -> str:
    """Return a day or moment as ISO 8601 with the site's zone; "" for none."""
    return stamp(day, timezone.get_default_timezone())


def question_nodes(stream) -> list[dict]:
    """Return the questions of a stream's FAQ blocks, word for word."""
    return content.questions((item.text, plain(str(item.answer))) for item in questions(stream))


def quotations(stream) -> list[dict]:
    """Return the quotes of a stream that say whose words they are."""
    return [
        content.quotation(value["text"], value["speaker"], value.get("role") or "", _source_of(value))
        for value in _values(stream, "quote")
        if value.get("text") and value.get("speaker")
    ]


def _source_of(value) -> content.Source:
    return content.Source(value.get("source_title") or "", value.get("source_url") or "", value.get("year"))


def cited_sources(rows: Iterable) -> tuple[content.Source, ...]:
    """Return the sources of reference values, in order; those without a title are left out."""
    return tuple(
        content.Source(row["title"], row.get("url") or "", row.get("year"), row.get("authors") or "")
        for row in rows
        if row and row.get("title")
    )


def references_in(stream) -> list:
    """Return the reference values that stand in a stream's lists of sources."""
    return [row for value in _values(stream, "references") for row in value.get("items") or []]


def videos(stream, frame: Frame) -> list[dict]:
    """Return the films of a stream of which enough is known."""
    found = []
    for value in _values(stream, "video"):
        still = frame.picture_of(value.get("poster"), POSTER) if value.get("published_on") else None
        film = content.video(
            value.get("title") or "",
            value.get("url") or "",
            still.url if still else "",
            moment(value.get("published_on")),
            value.get("description") or "",
        )
        found += [film] if film else []
    return found


def pictures(stream, frame: Frame) -> list[dict]:
    """Return the pictures of a stream that say something."""
    found = []
    for value in _values(stream, "image"):
        image = value.get("image")
        if image and not getattr(image, "decorative", False):
            shown = frame.picture_of(image, BODY_PICTURE)
            found.append(graph.image("", shown, value.get("caption") or "", value.get("credit") or ""))
    return found


def _values(stream, block: str) -> list:
    return [child.value for child in stream if child.block_type == block and child.value]
