"""What the head of a page tells search engines.

Sources: Google Search Central on title links, snippets, canonical addresses and robots meta tags (November 2026);
HTML Living Standard; BCP 47.
"""

import re
from urllib.parse import parse_qsl

from hub.core.seo.widths import DESCRIPTION_ROOM, DESCRIPTION_SIZE, TITLE_ROOM, TITLE_SIZE, width

from ..answers import Subject
from ..documents import bare, split
from ..findings import PAGE, Severity, shortened

SHORTEST_TITLE, SHORTEST_DESCRIPTION = 15, 70
LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")
DIRECTIVES = {"all", "index", "noindex", "follow", "nofollow", "none", "noarchive", "nosnippet", "notranslate"}
DIRECTIVES |= {"noimageindex", "indexifembedded", "nocache"}
VALUED = re.compile(
    r"^(max-snippet:-?\d+|max-video-preview:-?\d+|max-image-preview:(none|standard|large)|unavailable_)"
)
TRACKING = re.compile(r"^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|dclid|igshid|_ga)$")


@PAGE("title-missing", Severity.ERROR)
def has_title(page: Subject):
    """A page has a title."""
    if not page.document.title:
        yield "The page has no title: fill in its title, or the title for search engines."


@PAGE("title-repeated", Severity.ERROR)
def has_one_title(page: Subject):
    """A page has one <title> only."""
    if len(page.document.titles) > 1:
        yield f"The head has {len(page.document.titles)} titles: keep one."


@PAGE("title-long", Severity.WARNING)
def title_fits(page: Subject):
    """What the title says of the page itself fits into a search result; the site's name after it may be cut."""
    site, title = page.document.meta("og:site_name"), page.document.title
    own = re.sub(rf"\s*[|–—·-]\s*{re.escape(site)}$", "", title) if site else title
    if (wide := width(own, TITLE_SIZE)) > TITLE_ROOM:
        yield (
            f"“{shortened(own)}” is {wide} pixels wide and search results show about {TITLE_ROOM}: "
            "give the page a shorter title for search engines."
        )


@PAGE("title-short", Severity.NOTICE)
def title_says_something(page: Subject):
    """A title has a few words."""
    if 0 < len(page.document.title) < SHORTEST_TITLE:
        yield f"“{page.document.title}” says little: a title of a few words tells people what they will find."


@PAGE("description-missing", Severity.WARNING)
def has_description(page: Subject):
    """A page that search engines may show has a description."""
    if page.document.is_indexable and not page.document.description:
        yield "The page has no description: write a standfirst, or a description for search engines."


@PAGE("description-repeated", Severity.ERROR)
def has_one_description(page: Subject):
    """A page has one description only."""
    if (count := len(page.document.metas.get("description", []))) > 1:
        yield f"The head has {count} descriptions: keep one."


@PAGE("description-length", Severity.NOTICE)
def description_fits(page: Subject):
    """A description fills its room in a search result and is not cut."""
    text = page.document.description
    if width(text, DESCRIPTION_SIZE) > DESCRIPTION_ROOM:
        yield f"The description has {len(text)} characters and will be cut: about 155 are shown."
    elif 0 < len(text) < SHORTEST_DESCRIPTION:
        yield f"The description has {len(text)} characters: there is room for about 155."


@PAGE("canonical-missing", Severity.ERROR)
def has_canonical(page: Subject):
    """A page that search engines may show has one canonical address."""
    count = len(page.document.canonicals)
    if count > 1 or (page.document.is_indexable and count == 0):
        yield f"The head names {count or 'no'} canonical addresses: it should name one."


@PAGE("canonical-form", Severity.ERROR)
def canonical_is_absolute(page: Subject):
    """A canonical address is absolute, without fragment and without parameters that only track."""
    for link in page.document.canonicals:
        parts = split(link.written)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            yield f"The canonical address “{link.written}” is not absolute: begin it with https://."
        if parts.fragment:
            yield f"The canonical address “{link.written}” has a fragment, which search engines drop: leave it out."
        if tracking := [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if TRACKING.match(name)]:
            yield f"The canonical address carries {', '.join(tracking)}, which tracks readers: leave it out."


@PAGE("canonical-answers", Severity.ERROR)
def canonical_answers(page: Subject):
    """The canonical address answers 200, may be indexed, and calls itself canonical."""
    url = page.document.canonical
    answer = page.answer(url) if url else None
    # Of a page that is kept out of search nobody asks which address it is known by.
    if page.document.is_canonical or answer is None or not page.document.is_indexable:
        return
    if not answer.is_found:
        yield f"The canonical address {url} answers {answer.status}: name a page that can be opened."
    elif not answer.is_indexable:
        yield f"The canonical address {url} asks to be left out of search: one of the two pages must change."
    elif answer.canonical and bare(answer.canonical) != bare(url):
        yield f"The canonical address {url} names another, {answer.canonical}: name that one at once."


@PAGE("robots-unknown", Severity.WARNING)
def robots_are_known(page: Subject):
    """What robots are told are words that they know."""
    for directive in page.document.directives:
        if directive not in DIRECTIVES and not VALUED.match(directive.replace(" ", "")):
            yield f"No search engine knows the robots directive “{shortened(directive)}”: correct or remove it."


@PAGE("robots-contradict", Severity.ERROR)
def robots_agree(page: Subject):
    """What robots are told in the page and in its headers doesn't contradict itself."""
    said = {*page.document.directives}
    if said & {"noindex", "none"} and said & {"index", "all"}:
        yield "Robots are told both to index the page and not to: keep one."
    in_header = "noindex" in page.document.robots_header.lower()
    if in_header and page.document.metas.get("robots") and "noindex" not in page.document.meta("robots").lower():
        yield "The header X-Robots-Tag says noindex and the page does not: let them say the same."


@PAGE("robots-preview", Severity.NOTICE)
def robots_may_show_pictures(page: Subject):
    """A page that may be indexed allows large pictures and whole snippets."""
    document = page.document
    if document.is_indexable and not document.is_preview and "max-image-preview:large" not in document.directives:
        yield "Robots may not show a large picture of the page: add max-image-preview:large."


@PAGE("language", Severity.ERROR)
def has_language(page: Subject):
    """The page says which language it is written in."""
    if not LANGUAGE.match(page.document.language):
        said = f"“{page.document.language}” is no language" if page.document.language else "The page names no language"
        yield f'{said}: <html lang="en-GB"> would be one.'


@PAGE("viewport", Severity.ERROR)
def has_viewport(page: Subject):
    """The page fits small screens, and readers may enlarge it."""
    said = page.document.meta("viewport").replace(" ", "").lower()
    if "width=device-width" not in said:
        yield "The page doesn't say that it fits small screens: add width=device-width to the viewport."
    scale = re.search(r"maximum-scale=([\d.]+)", said)
    if "user-scalable=no" in said or "user-scalable=0" in said or (scale and float(f"0{scale[1]}") < 5):
        yield "The viewport keeps readers from enlarging the page: remove user-scalable and maximum-scale."


@PAGE("heading-missing", Severity.ERROR)
def has_heading(page: Subject):
    """A page has a heading of the first level."""
    if not any(page.document.h1s):
        yield "The page has no first-level heading: its title belongs there."


@PAGE("heading-repeated", Severity.WARNING)
def has_one_heading(page: Subject):
    """A page has one heading of the first level only."""
    if len(page.document.h1s) > 1:
        yield f"The page has {len(page.document.h1s)} first-level headings: keep one and lower the others."


@PAGE("theme-colour", Severity.NOTICE)
def has_theme_colours(page: Subject):
    """A browser's frame gets a colour for light and for dark."""
    themes = {name for name in page.document.metas if name.startswith("theme-color")}
    if not ("theme-color" in themes or {"light", "dark"} == {t for t in ("light", "dark") if t in " ".join(themes)}):
        yield "The page gives no colour for light and dark themes: add two theme-color tags."
