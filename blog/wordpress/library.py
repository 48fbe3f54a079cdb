"""Pictures and documents of the old site, put into this site's libraries once and found there afterwards."""

from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.utils.file import hash_filelike

from blog.wordpress.addresses import file_keys
from blog.wordpress.fetching import Fetcher
from blog.wordpress.items import FILE, Items
from blog.wordpress.uploads import UnreadableFile, Uploads
from hub.core.models import HubImage
from hub.core.pictures import UnreadablePicture, clean_copy

_PICTURES = {"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"}


class Library:
    """``missing`` says for each address why its file is not there."""

    def __init__(self, items: Items, uploads: Uploads, may_fetch: bool):
        self.items, self.uploads, self.may_fetch = items, uploads, may_fetch
        self.fetcher = Fetcher()
        self.missing: dict[str, str] = {}
        self.titles: dict[str, str] = {}

    def has_document(self, address: str) -> bool:
        """Whether a document that this site takes is at hand."""
        if _extension(address) not in settings.WAGTAILDOCS_EXTENSIONS:
            return False
        return bool(self.uploads.find(address) or self._known(address) or self.may_fetch)

    def picture(self, address: str) -> int | None:
        """The key of the picture that was at an address; None, and the reason in ``missing``, without one."""
        if (item := self._known(address)) and item.image_id:
            return item.image_id
        return self._taken(address, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, self._keep_picture)

    def document(self, address: str) -> int | None:
        """The key of a document; None for what is none, without a word: most links lead to pages."""
        if _extension(address) not in settings.WAGTAILDOCS_EXTENSIONS:
            return None
        if (item := self._known(address)) and item.document_id:
            return item.document_id
        if not (self.uploads.find(address) or self.may_fetch):
            return None
        return self._taken(address, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, self._keep_document)

    def _known(self, address: str):
        keys = file_keys(address)
        return self.items.find(FILE, keys[0]) if keys else None

    def _taken(self, address: str, longest: int, keep) -> int | None:
        try:
            data = self._data(address, longest)
            return keep(address, data) if data is not None else None
        except (UnreadableFile, UnreadablePicture, ValidationError, OSError) as error:
            self.missing[address] = " ".join(getattr(error, "messages", [str(error)]))
            return None

    def _data(self, address: str, longest: int) -> bytes | None:
        if name := self.uploads.find(address):
            return self.uploads.read(name, longest)
        if self.may_fetch:
            return self.fetcher.fetch(address, longest)
        self.missing.setdefault(address, "It is not among the files that were given.")
        return None

    def _keep_picture(self, address: str, data: bytes) -> int:
        if _extension(address) == "svg":
            raise UnreadablePicture("A drawing of the kind SVG can't be used here: save it as PNG.")
        copy = clean_copy(data, _name(address), settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
        digest = hash_filelike(copy)
        copy.seek(0)
        image = HubImage.objects.filter(file_hash=digest).order_by("pk").first()
        is_ours = image is None
        if image is None:
            image = HubImage(title=self._title(address), file=copy, file_hash=digest, file_size=copy.size)
            image.save()
        self._note(address, is_ours, image=image)
        return image.pk

    def _keep_document(self, address: str, data: bytes) -> int:
        Document = get_document_model()
        file = ContentFile(data, name=_name(address))
        digest = hash_filelike(file)
        file.seek(0)
        document = Document.objects.filter(file_hash=digest).order_by("pk").first()
        is_ours = document is None
        if document is None:
            document = Document(title=self._title(address), file=file, file_hash=digest, file_size=len(data))
            document.save()
        self._note(address, is_ours, document=document)
        return document.pk

    def _note(self, address: str, is_ours: bool, **made) -> None:
        self.missing.pop(address, None)
        if item := self._known(address):
            for name, value in made.items():
                setattr(item, name, value)
            item.is_ours = is_ours
            item.save()
        else:
            self.items.make(FILE, file_keys(address)[0], is_ours=is_ours, report={"address": address}, **made)

    def _title(self, address: str) -> str:
        return (self.titles.get(address) or PurePosixPath(_name(address)).stem.replace("-", " ").replace("_", " "))[
            :255
        ]


def _name(address: str) -> str:
    return (file_keys(address) or ["file"])[0].rpartition("/")[2][-100:]


def _extension(address: str) -> str:
    name = _name(address)
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_picture(address: str) -> bool:
    return _extension(address) in _PICTURES
