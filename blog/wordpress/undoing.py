"""Take back an import: what it made and nobody has edited since, with its redirects, and what is then used no more."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Revision

from blog.models import ArticlePage
from blog.wordpress.items import AUTHOR, FILE, ITEM, is_untouched, page_digest
from blog.wordpress.models import ImportedItem, ImportedRedirect, State, WordPressImport


@dataclass
class Undone:
    """How many of each were taken back, and what was kept, with the reason."""

    deleted: int = 0
    restored: int = 0
    redirects: int = 0
    files: int = 0
    around: int = 0
    kept: list[str] = field(default_factory=list)

    def as_json(self) -> dict:
        return dict(vars(self))


def undo(record: WordPressImport) -> Undone:
    """Undo an import. It can be called again for what was kept the first time."""
    done = Undone()
    _restore(record, done)
    # Children first: a page that still has some is kept.
    made = (
        record.made.filter(kind=ITEM, page__isnull=False).select_related("page").order_by("-page__depth", "-page__path")
    )
    # Asked of all before any goes: a page changes when one that it shows is deleted.
    untouched = {item.pk for item in made.iterator(chunk_size=200) if is_untouched(item)}
    for key in list(made.values_list("pk", flat=True)):
        _take_back(ImportedItem.objects.get(pk=key), key in untouched, done)
    record.made.filter(kind=ITEM, page__isnull=True).delete()
    _forget_redirects(record, done)
    for item in record.made.exclude(kind__in=[ITEM, FILE]).select_related("page"):
        _take_back_around(item, done)
    for item in record.made.filter(kind=FILE).select_related("image", "document"):
        _take_back_file(item, done)
    record.report = {**record.report, "undone": done.as_json()}
    record.state, record.finished_at = State.UNDONE, timezone.now()
    record.save()
    return done


def _restore(record: WordPressImport, done: Undone) -> None:
    """Pages of an earlier import that this one brought up to date get back what they said before."""
    for item in record.updated.exclude(made_by=record).select_related("page"):
        before = Revision.objects.filter(pk=item.revision_before).first() if item.revision_before else None
        if item.page is None or before is None or not is_untouched(item):
            done.kept.append(f"{_name(item)}: somebody has changed it since.")
            continue
        with transaction.atomic():
            page = before.as_object()
            revision = page.save_revision(clean=False)
            if item.page.live:
                revision.publish()
            item.page_digest = page_digest(page)
            item.revision_before, item.updated_by, item.source_digest = None, None, "undone"
            item.save()
        done.restored += 1


def _take_back(item: ImportedItem, untouched: bool, done: Undone) -> None:
    page = item.page
    if not untouched:
        done.kept.append(f"{_name(item)}: somebody has changed, published or locked it since.")
        return
    if Page.objects.get(pk=page.pk).numchild:
        done.kept.append(f"{_name(item)}: pages lie below it.")
        return
    with transaction.atomic():
        done.redirects += _drop(ImportedRedirect.objects.filter(item=item))
        done.redirects += _drop(ImportedRedirect.objects.filter(redirect__redirect_page_id=page.pk))
        Page.objects.get(pk=page.pk).specific.delete()
        item.delete()
    done.deleted += 1


def _drop(made) -> int:
    keys = list(made.values_list("redirect_id", flat=True))
    Redirect.objects.filter(pk__in=keys).delete()
    return len(keys)


def _forget_redirects(record: WordPressImport, done: Undone) -> None:
    """Redirects of lists, months and feeds go once nothing of the import is left."""
    if not record.made.filter(kind=ITEM).exists():
        done.redirects += _drop(record.redirects.filter(item__isnull=True))


def _take_back_around(item: ImportedItem, done: Undone) -> None:
    """People and topics we made, where no article names them any more."""
    page = item.page.specific if item.page_id else None
    if page is not None and item.is_ours:
        named = (
            ArticlePage.objects.filter(author=page.pk)
            if item.kind == AUTHOR
            else ArticlePage.objects.filter(topics=page.pk)
        )
        reviewed = item.kind == AUTHOR and ArticlePage.objects.filter(reviewer=page.pk).exists()
        if named.exists() or reviewed or not is_untouched(item):
            done.kept.append(f"{page.title}: it is used, or somebody has changed it.")
            return
        with transaction.atomic():
            done.redirects += _drop(ImportedRedirect.objects.filter(redirect__redirect_page_id=page.pk))
            Page.objects.get(pk=page.pk).specific.delete()
        done.around += 1
    done.redirects += _drop(item.redirects.all())
    item.delete()


def _take_back_file(item: ImportedItem, done: Undone) -> None:
    file = item.image or item.document
    if file is not None and item.is_ours:
        if ReferenceIndex.get_references_to(file).exists():
            done.kept.append(f"{file.title}: it is used.")
            return
        done.redirects += _drop(item.redirects.all())
        file.delete()
        done.files += 1
    item.delete()


def _name(item: ImportedItem) -> str:
    return item.page.title if item.page else item.report.get("title", item.key)
