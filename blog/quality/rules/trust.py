"""Whether readers may rely on what an article says, and whether it does right by them.

Sources: the PIF TICK criteria (https://piftick.org.uk/), the NHS's standard for creating health content, Samaritans'
media guidelines, Google's guidance on helpful, reliable content.
"""

import re

from blog.quality.draft import Draft, Passage, Role
from blog.quality.figures import figure_in
from blog.quality.findings import Place, Severity
from blog.quality.matching import holds, line_of, matches
from blog.quality.prose import sentences
from blog.quality.words import COACHING, TELLS_APART, THERAPY

from .base import Found, collection, shortened
from .base import around as nearby

RULES, rule = collection("Trust")

TITLE, STANDFIRST = Place("title", "Title"), Place("standfirst", "Standfirst")
AUTHOR, REVIEWER = Place("author", "Author"), Place("reviewer", "Clinical reviewer")
REVIEWED_ON, REVIEW_DUE = Place("reviewed_on", "Last reviewed"), Place("review_due", "Next review")
SEO_TITLE, DESCRIPTION = Place("seo_title", "Title tag"), Place("search_description", "Meta description")
BODY, REFERENCES = Place("body", "Body"), Place("references", "Sources")

#: An author and a year in brackets, or a number of the list of sources.
_CITATION = re.compile(
    r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\)|\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]|\bdoi:|\bet al\b", re.IGNORECASE
)
#: What takes a promise back: before it within its clause, or right behind it.
_DENIAL = re.compile(
    r"\b(?:no|not(?! only| just)|never|cannot|\w+n['’]t|without|nobody|nothing|none|neither|nor|hardly|rarely|beware|"
    r"wary|distrust|rather than|instead of|myth|who (?:promises?|claims?|offers?)|hop(?:e|es|ing)|look(?:s|ing)? for|"
    r"search(?:es|ing)? for)\b",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    r"\s+(?:\w+\s+)?(?:\w+n['’]t|not|never|cannot|no|nothing|impossible|unlikely)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;:–—]|,?\s(?:but|and (?:we|you|it|they|our))\s|,\s(?:we|you|it)\s", re.IGNORECASE)
#: How often sensitive words stand in an article that is about what they name.
OFTEN = 4
#: How far before a word its denial may stand, in characters.
_REACH = 60
#: Passages in which the practice speaks for itself; a quotation's words are somebody else's.
_OWN = frozenset(Role) - {Role.QUOTE}


@rule("author-missing", Severity.MUST)
def author_missing(draft: Draft):
    """Every article names its author."""
    if draft.author is None:
        yield Found("The article names no author. Choose who wrote it.", AUTHOR)


@rule("author-without-credentials", Severity.SHOULD)
def author_without_credentials(draft: Draft):
    """The author's page says what they are qualified in."""
    if draft.author and not draft.author.credentials.strip():
        yield Found(
            f"{draft.author.name}'s page names no credentials. Add degrees and training there: readers look for them.",
            AUTHOR,
        )


@rule("reviewer-missing", Severity.SHOULD)
def reviewer_missing(draft: Draft):
    """Somebody with clinical training has reviewed the article."""
    if draft.reviewer is None:
        yield Found("Nobody is named as clinical reviewer. Choose somebody other than the author.", REVIEWER)


@rule("reviewer-is-author", Severity.MUST)
def reviewer_is_author(draft: Draft):
    """The reviewer is not the author."""
    if draft.author and draft.reviewer and draft.author.key == draft.reviewer.key:
        yield Found(f"{draft.author.name} is both author and reviewer. Choose another reviewer.", REVIEWER)


@rule("review-date-missing", Severity.SHOULD)
def review_date_missing(draft: Draft):
    """An article that names a reviewer says when it was reviewed, and when it will be again."""
    if draft.reviewer and not draft.reviewed_on:
        yield Found(
            f"{draft.reviewer.name} is named as reviewer, but not when. Enter the date of the review.", REVIEWED_ON
        )
    elif draft.reviewed_on and not draft.review_due:
        yield Found("There is no date for the next review. Enter one, three years after the last at most.", REVIEW_DUE)


@rule("reviewed-in-future", Severity.MUST)
def reviewed_in_future(draft: Draft, today):
    """A review has taken place before it is claimed."""
    if draft.reviewed_on and draft.reviewed_on > today:
        yield Found(
            f"The review is dated {_day(draft.reviewed_on)}, which is still to come. Correct the date.", REVIEWED_ON
        )


@rule("review-overdue", Severity.SHOULD)
def review_overdue(draft: Draft, today):
    """The next review lies in the future."""
    if draft.review_due and draft.review_due <= today:
        yield Found(
            f"The review was due on {_day(draft.review_due)}. Have the article reviewed, then set a new date.",
            REVIEW_DUE,
        )


@rule("review-too-far", Severity.SHOULD)
def review_too_far(draft: Draft):
    """Articles are reviewed every three years at least."""
    if draft.reviewed_on and draft.review_due and (draft.review_due - draft.reviewed_on).days > 3 * 365 + 1:
        yield Found("The next review is more than three years after the last. Choose an earlier date.", REVIEW_DUE)


def _day(day) -> str:
    return f"{day.day} {day:%B %Y}"


@rule("unsourced-claim", Severity.SHOULD)
def unsourced_claim(draft: Draft, lists):
    """What research is said to show names the research."""
    for passage, sentence in _own_sentences(draft):
        if holds(lists.claims, sentence) and not _has_source(draft, passage):
            yield Found(
                "This says that something is known, but not from where. Link the source in this sentence, or name "
                "it as "
                "(Author, year) and add it to the sources.",
                passage.place,
                shortened(sentence),
                Severity.NOTE if draft.references else None,
            )


def _own_sentences(draft: Draft, *others: Role):
    """Yield every sentence that the article says in its own words, with its passage; title and standfirst first.

    Headings and cells are too short to name a source: they are among them only where ``others`` asks for them.
    """
    left = {Role.HEADING, Role.CELL}.difference(others)
    for passage in (*_above(draft), *draft.passages):
        if passage.role in _OWN and passage.role not in left:
            for sentence in sentences(passage.text):
                yield passage, sentence


def _above(draft: Draft) -> tuple[Passage, Passage]:
    return Passage(TITLE, Role.PROSE, draft.title), Passage(STANDFIRST, Role.PROSE, draft.standfirst)


def _advertised(draft: Draft):
    """Yield every sentence in which the article may praise itself, with its passage; questions make no claim."""
    in_search = (Passage(SEO_TITLE, Role.PROSE, draft.seo_title), Passage(DESCRIPTION, Role.PROSE, draft.description))
    found = [(passage, sentence) for passage in in_search for sentence in sentences(passage.text)]
    for passage, sentence in (*_own_sentences(draft, Role.HEADING), *found):
        if passage.role != Role.QUESTION and not sentence.rstrip("”\"'’)").endswith("?"):
            yield passage, sentence


def _is_denied(sentence: str, start: int, end: int) -> bool:
    clause = _CLAUSE.split(sentence[max(0, start - _REACH) : start])[-1]
    return bool(_DENIAL.search(clause) or _DENIED_BEHIND.match(sentence[end:]))


def _has_source(draft: Draft, passage: Passage) -> bool:
    """Say whether the passage links somewhere else or names a work, or is a figure with its source."""
    if any(link.href.startswith(("http://", "https://")) for link in passage.links) or _CITATION.search(passage.text):
        return True
    return any(figure.place == passage.place and figure.has_source for figure in draft.statistics)


@rule("no-sources", Severity.SHOULD)
def no_sources(draft: Draft):
    """An article on health says what it rests on."""
    if not draft.references and sum(len(passage.text.split()) for passage in draft.running) >= 300:
        yield Found("The article lists no sources. Add the books, papers and pages that it rests on.", REFERENCES)


@rule("promise", Severity.MUST, is_judgement=True)
def promise(draft: Draft, lists):
    """Nobody is promised a cure, nor that anything works for certain."""
    for passage, sentence in _advertised(draft):
        for match in matches(lists.promises, sentence):
            if not _is_denied(sentence, match.start, match.end):
                yield Found(
                    f"“{match.text}” promises more than anybody can keep. Say what often helps, and whom.",
                    passage.place,
                    nearby(sentence, match.start, match.end),
                )


@rule("superlative", Severity.SHOULD)
def superlative(draft: Draft, lists):
    """An article does not praise what it offers."""
    for passage, sentence in _advertised(draft):
        for match in matches(lists.superlatives, sentence):
            if not _is_denied(sentence, match.start, match.end):
                yield Found(
                    f"“{match.text}” is a claim that would need proof. Leave it out, or say what it does and for whom.",
                    passage.place,
                    nearby(sentence, match.start, match.end),
                )


@rule("therapy-and-coaching", Severity.SHOULD)
def therapy_and_coaching(draft: Draft):
    """Therapy and coaching are told apart."""
    speaks_of_therapy = holds(THERAPY, draft.text)
    for passage, sentence in _own_sentences(draft):
        if speaks_of_therapy and holds(COACHING, sentence) and not holds(TELLS_APART, passage.text):
            yield Found(
                "Therapy and coaching stand side by side as if they were one. Coaching treats no illness and nobody "
                "needs "
                "training for it: say which is meant, or how they differ.",
                passage.place,
                shortened(sentence),
            )


@rule("stigmatising-words", Severity.SHOULD)
def stigmatising_words(draft: Draft, lists):
    """Words put nobody down."""
    above = (
        *_above(draft),
        Passage(SEO_TITLE, Role.PROSE, draft.seo_title),
        Passage(DESCRIPTION, Role.PROSE, draft.description),
    )
    for passage in (*above, *(passage for passage in draft.passages if passage.role in _OWN)):
        for match in matches(lists.stigmatising, passage.text):
            instead = lists.stigmatising.get(line_of(lists.stigmatising, match.text), "")
            yield Found(
                f"“{match.text}” puts people down. {_advice(instead)}",
                passage.place,
                nearby(passage.text, match.start, match.end),
            )


def _advice(instead: str) -> str:
    if instead.startswith("("):
        return f"{instead.strip('()').capitalize()}."
    return f"Better: “{instead}”." if instead else "Say it in other words."


@rule("quote-without-speaker", Severity.SHOULD)
def quote_without_speaker(draft: Draft):
    """A quotation says who spoke."""
    for quotation in draft.quotations:
        if not quotation.speaker.strip():
            yield Found(
                "Nobody is named for this quotation. Find out who said it, or leave it out.",
                quotation.place,
                shortened(quotation.text),
            )


@rule("quote-not-checked", Severity.SHOULD)
def quote_not_checked(draft: Draft):
    """Somebody has seen a quotation's words in their source."""
    for quotation in draft.quotations:
        if quotation.speaker.strip() and not quotation.is_checked:
            yield Found(
                f"Nobody has checked that {quotation.speaker} said this. Look it up, name the source, and tick the "
                "box.",
                quotation.place,
                shortened(quotation.text),
            )


@rule("figure-without-source", Severity.SHOULD)
def figure_without_source(draft: Draft):
    """A figure says where it is from."""
    for statistic in draft.statistics:
        if not statistic.has_source:
            yield Found(
                "This figure names no source. Add title and address of where it is from.",
                statistic.place,
                shortened(statistic.text),
            )
    blocks = {statistic.place.key for statistic in draft.statistics}
    for passage, sentence in _own_sentences(draft):
        if passage.place.key not in blocks and (match := figure_in(sentence)) and not _has_source(draft, passage):
            yield Found(
                f"“{match.group()}” has no source beside it. Link it, or use the block for figures.",
                passage.place,
                nearby(sentence, *match.span()),
                Severity.NOTE if draft.references else None,
            )


@rule("urgent-help-missing", Severity.MUST, is_judgement=True)
def urgent_help_missing(draft: Draft, lists):
    """An article that touches on danger says where help is to be had now."""
    if draft.has_urgent_help:
        return
    passages = (*_above(draft), *draft.passages)
    for words, least, severity in ((lists.risks, 1, None), (lists.sensitive, OFTEN, Severity.SHOULD)):
        found = [(passage, match) for passage in passages for match in matches(words, passage.text)]
        if len(found) >= least:
            passage, match = found[0]
            yield Found(
                f"The article speaks of “{match.text}” and does not say where to find help now. Add the block "
                "“Urgent help”, best before the first section that speaks of it.",
                BODY,
                nearby(passage.text, match.start, match.end),
                severity,
            )
            return
