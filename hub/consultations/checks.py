"""What ``manage.py check`` says about the keys."""

from django.core.checks import Error, Warning, register
from django.db import DatabaseError

from .encryption import KeyUnusable, ring


@register("consultations")
def keys_are_usable(app_configs, **kwargs):
    """The keys are keys."""
    try:
        ring()
    except KeyUnusable as error:
        return [
            Error(
                str(error),
                hint="The line that makes one stands beside CONSULTATION_KEYS in .env.example.",
                id="consultations.E001",
            )
        ]
    return []


@register("database")
def keys_open_what_is_stored(app_configs, databases, **kwargs):
    """The keys open the newest request. Asked where the database is: ``check --database default``, ``migrate``."""
    from .models import ConsultationRequest

    if not databases:
        return []
    try:
        newest = ConsultationRequest.objects.first()
    except DatabaseError:
        # Before the first migration there is no table.
        return []
    if newest is None or newest.is_readable:
        return []
    return [
        Warning(
            "None of the keys for requests for help opens the newest request.",
            hint="Bring back the key it was written with (CONSULTATION_KEYS, or the key file). Nothing is lost.",
            id="consultations.W001",
        )
    ]
