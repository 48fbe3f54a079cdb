"""Which lines are headings, the title and the subtitle, judged by their form."""

import re
from itertools import groupby

from blog.importing.outline import LONGEST_HEADING, LONGEST_SUBTITLE, LONGEST_TITLE, MOST_KEY_POINTS
from blog.importing.parts import Listing, Paragraph, Part
from blog.importing.recognise.quotes import read_attribution, read_quote
from blog.importing.recognise.words import (
    content_words,
    ends_sentence,
    is_question,
    is_title_case,
    sentences,
    starts_small,
    vocabulary,
    words,
)

_MOST_WORDS, _MOST_WORDS_OF_A_TITLE, _MOST_WORDS_OF_A_LEAD_IN = 12, 25, 8

INTERROGATIVE = re.compile(r"(?i)(?:what|why|how|when|where|who|whom|whose|which)\b")
_ASKS_THE_READER = re.compile(r"(?i)(?:have|do|did|are|is this|were|ever|can|feel\w*|sound\w*|does (?:this|that))\b")
_OPENS_A_SECTION = re.compile(
    r"(?i)(?:introduction|overview|background|summary|conclusions?|in conclusion|final thoughts|closing thoughts|"
    r"next steps|key (?:points|takeaways|facts)|takeaways|references|sources|further reading|resources|"
    r"at a glance|about (?:us|the author|this \w+)|faqs?|symptoms|causes|diagnosis|treatments?|prevention)"
)
ENUMERATION = re.compile(
    r"(?i)(?:\d+ |two |three |four |five |six |seven |eight |nine |ten |the |some |common |main |key |early |warning |"
    r"different |top |other |possible |typical |important |core |practical |effective |simple |useful |popular |"
    r"essential |proven |best |basic |small |easy |gentle |first )*"
    r"(?:types?|kinds?|forms?|signs?|symptoms|causes|stages|steps|phases|benefits|ways|reasons|tips|strategies|"
    r"techniques|methods|approaches|effects|factors|examples|myths|importance|elements|skills|tools|principles|"
    r"exercises|challenges|misconceptions|barriers|habits|components)\b"
    r"(?= (?:of|to|for|that|you|your|we|why|people|in|behind|used)\b|$)"
)
_KEY_POINTS = re.compile(
    r"(?i)(?:the )?(?:key (?:points|takeaways|facts)|(?:main )?takeaways|at a glance|in brief|in short)"
)
_BYLINE = re.compile(
    r"(?i)(?:(?:medically |clinically )?(?:written|reviewed|edited|posted|published|updated|last (?:updated|reviewed)|"
    r"author)\b ?(?:by|on|:)|by [A-Z]|\d+ min(?:ute)?s?[ -]read|\d{1,2} \w+ \d{4}$|\w+ \d{1,2}, \d{4}$)"
)
_CONTACT = re.compile(r"(?i)https?:|www\.|@|(?:\d[ ().-]?){6}")
_OPEN_END = vocabulary(
    "a an and are as at be by can do for from get has have he i if in include includes including is it like may",
    "mean means might must need of on or our she should such than that the their these they this to we when will",
    "with you your",
)


def looks_like_heading(text: str) -> bool:
    """One short line that does not close like a sentence, in no quotation marks, no byline, no address."""
    if not words(text) or len(words(text)) > _MOST_WORDS or len(text) > LONGEST_HEADING:
        return False
    if text.endswith((".", "!", "…", ",", ";", ":", "-", "–", "—")) or (ends_sentence(text) and not is_question(text)):
        return False
    if starts_small(text) or not (text[0].isalnum() or text[0] in "(“‘\"'«¿["):
        return False
    is_speech = bool(re.search(r"[,.!?][\"”’»]", text)) or read_quote(text) or read_attribution(text)
    return not is_speech and not is_byline(text) and not _CONTACT.search(text)


def is_byline(text: str) -> bool:
    """Who wrote or reviewed the article, or when: a matter of the page's own fields."""
    return bool(_BYLINE.match(text)) and len(words(text)) <= _MOST_WORDS


def heads_key_points(text: str, following: Part | None) -> bool:
    """Whether a heading and the list right under it are the key points of the article."""
    is_short = isinstance(following, Listing) and len(following.items) <= MOST_KEY_POINTS
    return bool(_KEY_POINTS.fullmatch(text)) and is_short and not any("<li>" in item for item in following.items)


def is_title(text: str) -> bool:
    """Whether the first paragraph can be the title: short, and no paragraph of prose."""
    fits = len(text) <= LONGEST_TITLE and any(char.isalnum() for char in text)
    return fits and len(words(text)) <= _MOST_WORDS_OF_A_TITLE and (len(words(text)) <= 12 or not text.endswith("."))


def is_subtitle(text: str, title: str) -> bool:
    """Whether the paragraph after the title goes on with it rather than opening the text."""
    if len(text) > LONGEST_SUBTITLE or text.endswith((".", ":", ",", ";")) or is_byline(text) or starts_small(text):
        return False
    if text.lower().startswith(title.lower()):
        return True
    opens_section = is_question(text) or _OPENS_A_SECTION.fullmatch(text) or ENUMERATION.match(text)
    is_numbered = re.match(r"\(?\w{1,2}[.):]|(?i:step|part|stage) \d", text)
    is_speech = read_quote(text) or read_attribution(text)
    return not (opens_section or is_numbered or is_speech or ends_sentence(text) or _CONTACT.search(text)) and (
        is_title_case(text) or 3 < len(words(text)) <= _MOST_WORDS_OF_A_TITLE
    )


def find_headings(parts: list[Part]) -> tuple[set[int], set[int]]:
    """The places of the headings among the parts, and of those among them that are questions standing alone.

    Where the document marks headings itself, these are all.

    A heading needs something that belongs to it. Of three or more such lines in a row only the last is one:
    the others are a list or an address somebody typed without marks.
    """
    marked = {at for at, part in enumerate(parts) if isinstance(part, Paragraph) and part.is_heading}
    if any(parts[at].level for at in marked) or len(marked) > 1:
        return {at for at in marked if parts[at].level or at + 1 < len(parts)}, set()
    candidates = [_could_be_heading(parts, at) for at in range(len(parts))]
    found: set[int] = set()
    for is_candidate, run in groupby(range(len(parts)), key=candidates.__getitem__):
        places = list(run)
        if is_candidate and places[-1] + 1 < len(parts):
            first = 0 if len(places) < 3 else len(places) - 1
            found.update(at for at in places if parts[at].is_heading or at >= places[first])
    asked = {at for at in found if is_question(parts[at].text) and not parts[at].is_heading}
    return found, {at for at in asked if not is_title_case(parts[at].text, fewest=2)}


def _could_be_heading(parts: list[Part], at: int) -> bool:
    part = parts[at]
    if (
        not isinstance(part, Paragraph)
        or part.is_quote
        or part.role
        or not (part.is_heading or looks_like_heading(part.text))
    ):
        return False
    if part.is_heading:
        return True
    following = parts[at + 1] if at + 1 < len(parts) else None
    if not part.is_one_line and len(words(part.text)) > _MOST_WORDS:
        return False
    if is_question(part.text):
        return _is_asked_of_the_text(part.text, following)
    return not isinstance(following, Listing) or heads_list(part.text)


def _is_asked_of_the_text(text: str, following: Part | None) -> bool:
    """Not a question put to the reader in passing, nor one of several in a row."""
    is_rhetorical = len(words(text)) < 3 and not INTERROGATIVE.match(text)
    is_rhetorical |= bool(_ASKS_THE_READER.match(text)) and "you" in text.lower().split() and not is_title_case(text)
    is_one_of_many = isinstance(following, Paragraph) and is_question(following.text)
    return len(sentences(text)) == 1 and (is_title_case(text) or not (is_rhetorical or is_one_of_many))


def heads_list(text: str) -> bool:
    """Whether a line before a list is its heading rather than a sentence the list finishes."""
    found = [word.lower() for word in words(text)]
    if not found or found[-1] in _OPEN_END or "," in text:
        return False
    if is_title_case(text) or is_question(text) or _OPENS_A_SECTION.fullmatch(text):
        return True
    is_phrase = bool(ENUMERATION.match(text) or INTERROGATIVE.match(text))
    return is_phrase and len(found) <= _MOST_WORDS_OF_A_LEAD_IN and bool(content_words(text))
