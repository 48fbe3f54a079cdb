"""Notes to the writer inside an article: how they are marked, found again, told apart from the text. Pure."""

import re

#: Stands in every prompt, and in no other text: a prompt that was half written over is still known by it.
MARK = "✎"
_PROMPT = re.compile(rf"\[[^\[\]]*{MARK}[^\[\]]*\]")
#: How much of the text beside a lone mark is shown.
_NEARBY = 60
_WORD = re.compile(r"[^\W_]+")
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")
#: A sentence of a note with fewer words than this might be anybody's own.
_TELLING = 9


def prompt(words: str) -> str:
    """Return a note that tells the writer what to put in its place."""
    return f"[{MARK} {words}]"


def prompts_in(text: str) -> list[str]:
    """Return the prompts that stand in a plain text, in order; a mark outside brackets counts as one, too."""
    found = [(match.start(), match.group()) for match in _PROMPT.finditer(text)]
    # What stands between brackets is blanked, not cut: places in the text stay what they are.
    rest = _PROMPT.sub(lambda match: " " * len(match.group()), text)
    found += [(match.start(), rest[match.start() :][:_NEARBY].strip()) for match in re.finditer(MARK, rest)]
    return [words for _, words in sorted(found)]


def without_prompts(text: str) -> str:
    """Return what a plain text says beside its prompts."""
    return _PROMPT.sub("", text)


def is_only_prompt(text: str) -> bool:
    """Say whether a plain text holds a prompt and not a word beside it: nobody has written anything there yet."""
    return MARK in text and not re.search(r"\w", without_prompts(text))


def telling_sentences(note: str) -> list[str]:
    """Return the sentences of a note that nobody would write by chance."""
    words = note.strip(f"[{MARK}] ")
    return [sentence for sentence in _END_OF_SENTENCE.split(words) if len(_WORD.findall(sentence)) >= _TELLING]


def as_said(text: str) -> str:
    """Return the words of a plain text alone, between spaces: what is left of it whatever was done to its look."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
