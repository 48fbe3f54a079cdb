"""Every old address leads to where its page is now."""

from collections.abc import Iterator
from urllib.parse import urljoin

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.models import ArticleIndexPage
from blog.wordpress.addresses import file_keys, host_of, path_of
from blog.wordpress.catalogue import Catalogue, Row
from blog.wordpress.items import AUTHOR, FILE, ITEM, Items
from blog.wordpress.library import is_picture
from blog.wordpress.models import ImportedItem, ImportedRedirect

_LONGEST = 255
_FEEDS = ("/feed", "/feed/rss2", "/feed/atom", "/rss", "/comments/feed", "?feed=rss2", "?feed=rss", "?feed=atom")


class Redirects:
    """Makes what is not there yet. ``notes`` says which addresses lead elsewhere already or are too long to keep."""

    def __init__(self, items: Items, catalogue: Catalogue, index: ArticleIndexPage, archives: dict[str, int]):
        self.items, self.catalogue, self.index, self.archives = items, catalogue, index, archives
        self.base = catalogue.channel.address.rstrip("/") + "/"
        self.site: Site | None = index.get_site()
        self.notes: list[str] = []
        self.made = 0

    def of_page(self, row: Row, item: ImportedItem) -> None:
        """The addresses a post or page had while it was public."""
        if row.was_public and item.page_id:
            page = item.page
            for address in self._addresses(row):
                self.add(address, page, item=item)

    def _addresses(self, row: Row) -> Iterator[str]:
        yield row.link
        if row.number > 0:
            yield f"{self.base}?p={row.number}"
        for slug in row.old_slugs:
            yield urljoin(row.link, f"../{slug}/") if row.link.endswith("/") else urljoin(row.link, slug)

    def of_attachment(self, row: Row, pages: dict[int, int]) -> None:
        """The page WordPress makes of every file leads to the page the file belongs to, the file to where it is."""
        item = self.items.find(FILE, _file_key(row.file))
        target = Page.objects.filter(pk=pages.get(row.parent)).first() or self.index
        owner = self.items.find(ITEM, row.parent) if row.parent else None
        self.add(row.link, target, item=owner)
        self.add(f"{self.base}?p={row.number}", target, item=owner)
        file = item and (item.image.file if item.image_id else item.document.file if item.document_id else None)
        if file and host_of(row.file) == host_of(self.base):
            self.add(row.file, link=_public(file.url if is_picture(row.file) else item.document.url), item=item)

    def of_archives(self) -> None:
        """Categories and tags, authors, months and feeds."""
        for (domain, slug), term in self.catalogue.channel.terms.items():
            if domain in {"category", "post_tag"} and slug:
                self._term(domain, slug, term.number)
        for login, author in self.catalogue.channel.authors.items():
            item = self.items.find(AUTHOR, login)
            target = (item.page if item else None) or self.index
            self.add(f"{self.base}author/{login.lower().replace(' ', '-')}/", target, item=item)
            if author.number:
                self.add(f"{self.base}?author={author.number}", target, item=item)
        for feed in _FEEDS:
            self.add(f"{self.base.rstrip('/')}{feed if feed[0] == '/' else '/' + feed}", self.index, route="/feed/")

    def _term(self, domain: str, slug: str, number: int) -> None:
        item = self.items.find(domain, slug)
        target = (item.page if item else None) or self.index
        is_category = domain == "category"
        for path in {"/".join(self._line(domain, slug)), slug}:
            self.add(f"{self.base}{'category' if is_category else 'tag'}/{path}/", target, item=item)
        if is_category and number:
            self.add(f"{self.base}?cat={number}", target, item=item)
        elif not is_category:
            self.add(f"{self.base}?tag={slug}", target, item=item)

    def _line(self, domain: str, slug: str) -> list[str]:
        """A category's slug after those it lies under; a circle ends where it closes."""
        line, terms = [slug], self.catalogue.channel.terms
        while (term := terms.get((domain, line[0]))) and term.parent and term.parent not in line:
            line.insert(0, term.parent)
        return line

    def of_months(self) -> None:
        months = {row.date[:7] for row in self.catalogue.rows(*self.catalogue.posts) if row.was_public}
        for month in sorted(months):
            year, _, number = month.partition("-")
            if year.isdecimal() and number.isdecimal() and int(year) > 1900:
                self.add(f"{self.base}{year}/", self.index)
                self.add(f"{self.base}{year}/{number}/", self.index)

    def add(self, address: str, page: Page | None = None, *, link: str = "", route: str = "", item=None) -> None:
        """Make the redirect from an address of the old site, unless it leads somewhere already."""
        if not address or host_of(address) != host_of(self.base):
            return
        old = Redirect.normalise_path(_numbered(path_of(address)))
        if old == "/" or (page and not route and page.url and old == Redirect.normalise_path(path_of(page.url))):
            return
        if len(old) > _LONGEST or "\0" in old:
            self.notes.append(f"The address is too long for a redirect: {old[:100]}…")
            return
        existing = Redirect.objects.filter(old_path=old, site=self.site).first()
        if existing is not None:
            if page and existing.redirect_page_id != page.pk:
                self._say(f"{old} leads somewhere else already, and still does.")
            return
        redirect = Redirect.objects.create(
            old_path=old,
            site=self.site,
            redirect_page=page,
            redirect_page_route_path=route,
            redirect_link=link,
            # A browser keeps a permanent one for ever, even one to a draft that nobody can open yet.
            is_permanent=bool(link or page.live),
        )
        ImportedRedirect.objects.create(item=item, made_by=self.items.record, redirect=redirect)
        self.made += 1

    def _say(self, note: str) -> None:
        if len(self.notes) < 200 and note not in self.notes:
            self.notes.append(note)


def _numbered(path: str) -> str:
    """Page and attachment numbers as post numbers: WordPress counts them together."""
    for name in ("?page_id=", "?attachment_id="):
        path = path.replace(name, "?p=")
    return path


def _file_key(address: str) -> str:
    return (file_keys(address) or [""])[0]


def _public(url: str) -> str:
    return urljoin(f"{settings.SITE_URL}/", url)[:_LONGEST]
