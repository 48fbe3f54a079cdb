"""What a form carries: proof that it is ours, when it was made, and a number that makes it count once.

Readers have no cookie, so that Django's cross-site protection, which compares a form with a cookie, has nothing to
compare. This token takes its place: signed, bound to one page, good for twelve hours and for one request; and
``is_from_elsewhere`` asks the browser itself whether another site sent the form. There is no session that such a
form could abuse: all that a forged one could do is make a request.
"""

import secrets
import time
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.core import signing

from .encryption import KeyUnusable, ring

SALT = "hub.consultations.form"
TOO_FAST = 3
TOO_OLD = 12 * 3600
RECEIPT_SHOWN_FOR = 3600


@dataclass(frozen=True)
class FormToken:
    """``issued`` in seconds since 1970; ``consent`` the digest of the wording shown; ``again``: the form came back."""

    page: int
    nonce: str
    issued: float
    consent: str
    again: bool = False

    @property
    def age(self) -> float:
        return time.time() - self.issued

    @property
    def is_too_old(self) -> bool:
        return not -60 < self.age < TOO_OLD

    @property
    def is_too_fast(self) -> bool:
        return not self.again and self.age < TOO_FAST

    def signed(self) -> str:
        return signing.dumps([self.page, self.nonce, self.issued, self.consent, self.again], salt=SALT)

    def renewed(self) -> "FormToken":
        """The same form, shown with other words around it: another number, another time."""
        return replace(self, nonce=secrets.token_hex(16), issued=round(time.time(), 1), again=True)


def new(page: int, consent: str, again: bool = False) -> FormToken:
    """Return a token for a form that is being shown."""
    return FormToken(page, secrets.token_hex(16), round(time.time(), 1), consent, again)


def read(text: str) -> FormToken | None:
    """Return the token, of whatever age, or None for what we have not signed."""
    try:
        return FormToken(*signing.loads(text[:1000], salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def is_from_elsewhere(request) -> bool:
    """Whether the browser says that another site sent this.

    Source: Fetch Metadata (``Sec-Fetch-Site``), and ``Origin`` for browsers that don't send it.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    try:
        return bool(origin) and urlsplit(origin).netloc != request.get_host()
    except ValueError:
        return True


def receipt(reference: str) -> str:
    """Return what the address of the confirmation ends in: opaque, and good for an hour."""
    return ring().encrypt(reference.encode()).decode().rstrip("=")


def reference_of(receipt: str) -> str | None:
    """Return the reference on a receipt, or None once the hour is over, or for what is none."""
    padded = receipt[:400] + "=" * (-len(receipt[:400]) % 4)
    try:
        # MultiFernet asks each key in turn; the time is in the token.
        return ring().decrypt(padded, ttl=RECEIPT_SHOWN_FOR).decode()
    except (InvalidToken, KeyUnusable, ValueError, TypeError):
        return None
