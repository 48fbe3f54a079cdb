"""What was uploaded is kept no longer than it is of use."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Batch, Document, FormerWorksheet, Picture

#: After this the list of imports forgets a batch; its articles stay.
BATCH_KEPT = timedelta(days=365)


def purge(now=None) -> int:
    """Delete uploads, pictures and worksheets that are due: how many documents that were.

    Where a draft was made, after IMPORT_MADE_KEPT_DAYS; else after IMPORT_KEPT_DAYS without a change. What became
    of each document stays in the list for a year.
    """
    now = now or timezone.now()
    made = Document.objects.filter(state=Document.State.MADE)
    due = made.filter(changed_at__lt=now - timedelta(days=settings.IMPORT_MADE_KEPT_DAYS))
    due |= Document.objects.exclude(state=Document.State.MADE).filter(
        changed_at__lt=now - timedelta(days=settings.IMPORT_KEPT_DAYS)
    )
    purged = sum(map(_empty, due.exclude(upload="", kept_worksheet__isnull=True)))
    Batch.objects.filter(created_at__lt=now - BATCH_KEPT).delete()
    return purged


@transaction.atomic
def _empty(document: Document) -> bool:
    Picture.objects.filter(document=document).delete()
    FormerWorksheet.objects.filter(document=document).delete()
    upload = document.upload.name
    document.upload, document.kept_worksheet, document.source = "", None, []
    if document.state not in (Document.State.MADE, Document.State.FAILED):
        document.state = Document.State.FAILED
        document.reason = "It was not made into a draft in time, and its upload has been deleted. Import it again."
    document.save()
    if upload:
        transaction.on_commit(lambda: document.upload.storage.delete(upload))
    return True
