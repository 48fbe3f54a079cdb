"""From addresses of the old site to what they are here."""

from wagtail.contrib.redirects.models import Redirect

from blog.importing import writer
from blog.wordpress.addresses import key_of, path_of
from blog.wordpress.catalogue import Catalogue
from blog.wordpress.library import Library
from blog.wordpress.models import ImportedRedirect


def _brought_before(address: str) -> int | None:
    old = Redirect.normalise_path(path_of(address))
    found = ImportedRedirect.objects.filter(redirect__old_path=old, redirect__redirect_page__isnull=False)
    return found.values_list("redirect__redirect_page", flat=True).first()


class Resolver:
    """Answers the writer's questions. ``pages`` maps WordPress' numbers to keys of pages, ``archives`` addresses."""

    def __init__(self, catalogue: Catalogue, library: Library, pages: dict[int, int], archives: dict[str, int]):
        self.catalogue, self.library, self.pages, self.archives = catalogue, library, pages, archives

    def __call__(self, kind: str, name: str) -> int | None:
        match kind:
            case writer.PICTURE:
                return self.library.picture(name)
            case writer.DOCUMENT:
                return self.library.document(name) if self.is_of_the_old_site(name) else None
            case writer.PAGE:
                return self.page(name)
        return None

    def is_of_the_old_site(self, address: str) -> bool:
        """An upload may lie on a host of its own; a document elsewhere is somebody else's."""
        return key_of(address, self.catalogue.channel.address) is not None or "/wp-content/uploads/" in address

    def page(self, address: str) -> int | None:
        """The page an old address leads to: a post's, a page's, a picture's post, an archive's topic or person."""
        key = key_of(address, self.catalogue.channel.address)
        if key is None:
            return None
        if key in self.archives:
            return self.archives[key]
        number = self.catalogue.number_of(address)
        if number is None:
            # A large site comes in several exports: another one may have brought the page.
            if key.startswith("?p=") and key[3:].isdecimal():
                return self.pages.get(int(key[3:]))
            return _brought_before(address)
        if number not in self.pages and (row := self.catalogue.row(number)) and row.kind == "attachment":
            number = row.parent
        return self.pages.get(number)
