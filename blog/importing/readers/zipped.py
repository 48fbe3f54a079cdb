"""A zip of one page and its pictures: Google Docs' "Web page", and Markdown with its files beside it."""

import posixpath

from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers import markdown, web_page
from blog.importing.readers.archives import entry_of, open_archive
from blog.importing.readers.limits import LARGEST_ARCHIVE
from blog.importing.readers.media import Media

_PAGES, _MARKDOWN = (".html", ".htm"), (".md", ".markdown")


def read(data: bytes) -> Outline:
    """Parse a zip with one page of HTML or Markdown in it.

    Raises: UnreadableDocument: damaged, dangerous or too large; no page in it, or more than one; its reader's reason.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise UnreadableDocument(f"The file is larger than {LARGEST_ARCHIVE // 1_000_000} MB, the most that is read.")
    archive = open_archive(data)
    names = [info.filename for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    pages = [name for name in names if name.lower().endswith(_PAGES + _MARKDOWN)]
    if len(pages) != 1:
        found = "no page" if not pages else f"{len(pages)} pages"
        raise UnreadableDocument(
            f"There is {found} in the archive: it has to hold one, HTML or Markdown, with its pictures."
        )
    folder = posixpath.dirname(pages[0]) or "."
    files = {posixpath.relpath(name, folder): entry_of(archive, name) for name in names if name != pages[0]}
    data = entry_of(archive, pages[0])
    if pages[0].lower().endswith(_MARKDOWN):
        return markdown.read(data, Media(files))
    return web_page.read(data, Media(files))


def _is_clutter(name: str) -> bool:
    return name.startswith("__MACOSX/") or posixpath.basename(name).startswith(".")
