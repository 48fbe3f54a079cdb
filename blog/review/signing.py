"""Signing an article off: who has read which text on which day, and when it is read again."""

from datetime import date, timedelta

from django.db import transaction

from blog.models import ArticlePage, SignOff
from blog.quality.articles import draft_of

from .changes import Change, changes, is_substantive


def paragraphs(page: ArticlePage) -> list[str]:
    """Return what an article says, as it stands in memory: title, standfirst and every piece of its body, plain."""
    draft = draft_of(page)
    return [text for text in (draft.title, draft.standfirst, *(passage.text for passage in draft.passages)) if text]


@transaction.atomic
def sign_off(page, day: date, *, by=None, person=None, comment: str = "") -> SignOff:
    """Stamp the latest draft of ``page`` with reviewer, day and the day of the next review, and keep the sign-off.

    Args: by: the account that signs; its own person is the reviewer, unless ``person`` names another.
    """
    latest = page.get_latest_revision_as_object()
    person = person or getattr(by, "person", None) or _named(latest)
    latest.reviewer, latest.reviewed_on = person, day
    latest.review_due = months_after(day, latest.months_between_reviews())
    latest.is_review_current = True
    revision = latest.save_revision(user=by, clean=False, log_action=True)
    name = person.title if person else (by.get_full_name() or by.get_username() if by else "")
    return SignOff.objects.create(
        article_id=page.pk,
        revision=revision,
        reviewer=person,
        by=by,
        name=name,
        reviewed_on=day,
        review_due=latest.review_due,
        comment=comment,
        text=paragraphs(latest),
    )


def _named(page: ArticlePage):
    """Return the reviewer that an article names, if that may be who signs: not its author, and without an account."""
    named = page.reviewer
    return named if named and named.account_id is None and named.pk != page.author_id else None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later; the last of the month where that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    next_years, next_month = divmod(month + 1, 12)
    last = date(first.year + next_years, next_month + 1, 1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)


def last_sign_off(page: ArticlePage) -> SignOff | None:
    """Return the sign-off that the article's review rests on: none where an editor entered another date."""
    if not page.pk or not page.reviewed_on:
        return None
    found = page.sign_offs.first()
    return found if found and found.reviewed_on == page.reviewed_on else None


def is_current(page: ArticlePage) -> bool:
    """Say whether the article, as it stands in memory, says no more than was signed off."""
    found = last_sign_off(page)
    return found is None or not is_substantive(found.text, paragraphs(page))


def changes_since_review(page: ArticlePage) -> tuple[SignOff | None, list[Change]]:
    """Return the last sign-off, and what has changed since in the article as it stands in memory.

    Without a sign-off everything is new, and nothing is listed.
    """
    found = page.sign_offs.first() if page.pk else None
    return found, changes(found.text, paragraphs(page)) if found else []
