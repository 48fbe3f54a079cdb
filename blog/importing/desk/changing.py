"""One change to a document under review: asked for by name, made on the worksheet, undoable."""

from dataclasses import replace

from django.db import transaction

from blog.importing.outline import Picture
from blog.importing.worksheets import operations
from blog.importing.worksheets.kinds import name_of
from blog.importing.worksheets.lines import Refused
from blog.importing.worksheets.worksheet import Worksheet, worksheet_to_json

from .models import Document, FormerWorksheet

_STALE = "This document was changed in another window meanwhile: here is how it stands now. Please look again."


class Stale(Refused):
    """The screen that asked was older than the document."""

    def __init__(self):
        super().__init__(_STALE)


@transaction.atomic
def change(document: Document, wanted: str, posted) -> tuple[str, int | None]:
    """Make the change that a button asks for: ``what:number``.

    Args:    posted: the form's fields, for the kind that was chosen.
    Returns: what was done, a sentence for the editor, and the number of the part to go on at.
    Raises:  Refused: it can't be done, nothing was changed.
    """
    what, _, number = wanted.partition(":")
    if what == "undo":
        return undo(document), None
    before = document.worksheet
    after, said, place = _changed(before, what, number, posted)
    if after != before:
        FormerWorksheet.objects.create(document=document, kept_worksheet=worksheet_to_json(before), change=said)
        surplus = document.former.values_list("pk", flat=True)[FormerWorksheet.MOST :]
        FormerWorksheet.objects.filter(pk__in=list(surplus)).delete()
        document.keep(after)
    return said, place


def undo(document: Document) -> str:
    """Bring back the worksheet as it was before the last change. Raises: Refused: nothing is left to undo."""
    last = document.former.first()
    if last is None:
        raise Refused("There is nothing to undo.")
    document.kept_worksheet = last.kept_worksheet
    document.__dict__.pop("worksheet", None)
    last.delete()
    return f"Undone: {last.change}"


def _changed(worksheet: Worksheet, what: str, number: str, posted) -> tuple[Worksheet, str, int | None]:
    if what == "lower":
        return operations.lower_standfirst(worksheet), "The standfirst is in the text now.", None
    head, _, cut = number.partition(".")
    if not head.isdecimal() or (cut and not cut.isdecimal()):
        raise Refused("There is no such part.")
    at = int(head)
    match what:
        case "kind":
            kind = posted.get(f"kind-{at}", "")
            return operations.change_kind(worksheet, at, kind), f"Now: {name_of(kind)}.", at
        case "confirm":
            return operations.confirm(worksheet, at), "Settled as it is.", at
        case "merge":
            before = _before(worksheet, at)
            return operations.merge(worksheet, at), "It is one part with the one before it.", before
        case "split":
            return operations.split(worksheet, at, int(cut or 0)), "It is two parts now.", at
        case "drop":
            before = _before(worksheet, at)
            return operations.drop(worksheet, at), "It is left out; it can be taken back below.", before
        case "back":
            return operations.take_back(worksheet, at), "It is back.", at
    raise Refused("There is no such change.")


def _before(worksheet: Worksheet, number: int) -> int | None:
    place = worksheet.place(number)
    near = worksheet.pieces[place - 1] if place else next(iter(worksheet.pieces[1:]), None)
    return near.number if near else None


def keep_details(document: Document, form) -> None:
    """Keep what stands above the text, from a valid form."""
    form.keep_in(document)
    facts = replace(document.worksheet.facts, slug=form.cleaned_data["slug"], date=form.cleaned_data["date"])
    title, subtitle = (" ".join(form.cleaned_data[name].split()) for name in ("title", "subtitle"))
    document.keep(replace(document.worksheet, title=title, subtitle=subtitle, facts=facts))


def keep_pictures(document: Document, posted) -> None:
    """Keep what the screen says of pictures: alternative text, or that they are decorative."""
    worksheet = document.worksheet
    for piece in worksheet.pieces:
        if isinstance(piece.node, Picture) and f"alt-{piece.number}" in posted:
            alt, decorative = posted[f"alt-{piece.number}"], f"decorative-{piece.number}" in posted
            worksheet = operations.describe_picture(worksheet, piece.number, alt, decorative)
    document.keep(worksheet)
