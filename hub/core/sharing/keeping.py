"""Where share images are kept, and the address each is found at.

An address holds a digest of all that the picture shows: another title is another address, and what was fetched under
an old one need never be fetched again. A picture is drawn when its address is first asked for, never while a page is
shown; the one before it is deleted then, and as soon as a page is published anew, hidden or deleted.
"""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from hub.core.seo.head import Picture

from .drawing import HEIGHT, WIDTH, drawn

#: Raise it when the drawing changes: every address changes with it.
DESIGN = 1
KIND = "image/png"

_FOLDER = "share"


def digest_of(title: str, practice: str, seed: str) -> str:
    """Return what an address holds of a picture's content: sixteen hexadecimal digits."""
    content = "\0".join((str(DESIGN), title, practice, seed))
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16]


def picture_of(page, practice: str, root: str) -> Picture | None:
    """Return the picture that ``page`` is shared with; None before it has a key. ``root`` is the site's address."""
    if not page.pk:
        return None
    digest = digest_of(page.title, practice, page.art_seed)
    address = reverse("share_image", args=[page.pk, digest])
    words = f"{page.title}, from {practice}" if practice and practice != page.title else page.title
    return Picture(f"{root}{address}", WIDTH, HEIGHT, words, KIND)


def kept(key: int, digest: str) -> bytes | None:
    """Return the picture kept for the page with the primary key ``key``; None where there is none yet."""
    name = _name(key, digest)
    if not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return file.read()


def draw(page, practice: str) -> bytes:
    """Draw the picture of ``page``, keep it, and delete those that it replaces."""
    digest = digest_of(page.title, practice, page.art_seed)
    data = drawn(page.title, practice, page.art_seed)
    name = _name(page.pk, digest)
    saved = default_storage.save(name, ContentFile(data))
    if saved != name:
        # Somebody else was quicker, and the storage has found another name.
        default_storage.delete(saved)
    purge(page.pk, keep=digest)
    return data


def purge(key: int, keep: str = "") -> None:
    """Delete the pictures of the page with the primary key ``key``, but for the one with the digest ``keep``."""
    folder = f"{_FOLDER}/{key}"
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if name != f"{keep}.png":
            default_storage.delete(f"{folder}/{name}")


def _name(key, digest) -> str:
    return f"{_FOLDER}/{key}/{digest}.png"
