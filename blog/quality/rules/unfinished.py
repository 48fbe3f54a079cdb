"""Whether an article is written at all, wherever it was begun."""

from html import unescape

from blog.quality.draft import Draft
from blog.quality.findings import Severity
from blog.quality.rich_text import paragraphs
from blog.skeletons.prompts import MARK, prompts_in

from .base import Found, collection, shortened

RULES, rule = collection("Unfinished")

#: A new skeleton's prompts are the list of what there is to write: all of them are shown.
MOST_PROMPTS = 80


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
