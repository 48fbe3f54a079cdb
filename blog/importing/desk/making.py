"""From a reviewed worksheet to a draft in the place that was chosen."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from blog.importing.drafts import Status, create_or_update
from blog.importing.faults import faults
from blog.importing.outline import MediaFile, Outline, Picture
from blog.importing.worksheets.worksheet import to_outline
from blog.models import ArticlePage

from .models import Document
from .permissions import places_for

State = Document.State
NO_PLACE = "Choose the place the article goes to: there is none, or you may not add articles there."
NOT_YOURS = "An earlier import made an article of this document, and you may not change that article."
_CHANGED = "An editor has changed the article"


def make_draft(document: Document) -> None:
    """Make or update the draft of a document: MADE, LEFT_ALONE with a reason, or back to READY with one."""
    document.attempts, document.claimed_at = 0, None
    place = places_for(document.made_by).filter(pk=document.place_id).first() if document.made_by else None
    if place is None:
        _settle(document, State.READY, NO_PLACE)
        return
    try:
        result = _saved(document, place)
    except PermissionDenied:
        _settle(document, State.LEFT_ALONE, NOT_YOURS)
    except ValidationError as error:
        _settle(document, State.READY, " ".join(error.messages))
    else:
        _keep(document, result)


def _keep(document: Document, result) -> None:
    document.article = result.page
    document.notes = list(result.notes)
    if result.status == Status.SKIPPED:
        _settle(document, State.LEFT_ALONE, _reason(result.reason))
        return
    document.notes += [
        note
        for note in faults(result.page.body.stream_block, result.page.body.get_prep_value())
        if note not in document.notes
    ]
    document.overwrite = False
    _settle(document, State.MADE, "")


def _reason(reason: str) -> str:
    """The reason in the words of this screen, which has a tick box for what is an option on the command line."""
    if reason.startswith(_CHANGED):
        return f"{reason.partition(';')[0]}: tick “Replace what has been changed” to write over it."
    return reason


def _settle(document: Document, state: State, reason: str) -> None:
    document.state, document.reason = state, reason
    document.save()


@transaction.atomic
def _saved(document: Document, place):
    """The result of saving. Raises: PermissionDenied: the article that is there is not this user's to change."""
    others = document.batch.documents.exclude(pk=document.pk).exclude(article=None)
    outline = to_outline(document.worksheet, media_of(document))
    if not place.permissions_for_user(document.made_by).can_publish_subpage():
        outline = _unsigned(outline)
    result = create_or_update(
        place,
        outline,
        document.name,
        overwrite=document.overwrite,
        taken=set(others.values_list("article", flat=True)),
        user=document.made_by,
        complete=lambda page: _complete(page, document),
    )
    is_theirs = result.status != Status.UPDATED or result.page.permissions_for_user(document.made_by).can_edit()
    if not is_theirs:
        raise PermissionDenied
    return result


def _complete(page: ArticlePage, document: Document) -> bool:
    """Set what was chosen on the screen; what was left open there stays as it is."""
    before = _chosen(page)
    if document.author_id:
        page.author_id = document.author_id
    if topics := list(document.topics.all()):
        page.topics.set(topics)
    if document.worksheet.facts.date:
        page.published_on = document.worksheet.facts.date
    return before != _chosen(page)


def _chosen(page: ArticlePage) -> tuple:
    return page.author_id, {topic.pk for topic in page.topics.all()}, page.published_on


def _unsigned(outline: Outline) -> Outline:
    """Return an outline that claims no review, as the form keeps it from those who can't publish."""
    facts = outline.facts
    if not (facts.reviewer or facts.reviewed or facts.review_due):
        return outline
    note = "Who reviewed the article, and when, was left out: a clinical review says that."
    facts = replace(facts, reviewer="", reviewed=None, review_due=None)
    return replace(outline, facts=facts, notes=(*outline.notes, note))


def media_of(document: Document) -> list[MediaFile]:
    """The pictures and other files of a document, with their bytes."""
    found = []
    for picture in document.pictures.all():
        with picture.file.open("rb") as file:
            found.append(MediaFile(picture.name, file.read(), picture.content_type))
    return found


def undescribed(worksheet) -> list[int]:
    """The numbers of the pictures that have neither alternative text nor are decorative."""
    return [
        piece.number
        for piece in worksheet.pieces
        if isinstance(piece.node, Picture) and not (piece.node.alt.strip() or piece.node.is_decorative)
    ]
