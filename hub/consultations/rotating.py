"""Writes everything anew with the first key, so that the older ones can be taken away."""

from django.db import transaction

from .encryption import EncryptedTextField, Unreadable
from .models import ConsultationRequest, Note


def encrypted_fields(model) -> list[str]:
    return [field.name for field in model._meta.fields if isinstance(field, EncryptedTextField)]


def rotate() -> tuple[int, int]:
    """Encrypt every row with the first key. Return how many were, and how many no key opens; those stay as they are."""
    done = closed = 0
    for model in (ConsultationRequest, Note):
        fields = encrypted_fields(model)
        for key in list(model.objects.values_list("pk", flat=True)):
            with transaction.atomic():
                # Locked, where the database can, so that nobody's note is written over.
                row = model.objects.select_for_update().only(*fields).filter(pk=key).first()
                if row is None:
                    continue
                if any(isinstance(getattr(row, field), Unreadable) for field in fields):
                    closed += 1
                    continue
                row.save(update_fields=fields)
                done += 1
    return done, closed
