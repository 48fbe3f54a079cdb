"""The sources an article names at its end."""

import re

from blog.importing.outline import Reference, plain
from blog.importing.recognise.words import words

_HEADING = re.compile(
    r"(?i)(?:selected |list of )?(?:references?|sources?|bibliography|works cited|citations|literature)"
    r"(?: (?:and|&) (?:further reading|sources|references|notes))?:?"
)
_WITH_YEAR = re.compile(r"(?P<authors>[^()]{2,240}?)[.,]? \((?P<year>1[5-9]\d\d|20\d\d)\)[.,:]? (?P<rest>\S.*)")
_YEAR = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;)]")
_LINK = re.compile(r'<a href="([^"]*)">((?:(?!</?a\b).)*)</a>')
_LONGEST_TITLE, _LONGEST_AUTHORS, _LONGEST_PLACE, _LONGEST_ADDRESS = 300, 250, 200, 200


def is_references_heading(text: str) -> bool:
    return bool(_HEADING.fullmatch(text.strip()))


def names_source(markup: str) -> bool:
    """Whether a paragraph reads like a source: it names a year or an address."""
    return bool(_LINK.search(markup) or _ADDRESS.search(markup) or _YEAR.search(plain(markup)))


def read_reference(markup: str) -> Reference | None:
    """A source from its inline HTML, with every word of it; None where it has no room or is no source.

    "Authors (year). Title. Place. Address" is taken apart; anything else is a title as it stands.
    """
    if "<ul" in markup or "<ol" in markup or "<br" in markup:
        return None
    url, text = _address(markup)
    if not words(text) or len(url) > _LONGEST_ADDRESS:
        return None
    match = _WITH_YEAR.fullmatch(text)
    if match:
        title, _, place = match["rest"].partition(". ")
        authors = match["authors"]
        fits = len(authors) <= _LONGEST_AUTHORS and len(title) <= _LONGEST_TITLE and len(place) <= _LONGEST_PLACE
        if fits and words(title):
            return Reference(authors, title.rstrip(" ."), place.rstrip(" ."), int(match["year"]), url)
    return Reference("", text, "", None, url) if len(text) <= _LONGEST_TITLE else None


def _address(markup: str) -> tuple[str, str]:
    """The one address of a source, and its text without that address; the whole text where it names several."""
    text = plain(markup)
    linked = [match[1].replace("&amp;", "&") for match in _LINK.finditer(markup)]
    written = _ADDRESS.findall(text)
    found = list(dict.fromkeys([*linked, *written]))
    if len(found) != 1 or not found[0].startswith(("http://", "https://")):
        return "", text
    if len(written) == 1 and written[0] == found[0]:
        without = " ".join(text.replace(written[0], " ").split()).rstrip(" ,;:")
        return (found[0], without) if words(without) else ("", text)
    return found[0], text
