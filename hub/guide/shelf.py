"""All pages of the guide, read once a process, and who reads which."""

from functools import cache
from pathlib import Path

from PIL import Image

from .pages import PARTS, GuidePage, read_page

FOLDER = Path(__file__).parent / "pages"
PICTURES = Path(__file__).parent / "static" / "guide" / "pictures"


@cache
def all_pages() -> dict[str, GuidePage]:
    """Return the pages by slug, in the order of the contents."""
    found = sorted((read_page(path) for path in FOLDER.glob("*.md")), key=lambda page: page.place)
    return {page.slug: page for page in found}


@cache
def pages_of_screens() -> dict[str, GuidePage]:
    """Return the page that explains a screen, by the screen's name as ``screen_names`` gives it."""
    return {screen: page for page in reversed(all_pages().values()) for screen in page.screens}


def pages_for(user) -> list[GuidePage]:
    """Return the pages that ``user`` may read: all but those on work that only some may see."""
    return [page for page in all_pages().values() if may_read(user, page)]


def may_read(user, page: GuidePage) -> bool:
    return not page.needs or user.has_perm(page.needs)


def contents(user) -> list[tuple[str, list[tuple[str, list[GuidePage]]]]]:
    """Return the pages for ``user`` as two shelves, the user's own work first; each in parts, without empty ones."""
    pages = pages_for(user)
    roles = {group.name for group in user.groups.all()}
    mine = pages if user.is_superuser else [page for page in pages if roles & {*page.roles}]
    others = [page for page in pages if page not in mine]
    shelves = [("For your work", mine), ("What others do", others)] if mine and others else [("All tasks", pages)]
    return [(title, _in_parts(pages)) for title, pages in shelves]


def _in_parts(pages: list[GuidePage]) -> list[tuple[str, list[GuidePage]]]:
    parts = [(part, [page for page in pages if page.part == part]) for part in PARTS]
    return [(part, found) for part, found in parts if found]


def screen_names(match) -> list[str]:
    """Return the names a screen may be declared by, the most exact first: its view's, with and without what it shows.

    ``match`` is a request's ``resolver_match``.
    """
    if not match:
        return []
    subject = " ".join(value for name, value in match.kwargs.items() if name.endswith(("app_name", "model_name")))
    return [f"{match.view_name} {subject}", match.view_name] if subject else [match.view_name]


@cache
def picture_size(slug: str) -> tuple[int, int] | None:
    """Return width and height of a page's picture, or None where it has not been taken yet."""
    path = PICTURES / f"{slug}.webp"
    if not path.exists():
        return None
    with Image.open(path) as picture:
        return picture.size
