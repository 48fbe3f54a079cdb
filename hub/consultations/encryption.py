"""What people write is encrypted before it reaches the database, and opened by nobody without the key.

The keys are ``settings.CONSULTATION_KEYS``: the first encrypts, all of them open. Losing a key loses what it
encrypted; a value that no key opens is kept as it stands (:class:`Unreadable`), so that bringing the key back
brings the text back.

Source: Fernet (AES-128-CBC with HMAC-SHA256), https://github.com/fernet/spec, by ``cryptography``'s MultiFernet.
"""

import re
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models
from django.db.models.lookups import IsNull

_TOKEN = re.compile(r"gAAAAA[\w-]{90,}={0,2}", re.ASCII)


class KeyUnusable(Exception):
    """There is no key, or one of them is none: nothing can be encrypted. The message says what to do."""


class Unreadable(str):
    """The ciphertext of a value that none of our keys opens. Saved again, it is written back unchanged."""

    __slots__ = ()


@lru_cache(maxsize=8)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    if not keys:
        raise KeyUnusable("There is no key for requests for help: set CONSULTATION_KEYS.")
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError as error:
        raise KeyUnusable(
            "A key in CONSULTATION_KEYS is not valid: each is 32 random bytes as url-safe base64, 44 characters long."
        ) from error


def ring() -> MultiFernet:
    """Return the keys in use. Raises: KeyUnusable."""
    return _ring(tuple(settings.CONSULTATION_KEYS))


def encrypt(text: str) -> str:
    """Return ``text`` encrypted by the first key; the ciphertext of something unreadable as it is."""
    return str.__str__(text) if isinstance(text, Unreadable) else ring().encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """Return the text of ``token``, or the token as :class:`Unreadable` where no key opens it."""
    try:
        return ring().decrypt(token).decode()
    except (InvalidToken, KeyUnusable):
        return Unreadable(token)


class EncryptedTextField(models.TextField):
    """Text whose column holds ciphertext. It can't be searched or sorted by the database, and dumps stay encrypted."""

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else value

    def get_prep_value(self, value):
        return encrypt(value) if value else value

    def to_python(self, value):
        # What a dump holds; what somebody types never passes here.
        return decrypt(value) if isinstance(value, str) and _TOKEN.fullmatch(value) else value

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def get_lookup(self, lookup_name):
        return IsNull if lookup_name == "isnull" else None
