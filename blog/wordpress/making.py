"""What must be there before any text is written: people, topics, and an empty draft for every post and page."""

from html import escape
from itertools import chain, count
from urllib.parse import unquote

from django.apps import apps
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage, PersonPage, TopicPage
from blog.wordpress.catalogue import Catalogue, Row
from blog.wordpress.items import AUTHOR, ITEM, Items, page_digest
from blog.wordpress.mapping import CREATE, DROP, Rules, plain_title
from blog.wordpress.models import ImportedItem

_LONGEST_TITLE, _LONGEST_SLUG = 255, 200
#: What the index answers at itself, below its own address.
_TAKEN = {"feed"}


def title_of(row: Row) -> str:
    """The title of an item, never empty."""
    return plain_title(row.title)[:_LONGEST_TITLE] or f"Untitled {row.kind} {abs(row.number)}"


def free_slug(parent: Page, wanted: str, fallback: str) -> str:
    """A slug that no page below ``parent`` has: the old one where it can be, in Latin letters."""
    base = (
        slugify(unquote(wanted))[:_LONGEST_SLUG].strip("-_") or slugify(fallback)[:_LONGEST_SLUG].strip("-_") or "page"
    )
    used = {*_TAKEN, *Page.objects.child_of(parent).filter(slug__startswith=base).values_list("slug", flat=True)}
    return next(slug for slug in chain([base], (f"{base}-{number}" for number in count(2))) if slug not in used)


def add_draft(parent: Page, page: Page) -> None:
    """Save a new page below ``parent`` as a draft; nothing that visitors see changes."""
    page.live, page.has_unpublished_changes = False, True
    # Asked anew: the tree counts children, and others may have added some.
    Page.objects.get(pk=parent.pk).add_child(instance=page)


class Maker:
    """Makes what one import needs below the article index ``index`` of its site."""

    def __init__(self, items: Items, catalogue: Catalogue, rules: Rules, index: ArticleIndexPage):
        self.items, self.catalogue, self.rules, self.index = items, catalogue, rules, index
        self.home = Page.objects.get(pk=index.get_parent().pk)

    def people(self) -> dict[str, int]:
        """A person for each author of something that is taken over; by login, without those who are dropped."""
        logins = dict.fromkeys(row.author for row in self.catalogue.wanted() if row.author)
        found = {login: self._person(login) for login in logins}
        return {login: key for login, key in found.items() if key}

    def _person(self, login: str) -> int | None:
        author = self.catalogue.channel.authors.get(login)
        name = plain_title(author.name if author else "")[:_LONGEST_TITLE] or login[:_LONGEST_TITLE]
        rule = self.rules.authors.of(login, name)
        if rule == DROP:
            return None
        if item := self.items.find(AUTHOR, login):
            return item.page_id
        wanted = name if rule == CREATE else rule
        page = _existing(PersonPage, self.home, wanted)
        if page is None:
            about = plain_title(author.about) if author else ""
            page = PersonPage(title=wanted, biography=f"<p>{escape(about, quote=False)}</p>" if about else "")
            page.slug = free_slug(self._place_of(PersonPage), wanted, login)
            return self._kept(AUTHOR, login, self._place_of(PersonPage), page)
        self.items.make(AUTHOR, login, page_id=page.pk, is_ours=False)
        return page.pk

    def _place_of(self, model) -> Page:
        """Where pages of a kind lie already, else below the home page (people) or the index (topics)."""
        some = model.objects.descendant_of(self.home).order_by("path").first()
        standard = self.home if model is PersonPage else self.index
        return some.get_parent() if some else standard

    def _kept(self, kind: str, key: str, parent: Page, page: Page) -> int:
        with transaction.atomic():
            add_draft(parent, page)
            page.save_revision(clean=False)
            self.items.make(kind, key, page_id=page.pk, page_digest=page_digest(page))
        return page.pk

    def topics(self) -> dict[tuple[str, str], int]:
        """A topic for each term that something has and the rules don't drop; by domain and slug."""
        found = {term: self._topic(*term) for term, _ in self.catalogue.labels().most_common()}
        return {term: key for term, key in found.items() if key}

    def _topic(self, domain: str, slug: str) -> int | None:
        if domain not in {"category", "post_tag"}:
            return None
        term = self.catalogue.channel.terms.get((domain, slug))
        name = plain_title(term.name if term else "")[:_LONGEST_TITLE] or unquote(slug)[:_LONGEST_TITLE]
        rule = self.rules.for_term(domain).of(slug, unquote(slug), name)
        if rule == DROP or not name:
            return None
        if item := self.items.find(domain, slug):
            return item.page_id
        wanted = name if rule == CREATE else rule
        page = _existing(TopicPage, self.home, wanted)
        if page is None:
            parent = self._place_of(TopicPage)
            # A name without a Latin letter keeps the slug it had.
            page = TopicPage(title=wanted, slug=free_slug(parent, slug if rule == CREATE else wanted, wanted))
            return self._kept(domain, slug, parent, page)
        self.items.make(domain, slug, page_id=page.pk, is_ours=False)
        return page.pk

    def shell(self, row: Row, pages: dict[int, int]) -> ImportedItem:
        """The draft of a post or page, as it was made before or empty; pages lie below the pages they lay below."""
        if item := self.items.find(ITEM, row.number):
            return item
        title = title_of(row)
        if row.kind in self.catalogue.posts:
            parent, page = self.index, ArticlePage(title=title)
        else:
            above = self.catalogue.parent_page(row)
            standard = apps.get_model("home.StandardPage")
            parent = standard.objects.filter(pk=pages.get(above)).first() or self.home
            page = standard(title=title)
        page.draft_title = title
        page.slug = free_slug(parent, row.slug, title)
        with transaction.atomic():
            add_draft(parent, page)
            kept = {"page_id": page.pk, "page_digest": page_digest(page)}
            return self.items.make(
                ITEM, row.number, report={"title": title, "from": row.link, "kind": row.kind}, **kept
            )


def _existing(model, home: Page, name: str):
    """A page of a kind by its slug or its title."""
    pages = model.objects.descendant_of(home)
    return pages.filter(title__iexact=name).first() or pages.filter(slug=slugify(name) or name).first()
