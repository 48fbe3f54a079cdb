"""What the rules found last is kept for lists and reports: a long article takes them a tenth of a second.

    saved, published, left be -> note -> one thread a process -> check_due -> keep
    manage.py check_articles, every night -> keep        what other pages changed: titles taken, links, orphans

What is due is read from the database, so that nothing is lost with a process. No save waits for this or fails by it.
"""

import logging

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone

from blog.models import ArticlePage, DraftFinding, DraftState, QualityWords, TopicPage
from blog.models.states import lagging
from blog.review.signing import is_current
from hub.core.background import OneThread

from .findings import Finding, Severity
from .gate import Verdict, judge

logger = logging.getLogger(__name__)

#: Seconds in which several saves of somebody who is writing become one.
GATHERED = 5
_FIELD = DraftFinding._meta.get_field


def note(key: int) -> None:
    """Note that the article ``key`` has to be looked at again, and see to it that it is, soon."""
    DraftState.objects.filter(article=key).update(is_due=True)
    follow()


def follow() -> None:
    """See to it that what is due is looked at, by the one thread that does so in this process."""
    if settings.FINDINGS_IN_BACKGROUND:
        thread.ask()


def check_due() -> int:
    """Look at every article whose latest draft has not been looked at; return how many were."""
    keys = list(lagging(ArticlePage.objects.all()).order_by("-latest_revision_created_at").values_list("pk", flat=True))
    lists = QualityWords.load().lists() if keys else None
    return sum(_refresh_quietly(key, lists) for key in keys)


def _refresh_quietly(key: int, lists) -> bool:
    try:
        # Before the draft is read: what is saved from here on is due again.
        DraftState.objects.filter(article=key).update(is_due=False)
        if article := ArticlePage.objects.filter(pk=key).first():
            draft = article.get_latest_revision_as_object()
            keep(draft, judge(draft, lists))
        return True
    except OperationalError:
        # The database is away, or another holds it: the article waits with the others.
        DraftState.objects.filter(article=key).update(is_due=True)
        raise
    except Exception as error:  # noqa: BLE001 - one article that can't be read keeps no other from it
        logger.warning("What is kept of article %s is out of date: %s", key, type(error).__name__)
        return False


@transaction.atomic
def keep(draft: ArticlePage, verdict: Verdict) -> DraftState:
    """Store what the rules found in the latest draft of an article, and what lists ask of it."""
    state, _ = DraftState.objects.update_or_create(
        article_id=draft.pk,
        defaults={
            "revision_id": draft.latest_revision_id,
            "checked_at": timezone.now(),
            "title": draft.title,
            "focus_phrase": draft.focus_phrase,
            "author": draft.author,
            "reviewer": draft.reviewer,
            "is_clinical": draft.is_clinical,
            "reviewed_on": draft.reviewed_on,
            "review_due": draft.review_due,
            "is_review_current": is_current(draft),
            "words": verdict.measures.words,
            "grade": round(verdict.measures.grade, 1),
            "must": len(verdict.must),
            "should": len(verdict.should),
            "notes": len(verdict.of(Severity.NOTE)),
        },
    )
    state.topics.set(TopicPage.objects.filter(pk__in=[topic.pk for topic in draft.all_topics]))
    state.findings.all().delete()
    DraftFinding.objects.bulk_create(_row(state, place, one) for place, one in enumerate(verdict.findings))
    return state


def _row(state: DraftState, place: int, finding: Finding) -> DraftFinding:
    where = finding.place
    return DraftFinding(
        state=state,
        place=place,
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        where=where.label[: _FIELD("where").max_length],
        block=where.key[: _FIELD("block").max_length] if where.is_block else "",
        field="" if where.is_block else where.key[: _FIELD("field").max_length],
        excerpt=finding.excerpt,
    )


thread = OneThread(
    "article-findings", check_due, otherwise="Findings had to wait; the next save or night goes on.", gathers=GATHERED
)
