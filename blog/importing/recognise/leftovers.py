"""Labels that web pages leave behind when their text is copied: related posts, share buttons, comment forms."""

import re
from collections import Counter

from blog.importing.parts import CONTENTS, Listing, Paragraph, Part, texts_in
from blog.importing.recognise.words import ends_sentence, quoted, words

_ANYWHERE = re.compile(
    r"(?i)(?:related (?:posts?|articles?)|(?:table of )?contents|(?:in this article|jump to)(?: section)?|"
    r"share (?:this|on|via)(?: (?:post|article|page|story|facebook|twitter|x|linkedin|whatsapp|pinterest|email))?|"
    r"leave a (?:comment|reply)(?: cancel reply)?|read more|continue reading|print this(?: page)?|"
    r"skip to (?:main )?content|back to top|pin it|advertisement)\W*"
    r"|(?:tags?|tagged(?: with| as)?|categor(?:y|ies)): .{1,150}|(?:posted|filed) (?:in|under):? .{1,100}"
    r"|(?:previous|next|older|newer) (?:post|article|entry) ?[:›»←→–-] ?.{1,150}"
)
_AT_THE_END = re.compile(
    r"(?i)(?:(?:related|recent|similar|popular|more) (?:posts?|articles?|reading|stories|content)|"
    r"you (?:may|might) also (?:like|enjoy)|recommended (?:posts|articles|for you)|(?:post )?comments?|share|tweet|"
    r"categories|archives|(?:post )?navigation|(?:previous|next) (?:post|article))\W*"
)
_CONTENTS = re.compile(r"(?i)(?:(?:table of )?contents|in this article|jump to(?: section)?)\W*")
_MOST_WORDS, _MOST_LINES = 20, 40


def take_leftovers(parts: list[Part]) -> tuple[list[Part], list[str], list[str]]:
    """Parts without leftovers, the texts left out, and notes.

    A label goes where nothing but short title-like lines or lists follow it to the end, with all of these;
    where it stands alone in the text only the label goes, and a contents list that repeats lines of the text.
    """
    start = _tail(parts)
    kept, dropped, repeated = _standing_alone(parts[:start])
    notes = [f"{quoted(text)} was left out: a leftover of the page the text was copied from." for text in dropped]
    if repeated:
        notes.append(f"The contents list was left out ({len(repeated)} lines): the text says them again.")
    tail = [text for part in parts[start:] for text in _texts(part)]
    if tail:
        lines = "the line" if len(tail) == 2 else f"the {len(tail) - 1} lines"
        after = f", with {lines} after it" if len(tail) > 1 else ""
        notes.append(f"{quoted(tail[0])} at the end was left out{after}: a leftover of the page it was copied from.")
    return kept, dropped + repeated + tail, notes


def _texts(part: Part) -> list[str]:
    return list(texts_in(part))


def _is_leftover(text: str) -> bool:
    return bool(_ANYWHERE.fullmatch(text)) and not text.endswith(".")


def _tail(parts: list[Part]) -> int:
    """Where the leftovers at the end begin."""
    start, lines = len(parts), 0
    for at in range(len(parts) - 1, -1, -1):
        texts = _texts(parts[at])
        lines += len(texts)
        if not isinstance(parts[at], Paragraph | Listing):
            break
        is_paragraph = isinstance(parts[at], Paragraph)
        if lines > _MOST_LINES or any(len(words(text)) > _MOST_WORDS for text in texts):
            break
        if is_paragraph and ends_sentence(texts[0]):
            break
        is_label = is_paragraph and (_AT_THE_END.fullmatch(texts[0]) or _is_leftover(texts[0]))
        if is_label and not _CONTENTS.fullmatch(texts[0]):
            start = at
    return start


def _standing_alone(parts: list[Part]) -> tuple[list[Part], list[str], list[str]]:
    """Parts kept, labels dropped, and lines of a contents list dropped because they stand further down again."""
    kept: list[Part] = []
    labels: list[str] = []
    repeated: list[str] = []
    left = Counter(text.casefold() for part in parts for text in _texts(part))
    is_contents = False
    for part in parts:
        texts = _texts(part)
        if isinstance(part, Paragraph) and part.role == CONTENTS:
            repeated += texts
        elif isinstance(part, Paragraph) and _is_leftover(part.text):
            is_contents = bool(_CONTENTS.fullmatch(part.text))
            labels += texts
        elif is_contents and all(left[text.casefold()] > 1 for text in texts):
            repeated += texts
        else:
            is_contents = False
            kept.append(part)
        left.subtract(text.casefold() for text in texts)
    return kept, labels, repeated
