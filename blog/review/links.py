"""Reviewing without an account: a link is made, sent, opened, used or revoked, all of it logged with the article."""

from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, TaskState

from blog.models import ReviewLink
from blog.models.review import fingerprint
from hub.core import letters

from .signing import sign_off

SENT, OPENED, REVOKED = "review.link_sent", "review.link_opened", "review.link_revoked"
SIGNED_OFF, RETURNED = "review.signed_off", "review.returned"

_LETTER = """Dear {name},

{practice} asks you to review an article before it is published.

Open it here:
{address}

If the page asks for a code, paste this one:
{token}

The link is for you alone. It opens this one draft until {day} and can be used once. Please don't pass it on.
"""


def send(article, reviewer, email: str, made_by, practice: str) -> ReviewLink:
    """Make a link for ``reviewer`` and mail it. The token is in the mail and nowhere else.

    It stands behind ``#`` in the address, which browsers send to no server: no log and no referrer can hold it.
    Raises: one of ``letters.FAULTS``, where the mail was not taken; there is no link then.
    """
    link, token = ReviewLink.make(article, reviewer, email, made_by)
    address = f"{urljoin(settings.WAGTAILADMIN_BASE_URL, reverse('review'))}#{token}"
    day = f"{link.expires_at.day} {link.expires_at:%B %Y}"
    text = _LETTER.format(name=reviewer.title, practice=practice, address=address, token=token, day=day)
    # Without the article's title: a mail may be read by others.
    try:
        send_mail("An article waits for your review", text, None, [email])
    except letters.FAULTS:
        link.delete()
        raise
    log(instance=article, action=SENT, user=made_by, data={"reviewer": reviewer.title})
    return link


def find(token: str) -> ReviewLink | None:
    """Return the link that a token opens, if it still opens anything."""
    links = ReviewLink.objects.select_related("article", "reviewer", "task_state")
    link = links.filter(fingerprint=fingerprint(token.strip())).first()
    return link if link and link.is_open and waits(link) else None


def locked(link: ReviewLink) -> ReviewLink | None:
    """Lock a link, its review and its article until the transaction ends; None if it opens nothing any more.

    A second click, an answer of somebody with an account and a draft that is being saved all wait.
    """
    list(Page.objects.select_for_update().filter(pk=link.article_id))
    list(TaskState.objects.select_for_update().filter(pk=link.task_state_id))
    found = ReviewLink.objects.select_for_update(of=("self",)).select_related("article", "reviewer", "task_state")
    link = found.filter(pk=link.pk).first()
    return link if link and link.is_open and waits(link) else None


def waits(link: ReviewLink) -> bool:
    """Say whether the review that the link is for is still to be done."""
    current = link.article.current_workflow_task_state
    return bool(current and current.pk == link.task_state_id)


def opened(link: ReviewLink) -> None:
    if link.opened_at is None:
        link.opened_at = timezone.now()
        link.save(update_fields=["opened_at"])
        log(instance=link.article, action=OPENED, data={"reviewer": link.reviewer.title})


def revoke(link: ReviewLink, user) -> None:
    """Close a link for good; one that has been used stays as it is."""
    if link.is_open:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
        log(instance=link.article, action=REVOKED, user=user, data={"reviewer": link.reviewer.title})


def answer(link: ReviewLink, day, comment: str, *, approves: bool) -> None:
    """Sign the article off in the reviewer's name, or return it with a comment; the link is used up.

    Inside a transaction that has locked the link: see ``locked``.
    """
    link.used_at, link.comment = timezone.now(), comment
    link.outcome = "signed off" if approves else "returned"
    link.save(update_fields=["used_at", "comment", "outcome"])
    told = f"{link.reviewer.title}: {comment}" if comment else link.reviewer.title
    state = link.task_state.specific
    if approves:
        sign_off(link.article.specific, day, person=link.reviewer, comment=comment)
        state.approve(user=None, comment=told)
    else:
        state.reject(user=None, comment=told)
    action = SIGNED_OFF if approves else RETURNED
    log(instance=link.article, action=action, data={"reviewer": link.reviewer.title})
