"""What articles are about, kept in tables: written at publishing, so that no reader ever waits for it."""

import logging
import math
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Case, Count, F, FloatField, Sum, Value, When

from blog.models import ArticlePage, ArticleTerm, LinkPhrase, RelatedArticle

from .subjects import subject_of
from .suggesting import Named
from .texts import text_of
from .words import stems_of

logger = logging.getLogger(__name__)

#: Kept of each article, so that there are enough when some are withdrawn.
MOST_RELATED = 12
#: The telling words that an article is compared by.
MOST_COMPARED = 20
CANDIDATES = 60
#: How much nearer articles are that share all their topics.
TOPICS_COUNT = 1.0
#: Articles nearest to a newly published one whose own lists are made anew at once; `rebuild_links` does the rest.
NEIGHBOURS = 6
BATCH = 500


def update_quietly(key: int) -> None:
    """Bring what is kept of an article up to date, and of those near it. Never fails."""
    try:
        with transaction.atomic():
            update(key)
    except Exception as error:  # noqa: BLE001 - whatever it is, the article is published
        logger.warning("Links around article %s are out of date: %s", key, type(error).__name__)


def update(key: int) -> None:
    """Work out anew what an article is about and what is near it; an article nobody may see is forgotten."""
    article = ArticlePage.objects.published().filter(pk=key).first()
    if article is None:
        forget(key)
        return
    keep(article)
    total = count_known()
    for neighbour in relate(article.pk, total)[:NEIGHBOURS]:
        relate(neighbour, total)


def forget(key: int) -> None:
    """No phrase leads to the article any more, and none is compared with it."""
    for model in (ArticleTerm, LinkPhrase, RelatedArticle):
        model.objects.filter(article=key).delete()


def keep(article: ArticlePage) -> None:
    """Store what ``article`` is about."""
    subject = subject_of(text_of(article.title, article.standfirst, article.body.get_prep_value()))
    ArticleTerm.objects.filter(article=article).delete()
    LinkPhrase.objects.filter(article=article).delete()
    ArticleTerm.objects.bulk_create(
        ArticleTerm(article=article, stem=stem, weight=weight) for stem, weight in subject.terms.items()
    )
    LinkPhrase.objects.bulk_create(
        LinkPhrase(article=article, key=key, weight=weight) for key, weight in subject.phrases.items()
    )


def relate(key: int, total: int | None = None) -> list[int]:
    """Store which articles are nearest to the article ``key``; return their keys. Five queries."""
    nearest = nearest_to(key, total)
    RelatedArticle.objects.filter(article=key).delete()
    RelatedArticle.objects.bulk_create(
        RelatedArticle(article_id=key, other_id=other, place=place) for place, other in enumerate(nearest)
    )
    return nearest


def nearest_to(key: int, total: int | None = None) -> list[int]:
    """Return the articles nearest to the article ``key``: by their words, weighed by how rare these are, and topics."""
    own = dict(ArticleTerm.objects.filter(article=key).values_list("stem", "weight"))
    total = total or count_known()
    factors = _factors(own, total)
    if not factors:
        return []
    cases = [When(stem=stem, then=F("weight") * Value(factor)) for stem, factor in factors.items()]
    scores = (
        ArticleTerm.objects.filter(stem__in=factors)
        .exclude(article=key)
        .values("article")
        .annotate(score=Sum(Case(*cases, default=Value(0.0), output_field=FloatField())))
        .order_by("-score", "article")[:CANDIDATES]
    )
    found = {row["article"]: row["score"] for row in scores}
    topics = _topics([key, *found])
    for other in found:
        found[other] *= 1 + TOPICS_COUNT * _shared(topics.get(key, set()), topics.get(other, set()))
    return sorted(found, key=lambda other: (-found[other], other))[:MOST_RELATED]


def _factors(own: dict[str, float], total: int) -> dict[str, float]:
    """By stem: its weight in the article times the square of how rare it is among all; the most telling only."""
    counts = (
        ArticleTerm.objects.filter(stem__in=own).values("stem").annotate(articles=Count("pk")).filter(articles__gt=1)
    )
    rarity = {row["stem"]: math.log(1 + total / row["articles"]) for row in counts}
    # A word that no other article is about compares it with none.
    factors = {stem: own[stem] * rare**2 for stem, rare in rarity.items()}
    return dict(sorted(factors.items(), key=lambda item: (-item[1], item[0]))[:MOST_COMPARED])


def _topics(keys: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    through = ArticlePage.topics.through.objects.filter(articlepage_id__in=keys)
    for article, topic in through.values_list("articlepage_id", "topicpage_id"):
        found.setdefault(article, set()).add(topic)
    return found


def _shared(ours: set, theirs: set) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours & theirs else 0.0


def count_known() -> int:
    """Return how many articles there are to compare with."""
    return ArticlePage.objects.filter(live=True).count()


def named(keys: Iterable[str]) -> dict[str, list[Named]]:
    """Return, by phrase, the published articles that it may lead to."""
    found: dict[str, list[Named]] = {}
    rows = []
    for batch in _batches(sorted(keys)):
        rows += LinkPhrase.objects.filter(key__in=batch).values_list("key", "article_id", "weight")
    shown = _published({article for _, article, _ in rows})
    for key, article, weight in rows:
        if article in shown:
            found.setdefault(key, []).append(Named(article, weight))
    alone = {key: stems_of(key).pop() for key in found if key.startswith("=")}
    written = shares(list(alone.values()))
    for key, stem in alone.items():
        weights = written.get(stem, {})
        total = sum(weights.values()) or 1.0
        found[key] = [Named(one.article, one.weight, weights.get(one.article, 0.0) / total) for one in found[key]]
    return found


def _published(keys: set[int]) -> set[int]:
    shown: set[int] = set()
    for batch in _batches(sorted(keys)):
        shown |= set(ArticlePage.objects.published().filter(pk__in=batch).values_list("pk", flat=True))
    return shown


def shares(stems: list[str]) -> dict[str, dict[int, float]]:
    """Return, by stem and article, how much is written of the stem in the article: the square of its weight."""
    found: dict[str, dict[int, float]] = {}
    for stem, article, weight in ArticleTerm.objects.filter(stem__in=stems).values_list("stem", "article", "weight"):
        found.setdefault(stem, {})[article] = weight * weight
    return found


def rebuild(progress=lambda items: items) -> int:
    """Work out everything anew, one article after another. Return how many there are."""
    shown = ArticlePage.objects.published().order_by("pk")
    stale = ArticlePage.objects.exclude(pk__in=shown.values("pk"))
    for model in (ArticleTerm, LinkPhrase, RelatedArticle):
        model.objects.filter(article__in=stale.values("pk")).delete()
    keys = list(shown.values_list("pk", flat=True))
    for batch in progress(list(_batches(keys, 100))):
        for article in ArticlePage.objects.filter(pk__in=batch):
            with transaction.atomic():
                keep(article)
    total = count_known()
    for batch in progress(list(_batches(keys, 100))):
        with transaction.atomic():
            for key in batch:
                relate(key, total)
    return len(keys)


def is_missing() -> bool:
    """Say whether there are published articles and none of them is known by its words."""
    return ArticlePage.objects.published().exists() and not ArticleTerm.objects.exists()


def _batches(items: list, size: int = BATCH):
    return (items[start : start + size] for start in range(0, len(items), size))
