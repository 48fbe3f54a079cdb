"""Uploaded pictures, made safe: decoded in full, turned upright, and saved again without what they carried.

Wagtail keeps EXIF with its place and camera in every rendition, and answers 500 to a truncated file.
"""

import struct
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

#: Pillow's own name for each format that is accepted, with how it is saved again.
SAVED_AS = {
    "AVIF": {"quality": 90},
    "GIF": {},
    "JPEG": {"quality": 92, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
}

#: What Pillow's decoders were seen to raise at damaged files, or may: no two are agreed on it.
_DECODING_FAULTS = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


class UnreadablePicture(ValueError):
    """The picture cannot be decoded, is not of an accepted format, or is too large. Its text is for the editor."""


def clean_copy(data: bytes, name: str, max_pixels: int) -> ContentFile:
    """Return the picture encoded anew, with its colour profile and without EXIF, GPS, comments and trailing data.

    Args:    data: the bytes of the upload. name: its file name, kept. max_pixels: width times height at most.
    Raises:  UnreadablePicture: see there.
    """
    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.format not in SAVED_AS:
                raise UnreadablePicture(f"A picture of the kind {picture.format} can't be used here.")
            if picture.width * picture.height > max_pixels:
                raise UnreadablePicture(
                    f"The picture is {picture.width} × {picture.height} pixels. "
                    f"At most {max_pixels // 1_000_000} million pixels are taken: save it smaller and try again."
                )
            kind = picture.format
            profile = picture.info.get("icc_profile")
            upright = ImageOps.exif_transpose(picture)
            upright.load()
            return ContentFile(_encoded(upright, kind, profile), name=name)
    except UnreadablePicture:
        raise
    except _DECODING_FAULTS as error:
        raise UnreadablePicture(
            "The picture is damaged or incomplete. Save it again on your computer and upload that copy."
        ) from error


def _encoded(picture: Image.Image, kind: str, profile: bytes | None) -> bytes:
    if "transparency" in picture.info:
        # Kept beside the pixels, where the bare copy below would lose it.
        picture = picture.convert("RGBA")
    elif picture.mode in {"P", "PA"}:
        picture = picture.convert("RGBA" if picture.palette.mode == "RGBA" or picture.mode == "PA" else "RGB")
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    if kind == "JPEG" and bare.mode not in {"RGB", "L", "CMYK"}:
        bare = bare.convert("RGB")
    out = BytesIO()
    options = dict(SAVED_AS[kind])
    if profile:
        options["icc_profile"] = profile
    bare.save(out, kind, **options)
    return out.getvalue()
