"""The share image of a page that is being written: drawn in memory, so that a draft's is nowhere to be found."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from PIL import Image

from hub.core.seo.head import Head

from .drawing import HEIGHT, WIDTH, drawn
from .keeping import picture_of

#: The artwork of a page that was never saved: it gets one of its own with its key.
UNSAVED = "unsaved"


def is_drawn(page, head: Head, root: str) -> bool:
    """Say whether the picture that ``head`` names is the drawn one, or will be; ``root`` is the site's address."""
    return head.picture == picture_of(page, head.site_name, root)


def sketch(page, practice: str) -> str:
    """Return what the drawn picture of ``page`` is now, at half its size, as an address that holds it (``data:``)."""
    return _sketched(page.title, practice, page.art_seed if page.pk else UNSAVED)


# Editors mostly change other things than the title, and one title is asked for again and again.
@lru_cache(maxsize=16)
def _sketched(title: str, practice: str, seed: str) -> str:
    picture = Image.open(BytesIO(drawn(title, practice, seed))).convert("RGB")
    out = BytesIO()
    picture.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS).save(out, "WEBP", quality=82)
    return f"data:image/webp;base64,{b64encode(out.getvalue()).decode()}"
