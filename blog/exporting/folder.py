"""Articles -> a folder of documents, at the paths of their addresses, with the files that they show beside them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from blog.exporting import docx, html, markdown
from blog.exporting.articles import Shown, outline_of, shown_by, surroundings
from blog.exporting.outlines import Places
from blog.models import ArticlePage

ENDINGS = {"markdown": ".md", "html": ".html", "docx": ".docx"}
PICTURES, DOCUMENTS = "pictures", "documents"
_PART = 1 << 20


class NotOurs(Exception):
    """A file is in the way that the export did not write."""


@dataclass(frozen=True)
class Written:
    """One document that was written: its path within the folder, whether anything changed, and what is missing."""

    path: PurePosixPath
    is_new: bool
    missing: tuple[str, ...] = ()


@dataclass
class Folder:
    """The folder of an export. A list in it says which files are its own: no other is ever written over.

    ``overwrite``: write over other files all the same.
    """

    root: Path
    form: str
    overwrite: bool = False
    own: set[str] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)

    def __post_init__(self):
        if self._list.is_file():
            self.own = set(self._list.read_text("utf-8").splitlines())

    @property
    def _list(self) -> Path:
        return self.root / ".exported"

    def close(self) -> None:
        """Note down which files are the export's own."""
        self.root.mkdir(parents=True, exist_ok=True)
        self._list.write_text("".join(f"{name}\n" for name in sorted(self.own)), "utf-8")

    def write(self, page: ArticlePage) -> Written:
        """Write an article with its files.

        Raises: NotOurs: a file is in the way. OSError: the disk says no.
        """
        path = _path(page)
        shown = shown_by(page)
        if page.hero_image:
            shown.pictures[page.hero_image_id] = page.hero_image
        places = _places(shown)
        outline, around = outline_of(page, places), surroundings(shown, places)
        files, missing = self._files(shown, places, path.parent)
        if self.form == "docx":
            content = docx.document(outline, around, files)
        else:
            content = (html if self.form == "html" else markdown).document(outline, around)
        target = path.with_name(path.name + ENDINGS[self.form])
        return Written(target, self._keep(target, content), missing)

    def _files(self, shown: Shown, places: Places, beside: PurePosixPath) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Copy what an article shows; the bytes of its pictures where they go into the document itself."""
        embedded, missing = {}, []
        for known, sources, is_embedded in (
            (shown.pictures, places.pictures, self.form == "docx"),
            (shown.documents, places.documents, False),
        ):
            for key, source in sources.items():
                # Import finds a file that the site has already by this digest.
                try:
                    known[key].get_file_hash()
                    with known[key].file.open("rb") as file:
                        data = file.read()
                except OSError:
                    missing.append(source)
                    continue
                if is_embedded:
                    embedded[source] = data
                else:
                    self._keep(beside / source, data)
        return embedded, tuple(missing)

    def _keep(self, path: PurePosixPath, content: bytes) -> bool:
        """Write a file of the export; whether it is new or another than before."""
        name, target = str(path), self.root / path
        if target.is_symlink() or (target.exists() and not target.is_file()):
            raise NotOurs(f"{name} is no plain file.")
        if target.is_file():
            if target.read_bytes() == content:
                self.own.add(name)
                return False
            if name not in self.own and not self.overwrite:
                raise NotOurs(f"{name} was not written by an export: --overwrite replaces it.")
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        part.write_bytes(content)
        os.replace(part, target)
        self.own.add(name)
        return True


def _path(page: ArticlePage) -> PurePosixPath:
    """Where a page lies: "/articles/x/" is articles/x."""
    address = urlsplit(page.get_url() or f"/{page.slug}/")
    steps = [step for step in unquote(address.path).split("/") if step and step not in (".", "..")]
    return PurePosixPath(*filter(None, [address.hostname or "", *steps]))


def _places(shown: Shown) -> Places:
    return Places(
        pages={key: page.url for key, page in shown.pages.items() if page.url},
        pictures={key: f"{PICTURES}/{_name(picture)}" for key, picture in shown.pictures.items()},
        documents={key: f"{DOCUMENTS}/{_name(document)}" for key, document in shown.documents.items()},
        invitations={key: invitation.name for key, invitation in shown.invitations.items()},
    )


def _name(kept) -> str:
    return PurePosixPath(kept.file.name).name


def exported(pages, folder: Folder) -> Iterator[tuple[ArticlePage, Written | Exception]]:
    """Write pages one by one; what became of each. One that fails harms no other."""
    try:
        for page in pages:
            try:
                yield page, folder.write(page)
            except (NotOurs, OSError) as error:
                yield page, error
    finally:
        folder.close()
