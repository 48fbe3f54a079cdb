"""Whether an article is written at all, wherever it was begun."""

import re
from html import unescape

from blog.quality.draft import Draft
from blog.quality.findings import Severity
from blog.quality.rich_text import paragraphs
from blog.skeletons import telling_notes
from blog.skeletons.prompts import MARK, as_said, prompts_in

from .base import Found, collection, shortened

RULES, rule = collection("Unfinished")

#: A new skeleton's prompts are the list of what there is to write: all of them are shown.
MOST_PROMPTS = 80
_TAG = re.compile(r"<[^<>]*>")


@rule("prompt-left", Severity.MUST, most=MOST_PROMPTS)
def prompt_left(draft: Draft):
    """No note to the writer is left for readers to find."""
    for place, written in draft.written:
        for words in _prompts(written):
            yield Found(
                "This is a note to you. Write what it asks for in its place, or take it out.", place, shortened(words)
            )


def _prompts(written: str) -> list[str]:
    if MARK not in unescape(written):
        return []
    found = [words for paragraph in paragraphs(written) for words in prompts_in(paragraph.text)]
    # In plain text a "<" may swallow what follows it.
    return found or prompts_in(unescape(written))


@rule("prompt-unmarked", Severity.MUST, is_judgement=True)
def prompt_unmarked(draft: Draft):
    """No note to the writer is left whose brackets and pencil alone were taken out."""
    for place, written in draft.written:
        plain = unescape(_TAG.sub(" ", written))
        if MARK in plain:
            continue
        said = as_said(plain)
        for note, sentence in telling_notes().items():
            if note in said:
                yield Found(
                    "This was a note to you. Write what it asks for in its place, or take it out.",
                    place,
                    shortened(sentence),
                )
