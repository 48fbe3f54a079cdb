"""An import from beginning to end: it can be stopped at any item, resumed, and run again for what has changed."""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import Page

from blog.models import ArticlePage
from blog.wordpress.catalogue import Catalogue
from blog.wordpress.faults import BadRules, UnreadableExport
from blog.wordpress.filling import FAILED, LEFT, Filler, Known
from blog.wordpress.items import AUTHOR, ITEM, Items
from blog.wordpress.library import Library
from blog.wordpress.making import Maker
from blog.wordpress.mapping import Rules, parse_rules
from blog.wordpress.models import ImportedItem, State, WordPressImport
from blog.wordpress.redirecting import Redirects
from blog.wordpress.resolving import Resolver
from blog.wordpress.surveying import survey, with_content
from blog.wordpress.uploads import Uploads
from blog.wordpress.wxr import Item

logger = logging.getLogger(__name__)

#: Told how far it is: phase, done, total.
Progress = Callable[[str, int, int], None]
_EVERY = 10


class Stopped(Exception):
    """Somebody asked the import to stop."""


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def look_through(record: WordPressImport, progress: Progress = lambda *_: None) -> None:
    """The first pass of an import: fill its ``survey``. Raises: UnreadableExport, BadRules."""
    path, rules = Path(record.path), parse_rules(record.rules)
    record.sign_of_life(state=State.READING, phase="Reading the export")
    catalogue = Catalogue.of(path, posts=rules.posts, pages=rules.pages)
    seen, total = Counter(), sum(catalogue.counts.values())

    def tick():
        seen["items"] += 1
        if seen["items"] % 100 == 0:
            record.sign_of_life(done=seen["items"], total=total)
            progress("Reading the export", seen["items"], total)

    try:
        found = survey(path, catalogue, rules, Uploads(Path(record.media) if record.media else None), tick)
    finally:
        catalogue.close()
    record.address = found.address[:255]
    record.survey, record.state, record.phase = found.as_json(), State.READY, ""
    record.done, record.total = 0, 0
    record.save()


def carry_out(record: WordPressImport, progress: Progress = lambda *_: None) -> None:
    """Write everything. ``record.state`` says how it ended; what was written before a stop or a fault stays.

    Raises: UnreadableExport, BadRules, KeyboardInterrupt: after the record has been brought up to date.
    """
    record.sign_of_life(state=State.RUNNING, wants_to_stop=False, fault="", finished_at=None)
    run = None
    try:
        run = _Run(record, progress)
        run.everything()
        record.state = State.DONE
    except (Stopped, KeyboardInterrupt) as error:
        record.state = State.STOPPED
        if isinstance(error, KeyboardInterrupt):
            raise
    except (UnreadableExport, BadRules) as error:
        record.state, record.fault = State.FAILED, str(error)
        raise
    except BaseException:
        record.state, record.fault = State.FAILED, "Something went wrong that nobody foresaw; the log has the details."
        raise
    finally:
        record.phase, record.finished_at, record.seen_at = "", timezone.now(), timezone.now()
        if run is not None:
            record.report = run.report()
            run.catalogue.close()
        record.save()


class _Run:
    def __init__(self, record: WordPressImport, progress: Progress):
        self.record, self.tell, self.path = record, progress, Path(record.path)
        self.rules: Rules = parse_rules(record.rules)
        if record.parent is None:
            raise UnreadableExport("The article index that the articles were to go into is gone.")
        self.catalogue = Catalogue.of(self.path, posts=self.rules.posts, pages=self.rules.pages)
        record.address = self.catalogue.channel.address[:255]
        self.items = Items(record)
        self.library = Library(self.items, Uploads(Path(record.media) if record.media else None), record.fetch_media)
        self.redirects: Redirects | None = None
        self.outcomes: Counter[str] = Counter()

    def step(self, phase: str, done: int, total: int) -> None:
        """Say how far it is, and see whether somebody wants it to stop."""
        if done % _EVERY and done != total:
            return
        self.tell(phase, done, total)
        self.record.sign_of_life(phase=phase, done=done, total=total)
        if WordPressImport.objects.filter(pk=self.record.pk, wants_to_stop=True).exists():
            raise Stopped

    def everything(self) -> None:
        maker = Maker(self.items, self.catalogue, self.rules, self.record.parent)
        self.step("Making people and topics", 0, 1)
        with transaction.atomic():
            people = maker.people()
        topics = maker.topics()
        self.shells(maker)
        archives = self.archives(people, topics) | {"/": maker.home.pk}
        pages = self.items.pages()
        self.fill(Resolver(self.catalogue, self.library, pages, archives), Known(people, topics))
        if self.record.publish:
            self.publish_around(people, topics)
        self.redirect(pages, archives)

    def shells(self, maker: Maker) -> None:
        pages = self.items.pages()
        total = sum(n for (kind, status), n in self.catalogue.counts.items() if self.catalogue.is_wanted(kind, status))
        for done, row in enumerate(self.catalogue.wanted(), 1):
            item = maker.shell(row, pages)
            if item.page_id:
                pages[row.number] = item.page_id
            self.step("Making drafts", done, total)

    def archives(self, people: dict[str, int], topics: dict[tuple[str, str], int]) -> dict[str, int]:
        """Addresses of lists there to the pages that stand for them here."""
        terms, found = self.catalogue.channel.terms, {}
        for (domain, slug), key in topics.items():
            is_category = domain == "category"
            found[f"/{'category' if is_category else 'tag'}/{slug}"] = key
            number = terms[domain, slug].number if (domain, slug) in terms else 0
            found[f"?cat={number}" if is_category else f"?tag={slug}"] = key
        return found | {f"/author/{login.lower().replace(' ', '-')}": key for login, key in people.items()}

    def fill(self, resolver: Resolver, known: Known) -> None:
        filler = Filler(self.record, self.catalogue, resolver, known)
        for row in self.catalogue.rows("attachment"):
            if row.title and row.file and len(self.library.titles) < 100_000:
                self.library.titles[row.file] = row.title
        total = sum(self.catalogue.counts.values())
        for done, (number, item) in enumerate(with_content(self.path, self.catalogue), 1):
            if self.catalogue.is_wanted(item.kind, item.status):
                self.outcomes[self.fill_one(filler, number, item)] += 1
            self.step("Writing", done, total)

    def fill_one(self, filler: Filler, number: int, item: Item) -> str:
        """The outcome of one item. A fault in it that nobody foresaw harms no other: it is told, and tried again."""
        made = self.items.find(ITEM, number)
        try:
            filler.fill(made, item, self.catalogue.row(number))
        except DatabaseError:
            raise
        except Exception:
            logger.exception("Item %s of import %s could not be taken over.", number, self.record.pk)
            made = self.items.find(ITEM, number)
            reason = "Something in it could not be taken over; the log has the details."
            made.report = {**made.report, "outcome": FAILED, "reason": reason, "import": self.record.pk}
            made.save(update_fields=["report"])
        return made.report["outcome"]

    def publish_around(self, people: dict[str, int], topics: dict[tuple[str, str], int]) -> None:
        """Publish the people and topics we made that some public article names: they were public there."""
        articles = ArticlePage.objects.published()
        wanted = set(articles.filter(author__in=people.values()).values_list("author", flat=True))
        wanted |= set(articles.filter(topics__in=topics.values()).values_list("topics", flat=True))
        ours = ImportedItem.objects.filter(page_id__in=wanted, page__live=False, is_ours=True, made_public=False)
        for item in ours.select_related("page"):
            page = item.page.specific
            page.get_latest_revision().publish()
            item.made_public = True
            item.save(update_fields=["made_public"])

    def redirect(self, pages: dict[int, int], archives: dict[str, int]) -> None:
        self.redirects = redirects = Redirects(self.items, self.catalogue, self.record.parent, archives)
        total, done = sum(self.catalogue.counts.values()), 0
        for row in self.catalogue.wanted():
            item = self.items.find(ITEM, row.number)
            if item is not None:
                redirects.of_page(row, item)
            done += 1
            self.step("Redirecting old addresses", done, total)
        for row in self.catalogue.rows("attachment"):
            redirects.of_attachment(row, pages)
            done += 1
            self.step("Redirecting old addresses", done, total)
        redirects.of_archives()
        redirects.of_months()

    def report(self) -> dict:
        """What became of everything, as numbers; the items say the rest themselves."""
        items = self.items.all(ITEM)
        return {
            "outcomes": dict(self.outcomes),
            "public": Page.objects.filter(pk__in=items.values("page_id"), live=True).count(),
            "drafts": Page.objects.filter(pk__in=items.values("page_id"), live=False).count(),
            "left_alone": self.outcomes[LEFT],
            "people": self.items.all(AUTHOR).count(),
            "topics": self.items.all("category").count() + self.items.all("post_tag").count(),
            "pictures": self.items.all("file").filter(image__isnull=False).count(),
            "documents": self.items.all("file").filter(document__isnull=False).count(),
            "missing": dict(list(self.library.missing.items())[:2000]),
            "redirects": self.record.redirects.count(),
            "redirect_notes": self.redirects.notes if self.redirects else [],
            "comments": self.catalogue.comments,
        }
