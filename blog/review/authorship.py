"""Who has written what an article says since it was last signed off, whoever is named as its author."""

from collections.abc import Iterable
from itertools import pairwise

from wagtail.models import Revision, TaskState

from blog.models import ArticlePage, ClinicalReviewTask, SignOff

from .changes import is_substantive
from .wording import paragraphs


def has_written(page, user) -> bool:
    """Say whether somebody has changed what an article says since its last sign-off, beyond mended typing.

    What they changed as its reviewer counts elsewhere (``independence``): its writer has read that before handing it in
    again. Whoever saves an article that names them as its author has written it as well: else they could take their
    name off it and sign. Asks for the texts of their own versions alone, and of those they began with.
    """
    signed = SignOff.objects.filter(article=page.pk).defer("text").first()
    versions = page.revisions.order_by("pk")
    if signed and signed.revision_id:
        versions = versions.filter(pk__gte=signed.revision_id)
    elif signed:
        versions = versions.filter(created_at__gt=signed.at)
    saved = [(None, None, None), *versions.values_list("pk", "user_id", "created_at")]
    own = [(before, after, at) for (before, *_), (after, by, at) in pairwise(saved) if by == user.pk]
    own = [one for one in own if one[0] or not signed]
    if not own:
        return False
    reviews = _reviews(page)
    person = getattr(user, "person", None)
    return any(
        _is_work(_version(before), _version(after), person, in_review=_is_within(at, reviews))
        for before, after, at in own
    )


def _reviews(page) -> Iterable[tuple]:
    """Return when the reviews of an article began and ended."""
    tasks = ClinicalReviewTask.objects.values("pk")
    states = TaskState.objects.filter(workflow_state__in=page.workflow_states, task__in=tasks)
    return list(states.values_list("started_at", "finished_at"))


def _is_within(at, spans: Iterable[tuple]) -> bool:
    return any(began <= at and (ended is None or at <= ended) for began, ended in spans)


def _version(key: int | None) -> ArticlePage | None:
    return Revision.objects.get(pk=key).as_object() if key else None


def _is_work(before: ArticlePage | None, after: ArticlePage, person, *, in_review: bool) -> bool:
    if before is None:
        return True
    if person is not None and before.author_id == person.pk:
        return True
    return not in_review and is_substantive(paragraphs(before), paragraphs(after))
