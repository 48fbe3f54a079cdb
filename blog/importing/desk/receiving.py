"""From what a browser sends to a batch of documents that wait to be read."""

from pathlib import PurePath

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction
from django.utils.text import slugify

from .models import Batch, Document

MOST_DOCUMENTS = 200
LARGEST_DOCUMENT = 60_000_000
LIMITS = f"Up to {MOST_DOCUMENTS} documents at once, each at most {LARGEST_DOCUMENT // 1_000_000} MB."


class NothingReceived(ValueError):
    """There is nothing to make a batch of. Its message is one sentence for the editor."""


@transaction.atomic
def receive(user, place, files: list[UploadedFile]) -> Batch:
    """Keep files as a batch. One that is too large or empty has failed at once and says so; the others wait.

    Raises: NothingReceived: no file at all, or more than MOST_DOCUMENTS.
    """
    if not files:
        raise NothingReceived("Choose a document, drop one here, or paste its text.")
    if len(files) > MOST_DOCUMENTS:
        raise NothingReceived(
            f"These are {len(files)} documents, and at most {MOST_DOCUMENTS} are taken at once: choose fewer."
        )
    batch = Batch.objects.create(owner=user, place=place)
    for file in files:
        _keep(batch, file)
    return batch


def _keep(batch: Batch, file: UploadedFile) -> None:
    document = Document(batch=batch, name=_name(file.name), size=file.size, place=batch.place, made_by=batch.owner)
    if reason := _fault(file):
        document.state, document.reason = Document.State.FAILED, reason
    else:
        document.upload.save(document.name, file, save=False)
    document.save()


def _name(name: str) -> str:
    """A file name without folders and without what no name needs, cut so that its ending stays."""
    shown = "".join(char for char in PurePath(name.replace("\\", "/")).name if char.isprintable()) or "document"
    ending = PurePath(shown).suffix[:20]
    return shown if len(shown) <= 255 else shown[: 255 - len(ending)] + ending


def _fault(file: UploadedFile) -> str:
    if not file.size:
        return "The file is empty."
    if file.size > LARGEST_DOCUMENT:
        return f"The file is {file.size // 1_000_000} MB. At most {LARGEST_DOCUMENT // 1_000_000} MB are taken."
    return ""


def pasted_file(markup: str, text: str) -> UploadedFile | None:
    """What was pasted as a file, named after its first words, so that pasting it again finds its article again.

    ``markup``: the same with its formatting, where a script could get hold of it.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first and not markup.strip():
        return None
    content, ending = (markup, "html") if markup.strip() else (text, "txt")
    return SimpleUploadedFile(f"pasted-{slugify(first)[:60].strip('-') or 'text'}.{ending}", content.encode())
