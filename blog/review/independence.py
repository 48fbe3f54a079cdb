"""Who may not review: nobody signs off what they wrote, submitted, or changed since it was submitted.

Two people stand for every word: who submitted it, and who signed it off. A reviewer may change the text while it is in
review; then it goes back, and once the writer has read the change and submitted it again, they may sign it off.
"""

from wagtail.models import PageLogEntry

from .authorship import has_written
from .changes import is_substantive
from .wording import paragraphs

AUTHOR = "You are the author of this article: somebody else has to review it."
SUBMITTED = "You submitted this article: somebody else has to review it."
WRITTEN = "You changed what this article says since it was last signed off: somebody else has to review it."
NAMELESS = (
    "No person page names your account, so that the review would carry nobody's name. Ask an administrator to choose "
    "your account there. You can return the article."
)
CHANGED = (
    "You changed the text after it was submitted, and nobody signs off their own words. Return it: once the writer has "
    "read your change and submitted it again, you can sign it off."
)


def why_not(page, user) -> str:
    """Return why somebody may not review an article at all, "" if they may."""
    person = getattr(user, "person", None)
    if person and person.pk in authors(page):
        return AUTHOR
    if user.pk in _submitters(page):
        return SUBMITTED
    return WRITTEN if has_written(page, user) else ""


def why_only_return(page, user) -> str:
    """Return why somebody who may review an article can only return it, "" if they can sign it off."""
    if getattr(user, "person", None) is None:
        return NAMELESS
    return CHANGED if _has_changed(page, user) else ""


def why_not_sign(page, user) -> str:
    """Return why somebody may not sign an article off, "" if they may."""
    return why_not(page, user) or why_only_return(page, user)


def why_not_by_link(page, person) -> str:
    """The same for the person in whose name a link is answered, "" if they may: an account of theirs counts too."""
    if person.pk in authors(page):
        return AUTHOR
    return why_not_sign(page, person.account) if person.account else ""


def authors(page) -> set[int]:
    """Return the keys of the people whom the article names as its author: what is public, and its latest draft."""
    named = {page.specific.author_id, page.get_latest_revision_as_object().author_id}
    return named - {None}


def _submitters(page) -> set[int]:
    """Return the accounts that have submitted what is in review: who began it, and who handed it in again last."""
    state = page.current_workflow_state
    if state is None:
        return set()
    again = PageLogEntry.objects.filter(
        page=page.pk, action="wagtail.workflow.resume", timestamp__gte=state.created_at
    ).order_by("-timestamp", "-pk")
    return {state.requested_by_id, *again.values_list("user", flat=True)[:1]} - {None}


def _has_changed(page, user) -> bool:
    """Say whether somebody has changed what an article says since it was submitted; not if it was changed back."""
    state = page.current_workflow_task_state
    if state is None:
        return False
    later = page.revisions.filter(created_at__gt=state.started_at).order_by("created_at", "pk")
    if not later.filter(user=user).exists():
        return False
    before = page.revisions.filter(created_at__lte=state.started_at).order_by("created_at", "pk").last()
    said = submitted = paragraphs(before.as_object()) if before else []
    changed = set()
    for revision in later:
        now = paragraphs(revision.as_object())
        if is_substantive(said, now):
            changed.add(revision.user_id)
        said = now
    # Many slips, none of which is a change, may add up to one.
    return is_substantive(submitted, said) and (user.pk in changed or not changed)
