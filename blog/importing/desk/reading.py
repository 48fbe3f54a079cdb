"""From an upload to a worksheet that an editor can review."""

import base64
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from blog.importing.apart import MOST_SECONDS
from blog.importing.library import Library
from blog.importing.outline import Outline, plain
from blog.importing.outline_json import from_json
from blog.importing.recognise.words import quoted
from blog.importing.worksheets.alignment import align, place_leftovers
from blog.importing.worksheets.worksheet import Worksheet, from_outline

from .models import Document, Picture

#: Seconds until a reader is stopped; it waits for the processor as well.
PATIENCE = MOST_SECONDS + 20
TOO_MUCH = (
    "The document takes too much time or memory to be read. Save it again as a new document, or copy its text and "
    "paste it here."
)


class ReaderStopped(Exception):
    """The reader's process ended without an answer."""


def read_document(document: Document) -> None:
    """Read an upload and keep what it says: READY, or FAILED with the reader's reason.

    Raises: OSError: the upload is not there. ReaderStopped: the reader ended without an answer, for the first time.
    """
    with document.upload.open("rb") as file:
        data = file.read()
    try:
        answer = read_apart(document.name, data)
    except ReaderStopped:
        if document.attempts < 2:
            raise
        answer = {"unreadable": TOO_MUCH}
    keep_answer(document, answer)


def read_apart(name: str, data: bytes) -> dict:
    """The answer of ``blog.importing.apart``. Raises: ReaderStopped."""
    # What the file is called is nobody's business who lists processes: its ending is all a reader needs.
    command = [sys.executable, "-m", "blog.importing.apart", f"document{PurePath(name).suffix}"]
    try:
        done = subprocess.run(  # noqa: S603 the command is ours; the name is an argument, no shell reads it
            command, input=data, capture_output=True, cwd=settings.BASE_DIR, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ReaderStopped(f"after {PATIENCE} seconds") from error
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise ReaderStopped(f"with code {done.returncode} {' '.join(last)[:200]}") from error


@transaction.atomic
def keep_answer(document: Document, answer: dict) -> None:
    """Keep what a reader answered. What was read before is read anew; what an editor had decided is gone with it."""
    document.attempts, document.claimed_at = 0, None
    document.former.all().delete()
    for picture in document.pictures.all():
        picture.delete()
    if "unreadable" in answer:
        document.state, document.reason = Document.State.FAILED, answer["unreadable"]
        document.save()
        return
    document.source = answer["source"]
    lines = [plain(markup) for _, markup in document.source]
    worksheet = _with_people(document, from_outline(from_json(answer["outline"])))
    document.keep(place_leftovers(worksheet, align(lines, worksheet)))
    document.version += 1
    document.state, document.reason = Document.State.READY, ""
    document.save()
    for file in answer["media"]:
        content = ContentFile(base64.b64decode(file["data"]), name=file["name"].rpartition("/")[2])
        Picture.objects.create(document=document, name=file["name"], content_type=file["type"], file=content)


def _with_people(document: Document, worksheet: Worksheet) -> Worksheet:
    """The worksheet without the author and the topics it names: the site's own of that name are chosen on the screen.

    A name that nothing here has becomes a note.
    """
    facts, library, notes = worksheet.facts, Library(Outline("", "", ())), list(worksheet.notes)
    if facts.author and not document.author_id:
        document.author_id = library.person(facts.author)
        if not document.author_id:
            notes.append(
                f"The document names {quoted(facts.author)} as its author: nobody here has a page of that name."
            )
    found = {name: library.topic(name) for name in facts.topics}
    notes += [f"The document names the topic {quoted(name)}: there is none here." for name in found if not found[name]]
    document.topics.add(*filter(None, found.values()))
    return replace(worksheet, notes=tuple(notes), facts=replace(facts, author="", topics=()))
