"""A page as it stands in memory, seen by those who have not opened it. Nothing is stored."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from hub.core.models.site import keep_settings, load_site
from hub.core.querysets import only_published, paths_above
from hub.core.seo.appearance import Card, Result, cards, results
from hub.core.seo.head import Head
from hub.core.sharing.sketching import is_drawn, sketch


@dataclass(frozen=True)
class Appearance:
    """What search engines and services that show shared pages are given of ``page``, and what becomes of it there.

    ``hidden`` says why search engines won't show the page, ``remarks`` what else there is to know. ``picture`` is
    where the editor finds the head's picture; a drawn one is in the address itself.
    """

    page: Page
    head: Head
    results: tuple[Result, ...]
    cards: tuple[Card, ...]
    picture: str
    is_drawn: bool
    hidden: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def title_field(self) -> str:
        """The field of the form that the title in search results comes from."""
        return "seo_title" if self.page.seo_title else "title"

    @property
    def has_title(self) -> bool:
        return bool(self.page.seo_title or self.page.title)

    @cached_property
    def summary(self) -> str:
        """The state in a sentence or two, for the panel's status line."""
        said = ["Search engines won’t show this page."] if self.hidden else []
        for result in self.results:
            name = "the practice’s name in the title" if result.loses_name_alone else "title"
            parts = {name: result.title, "description": result.description}
            if cut := " and ".join(name for name, part in parts.items() if part.is_cut):
                said.append(f"Cut on a {result.device}: {cut}.")
        missing = [] if self.page.title else ["title"]
        missing += [] if self.head.description else ["description"]
        if missing:
            said.append(f"Missing: {' and '.join(missing)}.")
        return " ".join(said) or "Nothing is cut."


def appearance_of(page) -> Appearance:
    """Return how ``page``, a ``BasePage`` with its place in the tree, looks from outside once it is published so."""
    request = _request_of_a_reader(page)
    head = page.head(request)
    site = Site.find_for_request(request)
    root = site.root_url if site else ""
    drawn = is_drawn(page, head, root)
    return Appearance(
        page=page,
        head=head,
        results=results(head, _steps(page, site)),
        cards=cards(head),
        # The admin may be open at another address of the site, and loads pictures from its own alone.
        picture=sketch(page, head.site_name) if drawn else head.picture.url.removeprefix(root),
        is_drawn=drawn,
        hidden=tuple(_hidden(page, head)),
        remarks=tuple(_remarks(page, head)),
    )


def _request_of_a_reader(page):
    """Return a request such as a reader's, to the page's own site."""
    request = get_dummy_request(site=page.get_site())
    try:
        load_site(request)
    except Site.DoesNotExist:
        keep_settings(request, Site())
    return request


def _steps(page, site) -> tuple[str, ...]:
    """Return the titles of the pages between the front door and ``page``, as its breadcrumbs name them. One query."""
    above = paths_above(page, site.root_page)[1:] if site else []
    if not above:
        return ()
    found = only_published(Page.objects.filter(path__in=above)).order_by("path")
    return tuple(found.values_list("title", flat=True))


def _hidden(page, head: Head):
    if page.noindex:
        yield "“Keep out of search” is ticked: search engines are asked to leave this page out."
    if page.get_view_restrictions():
        yield "The page is private: search engines and whoever gets a link are asked to sign in, and see nothing of it."
    if page.is_expired:
        yield "Its expiry date has passed: nobody is shown it any more."
    if head.address and head.canonical != head.address:
        yield f"Another address is given as the original, and is shown instead: {head.canonical}"


def _remarks(page, head: Head):
    if not settings.SITE_IS_INDEXABLE:
        yield "This copy of the site is closed to search engines as a whole; whoever looks after it can open it."
    if not page.live:
        yield "Not published yet: this is how it will look."
    if not page.title:
        yield "There is no title yet."
    if not head.description:
        yield "There is no description, so that search engines will take what they find on the page."
    elif not page.search_description.strip():
        yield "No meta description is written: the page’s first words stand in for it."
