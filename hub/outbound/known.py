"""What is known of links, for who writes an article: which of them are broken."""

from collections.abc import Iterable

from django.utils import timezone

from .addresses import digest
from .models import OutboundLink
from .verdicts import Broken


def broken(urls: Iterable[str]) -> dict[str, Broken]:
    """Return those of some addresses, in their normal form, that are known to be broken. At most one query."""
    by_digest = {digest(url): url for url in urls}
    if not by_digest:
        return {}
    rows = OutboundLink.objects.known_broken().filter(digest__in=by_digest)
    return {
        by_digest[key]: Broken(reason, timezone.localdate(since) if since else None)
        for key, reason, since in rows.values_list("digest", "reason", "failing_since")
    }
