"""A small calculation that a browser does while its reader types, and a sender of unwanted mail must do every time.

The browser looks for a number that, hashed together with the form's own token, begins with ``BITS`` zero bits. The
form's token can be used once, so that a proof can be too; and it counts for the ten minutes in which it was made,
and the ten after. Pure functions.
"""

import hashlib
import re
import time

#: About 16,000 hashes: some 0.2 s on a laptop, a second or two on an old telephone.
BITS = 14
SLOT = 600

_PROOF = re.compile(r"(\d{1,12}):(\d{1,12})", re.ASCII)


def leading_zero_bits(digest: bytes) -> int:
    return len(digest) * 8 - int.from_bytes(digest).bit_length()


def is_proved(token: str, proof: str, now: float | None = None) -> bool:
    """Whether ``proof``, "slot:number", was made for ``token`` in this span of ten minutes or the one before."""
    found = _PROOF.fullmatch(proof)
    if not found or int(found[1]) not in (slot := int((now or time.time()) // SLOT), slot - 1):
        return False
    return leading_zero_bits(hashlib.sha256(f"{token}:{proof}".encode()).digest()) >= BITS


def make(token: str, now: float | None = None) -> str:
    """Return a proof for ``token``, as the browser's script does."""
    slot = int((now or time.time()) // SLOT)
    number = 0
    while not is_proved(token, f"{slot}:{number}", now):
        number += 1
    return f"{slot}:{number}"
