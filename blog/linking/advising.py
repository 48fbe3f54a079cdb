"""What an editor is advised about an article as it stands in the form, saved or not: links from it, and links to it."""

from dataclasses import dataclass

from django.db.models import Sum

from blog.models import ArticlePage, ArticleTerm

from .store import named, shares
from .subjects import Subject, Text, subject_of
from .suggesting import Named, Suggestion, keys_in, suggest
from .texts import linkable, text_of
from .words import stems_of

#: Articles read through for a place to link from, and places named.
MOST_READ = 30
MOST_PLACES = 6


@dataclass(frozen=True)
class Advice:
    """A suggestion with the article it concerns: the one to link to, or the one to link from."""

    article: ArticlePage
    suggestion: Suggestion


@dataclass(frozen=True)
class Draft:
    """An article as it stands in the form. ``key``: None while it was never saved."""

    key: int | None
    title: str
    standfirst: str
    children: list[dict]

    def text(self) -> Text:
        return text_of(self.title, self.standfirst, self.children)


def links_from(draft: Draft) -> list[Advice]:
    """Return where the text should link to other articles: at most eight, in reading order."""
    lines, linked = linkable(draft.children)
    found = suggest(lines, named(keys_in(lines)), draft.title, linked | {draft.key})
    articles = _titles(one.article for one in found)
    return [Advice(articles[one.article], one) for one in found if one.article in articles]


def _titles(keys) -> dict[int, ArticlePage]:
    shown = ArticlePage.objects.published().filter(pk__in=list(keys))
    return {article.pk: article for article in shown.defer("body", "references", "related")}


def links_here(draft: Draft) -> list[Advice]:
    """Return published articles that should link to this one, each with the place: at most six, the surest first."""
    subject = subject_of(draft.text())
    if not subject.phrases:
        return []
    known = _named_with(subject, draft.key)
    found = []
    for article in _likely(subject, draft.key):
        lines, linked = linkable(article.body.get_prep_value())
        places = suggest(lines, known, article.title, linked | {article.pk})
        if draft.key not in linked:
            found += [Advice(article, place) for place in places if place.article == (draft.key or 0)]
    return sorted(found, key=lambda one: -one.suggestion.score)[:MOST_PLACES]


def _named_with(subject: Subject, key: int | None) -> dict[str, list[Named]]:
    """What phrases lead to once this article, in place of its stored form, is among those they may lead to."""
    stored = named(subject.phrases)
    written = shares([stem for phrase in subject.phrases if phrase.startswith("=") for stem in stems_of(phrase)])
    known = {}
    for phrase, weight in subject.phrases.items():
        share = 1.0
        if phrase.startswith("="):
            stem = stems_of(phrase).pop()
            own = subject.terms.get(stem, 0.0) ** 2
            others = sum(part for article, part in written.get(stem, {}).items() if article != key)
            share = own / (own + others) if own else 0.0
        others = [one for one in stored.get(phrase, ()) if one.article != key]
        known[phrase] = [Named(key or 0, weight, share), *others]
    return known


def _likely(subject: Subject, key: int | None):
    """The published articles in which most is written of what the phrases are about."""
    stems = set().union(*map(stems_of, subject.phrases))
    scores = ArticleTerm.objects.filter(stem__in=stems).exclude(article=key).values("article")
    nearest = scores.annotate(score=Sum("weight")).order_by("-score", "article")[:MOST_READ]
    return ArticlePage.objects.published().filter(pk__in=[row["article"] for row in nearest])
