"""What an import finds on the site and adds to it: pictures and documents by their content, pages by their address."""

import hashlib
import posixpath
from collections.abc import Callable, Iterator
from functools import cached_property
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from blog.importing.outline import Download, MediaFile, Outline, Picture
from blog.importing.recognise.words import quoted
from blog.importing.writer import ARTICLE, DOCUMENT, INVITATION, PAGE, PERSON, PICTURE
from blog.models import ArticlePage, PersonPage
from hub.core.pictures import UnreadablePicture, clean_copy

_LONGEST_NAME, _LONGEST_TITLE = 60, 255


class Library:
    """The resolver of one document. Its ``notes`` say which files could not be used, and why.

    A file is added to the site only when a part of the outline calls for it, and only if no file of the same
    content is there already.
    """

    def __init__(self, outline: Outline, user=None):
        self.files = {file.name: file for file in outline.media}
        self.user = user
        self.notes: list[str] = []
        self.found: dict[tuple[str, str], int | None] = {}
        self.named = {node.source: node for node in outline.nodes if isinstance(node, Picture | Download)}
        if outline.facts.picture:
            self.named.setdefault(outline.facts.picture.source, outline.facts.picture)

    def resolve(self, kind: str, name: str) -> int | None:
        """The primary key of what a document calls ``name``, or None; see ``writer.Resolve``."""
        if (kind, name) not in self.found:
            self.found[kind, name] = self._finders[kind](name)
        return self.found[kind, name]

    @property
    def awaits(self) -> frozenset[str]:
        """The places in the tree (``url_path``) of pages that the document names, and that are not there yet."""
        missing = [name for (kind, name), key in self.found.items() if key is None and kind in (PAGE, ARTICLE)]
        return frozenset(place for name in missing for place in self._places(name))

    @cached_property
    def _finders(self) -> dict[str, Callable[[str], int | None]]:
        return {
            PICTURE: self._picture,
            DOCUMENT: self._document,
            PAGE: lambda address: self._page(address, Page),
            PERSON: self.person,
            ARTICLE: lambda address: self._page(address, ArticlePage),
            INVITATION: self._invitation,
        }

    def _picture(self, name: str) -> int | None:
        file = self.files.get(name)
        if file is None or not file.content_type.startswith("image/"):
            return None
        images = get_image_model()
        if known := _known(images, _digest(file.data)):
            # A picture that came from here: made anew, a photograph would be another file each time.
            return known
        try:
            copy = clean_copy(file.data, _file_name(file), settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
        except UnreadablePicture as error:
            self.notes.append(f"The picture {quoted(name)} can't be used: {error}")
            return None
        content = copy.read()
        digest = _digest(content)
        if known := _known(images, digest):
            return known
        node = self.named.get(name)
        image = images(title=self._title(name), uploaded_by_user=self.user, file=ContentFile(content, copy.name))
        if isinstance(node, Picture):
            image.description, image.credit = node.alt[:_LONGEST_TITLE], node.credit[:120]
        image.file_size, image.file_hash = len(content), digest
        image.save()
        return image.pk

    def _document(self, name: str) -> int | None:
        file = self.files.get(name)
        if file is None or file.content_type.startswith("image/"):
            return None
        if len(file.data) > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
            self.notes.append(f"The document {quoted(name)} is too large for the library.")
            return None
        documents = get_document_model()
        digest = _digest(file.data)
        if known := _known(documents, digest):
            return known
        content = ContentFile(file.data, _file_name(file))
        document = documents(title=self._title(name), uploaded_by_user=self.user, file=content)
        document.file_size, document.file_hash = len(file.data), digest
        document.save()
        return document.pk

    def _title(self, name: str) -> str:
        """What the library calls a file: what it shows or is, else its name without the ending."""
        node = self.named.get(name)
        told = (node.alt or node.caption) if isinstance(node, Picture) else getattr(node, "title", "")
        stem = posixpath.splitext(posixpath.basename(name))[0].replace("-", " ").replace("_", " ")
        return (told or stem or "Imported file")[:_LONGEST_TITLE]

    def _invitation(self, name: str) -> int | None:
        shared = apps.get_model("core.Invitation").objects.filter(name=name)
        return shared.order_by("pk").values_list("pk", flat=True).first()

    def person(self, name: str) -> int | None:
        """Somebody by the address of their page or, where only one is called so, by name."""
        if "/" in name:
            return self._page(name, PersonPage)
        return _only(PersonPage, name)

    def topic(self, name: str) -> int | None:
        topics = apps.get_model("blog.TopicPage")
        return self._page(name, topics) if "/" in name else _only(topics, name)

    def _page(self, address: str, model: type[Page]) -> int | None:
        """A page of this site by its address."""
        found = (model.objects.filter(url_path=place).values_list("pk", flat=True) for place in self._places(address))
        return next(filter(None, (keys.first() for keys in found)), None)

    def _places(self, address: str) -> Iterator[str]:
        """Where in the tree a page of that address would be; one with a fragment or a query names more than a page."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return
        if parts.query or parts.fragment or not parts.path.startswith("/"):
            return
        for host, root in self._sites:
            if parts.netloc in ("", host):
                yield f"{root.rstrip('/')}/{parts.path.strip('/')}/" if parts.path.strip("/") else root

    @cached_property
    def _sites(self) -> list[tuple[str, str]]:
        """The host and the root path of every site, that of the default first."""
        sites = Site.objects.select_related("root_page").order_by("-is_default_site", "pk")
        return [(urlsplit(site.root_url).netloc, site.root_page.url_path) for site in sites]


def _only(model: type[Page], name: str) -> int | None:
    found = list(model.objects.filter(title__iexact=name.strip()).values_list("pk", flat=True)[:2])
    return found[0] if len(found) == 1 else None


def _known(model, digest: str) -> int | None:
    return model.objects.filter(file_hash=digest).order_by("pk").values_list("pk", flat=True).first()


def _digest(content: bytes) -> str:
    """As Wagtail keeps it (``wagtail.utils.file.hash_filelike``)."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


def _file_name(file: MediaFile) -> str:
    stem, ending = posixpath.splitext(posixpath.basename(file.name))
    if file.content_type.startswith("image/"):
        # The content says what it is; an ending may lie.
        ending = {"image/jpeg": ".jpg"}.get(file.content_type, f".{file.content_type.partition('/')[2]}")
    return f"{stem[:_LONGEST_NAME] or 'file'}{ending}"
