"""Whether an article can be read: by a worried person, on a phone, at the first attempt.

Sources: the NHS content style guide (reading age 9 to 11), GOV.UK's content design guide (sentences of at most 25
words), Yoast's published thresholds for sections and paragraphs.
"""

import re

from blog.quality.abbreviations import abbreviations, is_explained
from blog.quality.draft import RUNNING, Draft, Role
from blog.quality.findings import Place, Severity
from blog.quality.leftovers import damage_in, placeholder_in, slip_in
from blog.quality.matching import matches
from blog.quality.prose import measure, sentences, words
from blog.quality.spelling import spellings

from .base import Found, collection, shortened
from .base import around as nearby

RULES, rule = collection("Reading")

TITLE = Place("title", "Title")
#: Grades that are aimed at, and the grade above which a section is named.
HARDEST, HARDEST_SECTION = 8, 10
#: Fewer words than these make no reliable grade.
FEWEST_WORDS, FEWEST_WORDS_OF_A_SECTION = 100, 60
LONGEST_SENTENCE, LONG_SENTENCE, MOST_LONG_SENTENCES = 30, 20, 0.25
LONGEST_PARAGRAPH, LONG_PARAGRAPH = 150, 100
LONGEST_STRETCH = 300
#: A sentence of fewer words may well stand twice.
SHORTEST_REPEATED = 6
#: Nearly the same are sentences with so many different words.
FEWEST_COMMON = 12

_PARAGRAPHS = frozenset({Role.PROSE, Role.ANSWER, Role.INVITATION})


@rule("grade", Severity.SHOULD)
def grade(draft: Draft):
    """The whole reads at school grade 6 to 8."""
    measured = measure(passage.text for passage in draft.running)
    if measured.words >= FEWEST_WORDS and round(measured.grade, 1) > HARDEST:
        yield Found(
            f"The article asks for {measured.grade:.1f} years of school; aim for 6 to {HARDEST}. Shorter sentences "
            "help "
            "most, then shorter words."
        )


@rule("section-grade", Severity.NOTE)
def section_grade(draft: Draft):
    """No section is much harder than the rest."""
    for heading, passages in draft.sections:
        measured = measure(passage.text for passage in passages if passage.role in RUNNING)
        if measured.words >= FEWEST_WORDS_OF_A_SECTION and measured.grade > HARDEST_SECTION:
            place = heading.place if heading else passages[0].place
            name = f"“{shortened(heading.text, 60)}”" if heading else "The beginning"
            yield Found(
                f"{name} asks for {measured.grade:.1f} years of school. Rewrite its longest sentences first.",
                place,
                heading.text if heading else "",
            )


@rule("long-sentence", Severity.NOTE)
def long_sentence(draft: Draft):
    """Sentences are short enough to be held in mind."""
    for passage in draft.running:
        for sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > LONGEST_SENTENCE:
                yield Found(f"A sentence of {count} words. Make two of it.", passage.place, shortened(sentence))


@rule("many-long-sentences", Severity.SHOULD)
def many_long_sentences(draft: Draft):
    """At most one sentence in four has more than twenty words."""
    counts = [len(words(sentence)) for passage in draft.running for sentence in sentences(passage.text)]
    share = sum(count > LONG_SENTENCE for count in counts) / len(counts) if counts else 0
    if len(counts) >= 10 and share > MOST_LONG_SENTENCES:
        yield Found(
            f"{share:.0%} of the sentences have more than {LONG_SENTENCE} words; aim for {MOST_LONG_SENTENCES:.0%} "
            "at most."
        )


@rule("long-paragraph", Severity.NOTE)
def long_paragraph(draft: Draft):
    """A paragraph fits a phone's screen."""
    for passage in draft.passages:
        count = len(words(passage.text)) if passage.role in _PARAGRAPHS else 0
        if count > LONG_PARAGRAPH:
            severity = Severity.SHOULD if count > LONGEST_PARAGRAPH else None
            yield Found(
                f"A paragraph of {count} words fills more than a phone's screen. Divide it.",
                passage.place,
                shortened(passage.text),
                severity,
            )


@rule("long-stretch", Severity.SHOULD)
def long_stretch(draft: Draft):
    """There is a heading every three hundred words."""
    for heading, passages in draft.sections:
        count = sum(
            len(words(passage.text))
            for passage in passages
            if passage.role not in (Role.CELL, Role.CAPTION, Role.QUESTION)
        )
        answers = any(passage.role == Role.QUESTION for passage in passages)
        if count > LONGEST_STRETCH and not answers:
            where = f"under “{shortened(heading.text, 60)}”" if heading else "before the first heading"
            place = heading.place if heading else passages[0].place
            yield Found(
                f"{count} words {where} without another heading. Divide them, so that readers can skim.",
                place,
                heading.text if heading else "",
            )


@rule("abbreviation-not-explained", Severity.SHOULD)
def abbreviation_not_explained(draft: Draft, lists):
    """A shortened name is written out where it first stands."""
    seen = set()
    for passage in draft.passages:
        if passage.role == Role.CELL:
            continue
        for match in abbreviations(passage.text):
            short = match.group().replace(".", "").removesuffix("s")
            known = short in lists.known_abbreviations or match.group() in lists.known_abbreviations
            if short in seen or known or short.lower() in lists.leftovers:
                continue
            seen.add(short)
            if not is_explained(short, draft.text):
                yield Found(
                    f"“{short}” is not explained. Write it out where it first stands: “full name ({short})”.",
                    passage.place,
                    nearby(passage.text, *match.span()),
                )


@rule("repeated-text", Severity.SHOULD)
def repeated_text(draft: Draft):
    """Nothing is said twice in the same words."""
    seen: dict[tuple[str, ...], str] = {}
    long: list[tuple[frozenset[str], str]] = []
    for passage in draft.passages:
        if passage.role in (Role.HEADING, Role.CELL, Role.QUESTION):
            continue
        for sentence in sentences(passage.text):
            found = tuple(words(sentence.lower()))
            if len(found) < SHORTEST_REPEATED:
                continue
            own = frozenset(found)
            other = seen.get(found) or (_nearly(own, long) if len(own) >= FEWEST_COMMON else "")
            if other:
                excerpt = shortened(sentence) if found in seen else f"{shortened(other)} / {shortened(sentence)}"
                yield Found(
                    "This stands in the article twice, in the same or nearly the same words. Keep one of them.",
                    passage.place,
                    excerpt,
                )
            seen[found] = sentence
            long.append((own, sentence))


def _nearly(own: frozenset[str], earlier: list[tuple[frozenset[str], str]]) -> str:
    """Return an earlier sentence that shares four words in five with this one, if there is one."""
    for other, sentence in earlier:
        least = min(len(own), len(other))
        if least >= FEWEST_COMMON and abs(len(own) - len(other)) <= least // 3 and len(own & other) >= 0.8 * least:
            return sentence
    return ""


@rule("lead-in-without-list", Severity.SHOULD)
def lead_in_without_list(draft: Draft):
    """What leads into a list is followed by one."""
    kinds = dict(zip((key for key, _ in draft.blocks), (kind for _, kind in draft.blocks[1:]), strict=False))
    last_of = {passage.place.key: passage for passage in draft.passages if passage.role == Role.PROSE}
    for passage in last_of.values():
        if passage.text.rstrip().endswith(":") and kinds.get(passage.place.key) not in _FOLLOWS:
            yield Found(
                "This leads into a list, and none follows. Add the list, or end the sentence.",
                passage.place,
                shortened(passage.text[-140:]),
            )
    for passage in draft.passages:
        if (
            passage.role == Role.PROSE
            and passage is not last_of[passage.place.key]
            and passage.text.rstrip().endswith(":")
        ):
            yield Found(
                "This leads into a list, and a paragraph follows. Make a list of it, or end the sentence.",
                passage.place,
                shortened(passage.text[-140:]),
            )


_FOLLOWS = frozenset(
    "bullet_list steps quote key_points comparison_table image video download faq statistic callout references".split()
)


@rule("title-as-heading", Severity.NOTE)
def title_as_heading(draft: Draft):
    """No heading says the title once more."""
    title = words(draft.title.lower())
    for passage in draft.passages:
        if passage.role == Role.HEADING and title and words(passage.text.lower()) == title:
            yield Found("This heading repeats the title. Say what the section is about.", passage.place, passage.text)


@rule("leftovers", Severity.SHOULD)
def leftovers(draft: Draft, lists):
    """Nothing of an import or a template is left."""
    for passage in draft.passages:
        text, typed = passage.text, passage.typed or passage.text
        left = [placeholder.span()] if (placeholder := placeholder_in(text)) else []
        if passage.role == Role.HEADING or len(text.split()) < 8:
            left += [(match.start, match.end) for match in matches(lists.leftovers, text)]
        for start, end in left:
            yield Found(
                f"“{text[start:end]}” looks like a leftover of an import. Remove it, or put in its place what was "
                "meant.",
                passage.place,
                nearby(text, start, end),
            )
        if match := damage_in(text):
            yield Found(
                f"“{match.group()}” is damage from an import. Put in what was meant.",
                passage.place,
                nearby(text, *match.span()),
            )
        if match := re.search(r"\S([ \xa0]{2,})\S", typed):
            yield Found(
                "There are two spaces in a row.", passage.place, nearby(typed, *match.span(), width=25), Severity.NOTE
            )
        if match := slip_in(text):
            yield Found(
                f"“{match.group()}” looks like a slip of typing: a space too many, or a mark.",
                passage.place,
                nearby(text, *match.span(), width=25),
                Severity.NOTE,
            )


@rule("mixed-spelling", Severity.SHOULD)
def mixed_spelling(draft: Draft):
    """An article is spelt in one English."""
    texts = [(TITLE, draft.title), (Place("standfirst", "Standfirst"), draft.standfirst)]
    texts += [(passage.place, passage.text) for passage in draft.passages if passage.role != Role.QUOTE]
    found = {True: {}, False: {}}
    for place, text in texts:
        for match, is_british in spellings(text):
            found[is_british].setdefault(match.group().lower(), []).append((place, text, match))
    if found[True] and found[False]:
        rarer = min(found.values(), key=lambda places: sum(map(len, places.values())))
        place, text, match = next(iter(rarer.values()))[0]
        british, american = (", ".join(sorted(found[which])[:4]) for which in (True, False))
        yield Found(
            f"British spelling ({british}) and American ({american}) are mixed. Choose one.",
            place,
            nearby(text, *match.span()),
        )
