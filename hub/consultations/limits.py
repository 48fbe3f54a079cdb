"""How many requests one address may make in a day, counted without keeping the address.

An address is hashed with the day's secret and the site's; the day's secret is deleted when the next day's first
request comes in (and by ``purge_consultations``), so that yesterday's counts say nothing to anybody, us included.
"""

import hashlib
import hmac
import ipaddress
import secrets

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from .models import DailySalt, SenderCount

#: One address may be a whole clinic, or a telephone company: more than this is kept apart, far more is turned away.
OFTEN = 5
TOO_OFTEN = 60


def address_of(request) -> str:
    """Return the sender's address: what the outermost trusted proxy saw, else who is connected.

    An IPv6 sender is taken by its /64, for one telephone has millions of addresses.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
        if len(told) >= settings.TRUSTED_PROXIES:
            address = told[-settings.TRUSTED_PROXIES]
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    return str(ipaddress.ip_network((known, 64), strict=False)) if known.version == 6 else str(known)


def count(address: str) -> int:
    """Count one more request from ``address`` today and return how many there are. Runs in the caller's transaction."""
    today = timezone.localdate()
    salt, is_new = DailySalt.objects.get_or_create(day=today, defaults={"salt": secrets.token_hex(32)})
    if is_new:
        forget(before=today)
    key = settings.SECRET_KEY.encode()
    sender = hmac.new(key, f"{salt.salt}:{address}".encode(), hashlib.sha256).hexdigest()
    found, is_first = SenderCount.objects.get_or_create(day=today, sender=sender)
    if is_first:
        return 1
    SenderCount.objects.filter(pk=found.pk).update(count=F("count") + 1)
    return SenderCount.objects.values_list("count", flat=True).get(pk=found.pk)


def forget(before) -> None:
    """Delete the secrets and counts of all days before ``before``."""
    SenderCount.objects.filter(day__lt=before).delete()
    DailySalt.objects.filter(day__lt=before).delete()
