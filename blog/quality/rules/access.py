"""Whether an article is there for everybody, however they read it.

Source: WCAG 2.2, success criteria 1.1.1, 1.3.1, 2.4.4 and 2.4.6.
"""

import re

from blog.quality.draft import Draft, Role
from blog.quality.findings import Severity
from blog.quality.matching import lines

from .base import Found, collection, shortened

RULES, rule = collection("Access")

#: Link texts that say nothing when they are read alone.
EMPTY_LINK_TEXTS = frozenset(
    lines("""
        here
        click here
        click
        read more
        more
        learn more
        find out more
        this
        this page
        this article
        this link
        link
        see here
        see more
        go
        continue
        continue reading
        view
        view more
        details
        info
        more info
        more information
        website
        page
        article
        post
        download
        read this
        read on
        over here
    """)
)

#: Alternative texts that say nothing.
EMPTY_ALTS = frozenset(
    "image|picture|photo|photograph|graphic|illustration|icon|logo|img|pic|untitled|screenshot|banner|header|hero|"
    "featured image|stock photo|placeholder|alt text|alt".split("|")
)

LONGEST_ALT = 200
#: A file's name, with its ending or without, or the number that a camera or a screenshot gave it.
_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)$|^(?:img|dsc|dscn|dscf|pxl)[_\s-]?\d+|^[\w-]*_[\w-]*$"
    r"|^(?=\S*[\d-])\w+(?:-\w+){2,}$"
    rf"|^(?:{'|'.join(EMPTY_ALTS)}|screen shot|whatsapp image|unnamed)\s*[(#_-]?\s?\d[\d\s.:()_-]*(?:at [\d.:\s]+)?$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"^(?:an? |the )?(?:image|picture|photo|photograph|graphic|illustration) (?:of|showing)\b", re.IGNORECASE
)


@rule("picture-without-alt", Severity.MUST)
def picture_without_alt(draft: Draft):
    """A picture says in words what it shows, or that it shows nothing."""
    for picture in draft.pictures:
        if not picture.alt.strip() and not picture.is_decorative:
            yield Found(
                "The picture has no alternative text. Say what it shows, or tick “decorative”.",
                picture.place,
                picture.file_name,
            )


@rule("alt-says-nothing", Severity.SHOULD)
def alt_says_nothing(draft: Draft):
    """Alternative text says something."""
    for picture in draft.pictures:
        alt = picture.alt.strip()
        if not alt or picture.is_decorative:
            continue
        if alt.lower().strip(" .") in EMPTY_ALTS or _FILE_NAME.search(alt) or len(alt) < 4:
            yield Found(
                f"“{shortened(alt, 60)}” does not say what the picture shows. Describe it as on the telephone.",
                picture.place,
                alt,
            )
        elif _ANNOUNCED.match(alt):
            yield Found(
                "Screen readers say that it is a picture. Begin with what it shows.", picture.place, alt, Severity.NOTE
            )
        elif picture.caption and alt.lower() == picture.caption.strip().lower():
            yield Found(
                "The alternative text repeats the caption, so that some hear it twice. Describe the picture.",
                picture.place,
                alt,
            )
        elif len(alt) > LONGEST_ALT:
            yield Found(
                f"The alternative text has {len(alt)} characters. Say the essential in one or two sentences.",
                picture.place,
                shortened(alt),
                Severity.NOTE,
            )


@rule("link-text", Severity.SHOULD)
def link_text(draft: Draft):
    """A link's words say where it leads, also when they are read alone."""
    for link in draft.links:
        text = " ".join(link.text.lower().split()).strip(" .:→›»>")
        if not text:
            yield Found("This link has no words. Say where it leads.", link.place, link.href, Severity.MUST)
        elif text in EMPTY_LINK_TEXTS:
            yield Found(
                f"“{link.text}” does not say where the link leads. Use the words that name what is there.",
                link.place,
                link.text,
            )
        elif text.startswith(("http://", "https://", "www.")):
            yield Found(
                "An address is no link text: it is read out letter by letter. Name what is there.",
                link.place,
                link.text,
            )


@rule("heading-order", Severity.NOTE)
def heading_order(draft: Draft):
    """Headings stand in order: a part comes in a section, a detail in a part."""
    level = 1
    for passage in draft.passages:
        if passage.role != Role.HEADING or not passage.level:
            continue
        if passage.level > level + 1:
            yield Found(
                "This heading is more than one step below the one before it. The page mends that; choose the size "
                "that is meant.",
                passage.place,
                passage.text,
            )
        level = passage.level


@rule("empty-heading", Severity.MUST)
def empty_heading(draft: Draft):
    """A heading has words."""
    for passage in draft.passages:
        if passage.role == Role.HEADING and not passage.text.strip():
            yield Found("This heading is empty. Write it, or remove the block.", passage.place)


@rule("table-without-headings", Severity.MUST)
def table_without_headings(draft: Draft):
    """Every column of a table says what it holds."""
    for table in draft.tables:
        # The corner above the row headings may stay empty.
        headings = [heading.strip() for heading in table.headings[1:] or table.headings]
        if not any(headings):
            yield Found(
                "The table's columns have no headings. Without them nobody can hear which cell is which.", table.place
            )
        elif not all(headings):
            yield Found(
                f"Column {headings.index('') + 2} of the table has no heading. Say what it holds.",
                table.place,
                severity=Severity.SHOULD,
            )
