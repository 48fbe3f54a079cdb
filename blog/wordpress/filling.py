"""One item of the export -> the content of its page: a draft revision, and public where that was asked for."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from blog.importing.faults import faults
from blog.importing.nodes import Heading, Picture
from blog.importing.outline import Outline
from blog.importing.writer import Written, write
from blog.models import ArticlePage, TopicPage
from blog.wordpress.catalogue import Catalogue, Row
from blog.wordpress.content import Content, Surroundings, read
from blog.wordpress.items import is_untouched, page_digest, source_digest
from blog.wordpress.making import title_of
from blog.wordpress.mapping import day_shown, for_search_engines, plain_title, published_at, shortened
from blog.wordpress.models import ImportedItem, WordPressImport
from blog.wordpress.resolving import Resolver
from blog.wordpress.wxr import Item

LONGEST_STANDFIRST, _LONGEST_SEO_TITLE, _LONGEST_PHRASE, _LONGEST_ALT = 400, 255, 120, 250

CREATED, UPDATED, PUBLISHED, UNCHANGED, LEFT = "created", "updated", "published", "unchanged", "left alone"
FAILED = "failed"


@dataclass(frozen=True)
class Known:
    """What has been made before the texts: people by login, topics by domain and slug."""

    people: dict[str, int]
    topics: dict[tuple[str, str], int]


def surroundings(catalogue: Catalogue, row: Row, has_file) -> Surroundings:
    """What is known around an item, for the reading of its content."""

    def gallery(of: str) -> list[int]:
        return catalogue.gallery(int(of) if of.isascii() and of.isdecimal() and len(of) < 19 else row.number)

    base = row.link if row.link.startswith("http") else catalogue.channel.address
    return Surroundings(base, catalogue.attachment, catalogue.reusable, gallery, has_file)


def understood(item: Item, row: Row, around: Surroundings) -> tuple[Outline, Content]:
    """The outline of an item: its title, its excerpt, its content, and every remark on them."""
    content = read(item.content, around, footnotes=item.meta.get("footnotes", ""))
    title, nodes, notes, left_out = title_of(row), content.nodes, [*item.notes, *content.notes], [*content.left_out]
    full = plain_title(row.title)
    if full != title and full:
        notes.append("The title is longer than the page has room for.")
        left_out.append(full)
    if nodes and isinstance(nodes[0], Heading) and nodes[0].text == title:
        nodes = nodes[1:]
        notes.append("The title stood in the text once more.")
    standfirst, rest = shortened(plain_title(item.excerpt), LONGEST_STANDFIRST)
    if rest:
        notes.append("The excerpt is longer than a standfirst may be.")
        left_out.append(rest)
    return Outline(title, standfirst, nodes, tuple(notes), tuple(left_out)), content


class Filler:
    def __init__(self, record: WordPressImport, catalogue: Catalogue, resolve: Resolver, known: Known):
        self.record, self.catalogue, self.resolve, self.known = record, catalogue, resolve, known

    def fill(self, made: ImportedItem, item: Item, row: Row) -> None:
        """Bring a page to what the export says of it now; leave alone what somebody has changed.

        What became of it is in ``made.report``: outcome, reason, notes, left_out, missing.
        """
        outcome, digest = self._outcome(made, item, row), source_digest(item)
        if outcome in {LEFT, UNCHANGED}:
            self._report(made, outcome)
            return
        with transaction.atomic():
            if outcome == PUBLISHED:
                self._publish(made, made.page.specific, row, {})
                self._report(made, outcome)
            else:
                self._write(made, item, row, outcome)
            made.source_digest = digest
            made.save()

    def _outcome(self, made: ImportedItem, item: Item, row: Row) -> str:
        if made.page_id is None:
            made.report["reason"] = "Somebody has deleted the page."
            return LEFT
        if not made.source_digest:
            return CREATED if is_untouched(made) else self._left(made)
        is_same = made.source_digest == source_digest(item) and not self._can_complete(made)
        if is_same and not (self.record.publish and row.was_public and not made.made_public):
            return UNCHANGED
        if not is_untouched(made):
            return self._left(made)
        return PUBLISHED if is_same else UPDATED

    @staticmethod
    def _left(made: ImportedItem) -> str:
        made.report["reason"] = "Somebody has changed, published, hidden or locked the page since it was imported."
        return LEFT

    def _can_complete(self, made: ImportedItem) -> bool:
        """Whether a file that was missing is at hand now."""
        missing = made.report.get("missing", {})
        library = self.resolve.library
        return any(library.uploads.find(address) or library.may_fetch for address in missing)

    def _report(self, made: ImportedItem, outcome: str, **facts) -> None:
        reason = made.report.pop("reason", "") if outcome == LEFT else facts.pop("reason", "")
        made.report = made.report | {"outcome": outcome, "reason": reason, "import": self.record.pk} | facts
        made.save()

    def _write(self, made: ImportedItem, item: Item, row: Row, outcome: str) -> None:
        library = self.resolve.library
        around = surroundings(self.catalogue, row, library.has_document)
        outline, _ = understood(item, row, around)
        before = set(library.missing)
        written = write(outline, self.resolve)
        page = made.page.specific.get_latest_revision_as_object()
        made.revision_before = page.latest_revision_id if outcome == UPDATED else None
        notes = [*outline.notes, *written.notes, *self._set(page, item, row, outline, written)]
        missing = self._missing(outline, item, library.missing, before)
        if outcome == CREATED:
            page.save()
        page.save_revision(clean=False)
        made.updated_by = self.record if outcome == UPDATED else made.updated_by
        facts = {
            "title": outline.title,
            "from": row.link,
            "kind": row.kind,
            "status": "protected" if row.is_protected else row.status,
            "notes": list(dict.fromkeys(notes)),
            "left_out": [*outline.left_out, *written.left_out],
            "missing": missing,
            "comments": item.comments,
        }
        self._publish(made, page, row, facts)
        made.page_digest = page_digest(page)
        self._report(made, outcome, **facts)

    @staticmethod
    def _missing(outline: Outline, item: Item, missing: dict[str, str], before: set[str]) -> dict[str, str]:
        wanted = {node.source for node in outline.nodes if isinstance(node, Picture)} | (set(missing) - before)
        return {address: missing[address] for address in wanted if address in missing}

    def _set(self, page, item: Item, row: Row, outline: Outline, written: Written) -> Iterator[str]:
        """Give the page what the item says; yield what an editor should know."""
        page.title = page.draft_title = outline.title
        page.standfirst = outline.subtitle
        page.body = json.dumps(written.body)
        found = for_search_engines(item, outline.title, self.catalogue.channel.title, outline.subtitle)
        page.seo_title = found.title[:_LONGEST_SEO_TITLE]
        page.search_description, page.noindex = found.description, found.noindex
        if found.unknown:
            yield f"Variables of the SEO plug-in were dropped: {', '.join(found.unknown)}."
        if row.was_public and (at := published_at(item)):
            page.first_published_at = at
        if isinstance(page, ArticlePage):
            yield from self._set_article(page, item, row, found.focus_phrase)

    def _set_article(self, page: ArticlePage, item: Item, row: Row, phrase: str) -> Iterator[str]:
        page.focus_phrase = phrase[:_LONGEST_PHRASE]
        page.published_on = day_shown(item)
        page.author_id = self.known.people.get(item.author)
        keys = [self.known.topics.get((term.domain, term.slug)) for term in item.terms]
        page.topics = list(TopicPage.objects.filter(pk__in=[key for key in keys if key]))
        number = item.meta.get("_thumbnail_id", "")
        picture = self.catalogue.attachment(int(number)) if number.isascii() and number.isdecimal() else None
        if picture is None:
            return
        page.hero_image_id = self.resolve.library.picture(picture.address)
        page.hero_alt = plain_title(picture.alt)[:_LONGEST_ALT] if page.hero_image_id else ""
        page.hero_is_decorative = bool(page.hero_image_id and not page.hero_alt)
        if not page.hero_image_id:
            yield f"The featured picture is missing: {picture.address}"

    def _publish(self, made: ImportedItem, page, row: Row, facts: dict) -> None:
        """Make public what was public there, where it was asked for and nothing in it would fail in the editor."""
        if not (self.record.publish and row.was_public):
            return
        wanting = faults(page.body.stream_block, page.body.get_prep_value())
        try:
            page.full_clean()
        except ValidationError as error:
            wanting += error.messages
        if wanting:
            facts["reason"] = f"Not published: {wanting[0]}"
            facts["notes"] = [*facts.get("notes", []), *wanting]
            return
        page.get_latest_revision().publish()
        made.made_public = True
