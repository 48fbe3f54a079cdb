"""Whether an article is found, and leads on: what search engines and readers see of it before they open it.

Sources: Google Search Central on titles, snippets and links; Yoast's published thresholds.
"""

from blog.quality.draft import Draft, Role
from blog.quality.findings import Place, Severity
from blog.quality.prose import occurrences, words
from hub.core.seo.widths import DESCRIPTION_ROOM, DESCRIPTION_SIZE, TITLE_ROOM, TITLE_SIZE, width

from .base import Found, collection, shortened

RULES, rule = collection("Finding")

TITLE, SEO_TITLE, SLUG = Place("title", "Title"), Place("seo_title", "Title tag"), Place("slug", "Slug")
DESCRIPTION, BODY = Place("search_description", "Meta description"), Place("body", "Body")
FOCUS = Place("focus_phrase", "Focus phrase")
SHORTEST_TITLE, SHORTEST_DESCRIPTION = 200, 400
LONGEST_SLUG, MOST_WORDS_OF_A_SLUG = 75, 9
FEWEST_LINKS = 2
MOST_OFTEN, LEAST_WORDS = 0.03, 100


@rule("title-width", Severity.SHOULD)
def title_width(draft: Draft):
    """The title is shown whole in search results, whatever becomes of the practice's name behind it."""
    shown = draft.seo_title or draft.title
    wide = width(shown, TITLE_SIZE)
    place = SEO_TITLE if draft.seo_title else TITLE
    if wide > TITLE_ROOM:
        yield Found(
            f"The title is {wide} pixels wide in search results, which show {TITLE_ROOM}. Shorten it, or give a "
            "shorter title tag.",
            place,
            shown,
        )
    elif 0 < wide < SHORTEST_TITLE:
        yield Found(
            "The title is so short that it says little in search results. Add what the article answers.",
            place,
            shown,
            Severity.NOTE,
        )


@rule("description-missing", Severity.SHOULD)
def description_missing(draft: Draft):
    """Search results say of the article what its author would."""
    if not draft.description.strip():
        instead = (
            f" Until then this is shown: “{shortened(draft.shown_description)}”" if draft.shown_description else ""
        )
        yield Found(
            "There is no description for search results. Write one or two sentences that answer the "
            f"question.{instead}",
            DESCRIPTION,
        )


@rule("description-width", Severity.SHOULD)
def description_width(draft: Draft):
    """The description is shown whole in search results."""
    wide = width(draft.description.strip(), DESCRIPTION_SIZE)
    if wide > DESCRIPTION_ROOM:
        yield Found(
            f"The description is {wide} pixels wide; search results show {DESCRIPTION_ROOM} on a desktop. Shorten it.",
            DESCRIPTION,
            draft.description,
        )
    elif 0 < wide < SHORTEST_DESCRIPTION:
        yield Found(
            "The description is short. There is room for about 150 characters.",
            DESCRIPTION,
            draft.description,
            Severity.NOTE,
        )


@rule("focus-phrase-missing-where-it-matters", Severity.SHOULD)
def focus_phrase_missing(draft: Draft):
    """The phrase that readers search with stands where they look for it."""
    phrase = words(draft.focus_phrase.lower())
    if not phrase:
        return
    first = next((passage.text for passage in draft.passages if passage.role == Role.PROSE), "")
    headings = " / ".join(passage.text for passage in draft.passages if passage.role in (Role.HEADING, Role.QUESTION))
    looked = {
        "the title": draft.seo_title or draft.title,
        "the description": draft.description or draft.shown_description,
        "the first paragraph": f"{draft.standfirst} {first}",
        "a heading or question": headings,
        "the address": draft.slug.replace("-", " "),
    }
    missing = [where for where, text in looked.items() if not set(phrase) <= set(words(text.lower()))]
    if missing:
        yield Found(
            f"“{draft.focus_phrase}” is missing in {_listed(missing)}. Use it there where it reads naturally.",
            FOCUS,
            draft.focus_phrase,
        )


@rule("focus-phrase-stuffed", Severity.SHOULD)
def focus_phrase_stuffed(draft: Draft):
    """No phrase is repeated until it is noticed."""
    if not draft.focus_phrase.strip():
        return
    count, length = occurrences(draft.focus_phrase, draft.text), len(words(draft.text))
    if length >= LEAST_WORDS and count / length > MOST_OFTEN:
        yield Found(
            f"“{draft.focus_phrase}” stands in the text {count} times. Readers notice, and search engines too: vary "
            "it.",
            FOCUS,
            draft.focus_phrase,
        )


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@rule("address", Severity.SHOULD)
def address(draft: Draft):
    """The address can be read, and read out."""
    parts = [part for part in draft.slug.split("-") if part]
    if not draft.slug:
        return
    if len(draft.slug) > LONGEST_SLUG or len(parts) > MOST_WORDS_OF_A_SLUG:
        yield Found(f"The address has {len(parts)} words. Keep the three to six that matter.", SLUG, draft.slug)
    elif all(part.isdigit() for part in parts) or "_" in draft.slug or "%" in draft.slug:
        yield Found(
            "The address says nothing. Use the words that the article is about, joined by hyphens.", SLUG, draft.slug
        )


@rule("few-links", Severity.SHOULD)
def few_links(draft: Draft, around):
    """At least two links lead to other articles."""
    keys = {link.page for link in draft.links if link.page is not None}
    count = sum(around.targets[key].is_article for key in keys if key in around.targets)
    if count < FEWEST_LINKS:
        number = "No link leads" if not count else "One link leads"
        yield Found(
            f"{number} to another article. Link at least {FEWEST_LINKS} where readers would want to know more.", BODY
        )


@rule("broken-link", Severity.MUST)
def broken_link(draft: Draft, around):
    """Every link inside the site leads somewhere."""
    for link in draft.links:
        if link.page is not None:
            target = around.targets.get(link.page)
            if target is None:
                yield Found(
                    "This link leads to a page that is no longer there. Choose another, or remove the link.",
                    link.place,
                    link.text,
                )
            elif not target.is_visible:
                yield Found(
                    f"This link leads to “{target.title}”, which visitors can't see. Publish that page, or remove "
                    "the link.",
                    link.place,
                    link.text,
                    Severity.SHOULD,
                )
        elif link.href.startswith("#"):
            if link.href[1:] and link.href[1:] not in draft.anchors:
                yield Found(
                    f"Nothing on the page has the name “{link.href}”. Choose a heading that is there.",
                    link.place,
                    link.text,
                )
        elif around.paths.get(link.href) is False:
            yield Found(f"There is nothing at {link.href}. Correct the link, or remove it.", link.place, link.text)


@rule("broken-link-out", Severity.SHOULD)
def broken_link_out(draft: Draft, around):
    """No link leads to something outside the site that is gone."""
    for link in draft.leads_out:
        if gone := around.broken.get(link.href):
            since = f" It has failed since {gone.since.day} {gone.since:%B %Y}." if gone.since else ""
            yield Found(
                f"This link is broken: {gone.reason}{since} Correct {link.href}, or remove the link.",
                link.place,
                link.text or link.href,
            )


@rule("title-taken", Severity.SHOULD)
def title_taken(draft: Draft, around):
    """No two articles have the same title."""
    if around.same_title:
        yield Found(
            f"“{around.same_title[0]}” has the same title. Say in this one how they differ.", TITLE, draft.title
        )


@rule("orphan", Severity.NOTE)
def orphan(draft: Draft, around):
    """Something links to every article."""
    if around.inbound == 0:
        yield Found("No other page links to this article. Link it from articles on the same topic.")
