"""What follows from a change of the promises, and from a change of the tables."""

import datetime as dt

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver
from django.utils import timezone

from .models import ConsultationRequest, ConsultationSettings, Note
from .rotating import encrypted_fields


@receiver(post_save, sender=ConsultationSettings)
def keep_no_longer_than_now_promised(instance, raw=False, **kwargs):
    """A shorter time holds for the requests that are there already; a longer one does not."""
    if raw:
        return
    changed = []
    fields = ("pk", "received_at", "erase_on", "erase_booked_on")
    for request in ConsultationRequest.objects.filter(site=instance.site_id).only(*fields).iterator():
        day = timezone.localdate(request.received_at)
        erase_on = min(request.erase_on, day + dt.timedelta(days=instance.keep_days))
        erase_booked_on = min(request.erase_booked_on, day + dt.timedelta(days=instance.keep_booked_days))
        if (erase_on, erase_booked_on) != (request.erase_on, request.erase_booked_on):
            request.erase_on, request.erase_booked_on = erase_on, erase_booked_on
            changed.append(request)
    ConsultationRequest.objects.bulk_update(changed, ["erase_on", "erase_booked_on"], batch_size=500)


@receiver(post_migrate)
def keep_no_samples(app_config, using=DEFAULT_DB_ALIAS, **kwargs):
    """PostgreSQL keeps samples of every column for its planner, and keeps them when the rows are gone: not of ours."""
    if app_config.label != "consultations" or connections[using].vendor != "postgresql":
        return
    with connections[using].cursor() as cursor:
        for model, extra in ((ConsultationRequest, ("reference", "nonce")), (Note, ())):
            for name in (*encrypted_fields(model), *extra):
                table, column = (connections[using].ops.quote_name(part) for part in (model._meta.db_table, name))
                cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
