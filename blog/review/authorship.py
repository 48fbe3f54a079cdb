"""Whose an article is: who is named as its author, and who has changed what it says since it was last signed off."""

from itertools import pairwise

from wagtail.models import Revision

from blog.models import ArticlePage, SignOff

from .changes import is_substantive
from .signing import paragraphs


def authors_of(page) -> set[int]:
    """Return the keys of the people named as author: of what is public, and of the latest draft. Two queries."""
    latest = page.get_latest_revision()
    named = {latest.content.get("author")} if latest else set()
    return (named | set(ArticlePage.objects.filter(pk=page.pk).values_list("author", flat=True))) - {None}


def has_written(page, user) -> bool:
    """Say whether somebody has changed what an article says since its last sign-off, beyond mended typing.

    Whoever saves an article that names them as its author has written it as well: else they could take their name off
    it and sign. Asks for the texts of their own versions alone, and of those they began with.
    """
    signed = SignOff.objects.filter(article=page.pk).defer("text").first()
    versions = page.revisions.order_by("pk")
    if signed and signed.revision_id:
        versions = versions.filter(pk__gte=signed.revision_id)
    elif signed:
        versions = versions.filter(created_at__gt=signed.at)
    saved = [(None, None), *versions.values_list("pk", "user_id")]
    own = [(before, after) for (before, _), (after, by) in pairwise(saved) if by == user.pk]
    person = getattr(user, "person", None)
    return any(_is_work(_version(before), _version(after), person) for before, after in own if before or not signed)


def _version(key: int | None) -> ArticlePage | None:
    return Revision.objects.get(pk=key).as_object() if key else None


def _is_work(before: ArticlePage | None, after: ArticlePage, person) -> bool:
    if before is None:
        return True
    was_theirs = person is not None and before.author_id == person.pk
    return was_theirs or is_substantive(paragraphs(before), paragraphs(after))
