"""A reader's words made fit for any search engine. Pure functions."""

import re

#: Longer questions are cut: the first two hundred characters say what is asked.
LONGEST = 200
MOST_WORDS = 16

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def cleaned(raw: str) -> str:
    """Return what was typed as it may be shown again: no control characters, single spaces, at most 200 characters."""
    text = "".join(character if character.isprintable() else " " for character in raw[: LONGEST * 4])
    return " ".join(text.split())[:LONGEST].strip()


def words(text: str) -> list[str]:
    """Return the words of a query, lower case, without anything an engine could take for syntax."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)][:MOST_WORDS]
