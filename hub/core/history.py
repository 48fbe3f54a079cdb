"""The history of pages and snippets: which versions are kept, which saved drafts are thinned, which are never changed.

The editor saves by itself after every pause, so that nothing is lost. What somebody looks for years later is another
thing: what was published, signed off, sent to review or commented, and roughly how a text came about.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail import hooks
from wagtail.log_actions import registry
from wagtail.models import Comment, Revision, TaskState

#: Days in which every version is kept, and days up to which one a day is; after those, one a week.
ALL_DAYS, DAILY_DAYS = 7, 91
BATCH = 200
#: The one action of Wagtail's log that says no more than that somebody, or the editor by itself, has saved.
SAVED = "wagtail.edit"
#: A hook of ours: functions that return keys of revisions (as a queryset of values) that something else refers to.
KEPT = "kept_revisions"


@dataclass(frozen=True)
class Saved:
    """A version: of what, by whom, when."""

    key: int
    of: tuple[int, str]
    by: int | None
    at: datetime


@dataclass
class Thinned:
    """What thinning came to: versions looked at, versions and lines of the log that went."""

    looked_at: int = 0
    versions: int = 0
    lines: int = 0


def superseded(versions: Iterable[Saved], today: date, all_days=ALL_DAYS, daily_days=DAILY_DAYS) -> Iterator[int]:
    """Yield the keys of versions that a later one of the same page and person stands for.

    ``versions`` come by page, person and time. The last of each day stands for the day, after ``daily_days`` the last
    of each week for the week; within ``all_days`` each stands for itself.
    """

    def stands_for(version: Saved):
        day = timezone.localdate(version.at)
        age = (today - day).days
        period = version.key if age <= all_days else day if age <= daily_days else day.isocalendar()[:2]
        return version.of, version.by, period

    for _, same in groupby(versions, stands_for):
        yield from [version.key for version in same][:-1]


def referring(to_the_latest: bool = True) -> Iterator[tuple[type[models.Model], str]]:
    """Yield every model, with its field, that refers to a revision: sign-offs, workflows, comments, what is public.

    Wagtail's log is left out. ``to_the_latest`` false leaves out what goes along with a draft while it is written; a
    model of ours names such fields in ``follows_draft``.
    """
    goes_along = {(TaskState, "revision"), (Comment, "revision_created")}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if field.remote_field is None or field.related_model is not Revision:
                continue
            follows = (model, field.name) in goes_along or field.name in getattr(model, "follows_draft", ())
            is_draft = field.name == "latest_revision" or follows
            if model not in registry.get_log_entry_models() and (to_the_latest or not is_draft):
                yield model, field.attname


def _logged(action: dict) -> list[Exists]:
    return [Exists(log.objects.filter(revision=OuterRef("pk"), **action)) for log in registry.get_log_entry_models()]


def unprotected():
    """Return the revisions that nothing refers to and nothing has been done with but saving them."""
    found = Revision.objects.filter(approved_go_live_at__isnull=True)
    for model, name in referring():
        found = found.exclude(Exists(model._base_manager.filter(**{name: OuterRef("pk")})))
    for log in registry.get_log_entry_models():
        found = found.exclude(Exists(log.objects.filter(revision=OuterRef("pk")).exclude(action=SAVED)))
    for kept in hooks.get_hooks(KEPT):
        found = found.exclude(pk__in=kept())
    return found


def thin(
    today: date | None = None,
    all_days: int = ALL_DAYS,
    daily_days: int = DAILY_DAYS,
    *,
    for_real: bool = True,
    progress: Callable[[int], object] = lambda number: None,
) -> Thinned:
    """Thin the history of everything that has one; ``for_real`` false only counts.

    Safe while editors work, and can be interrupted: each batch is looked at once more, and removed, in one transaction.
    """
    today = today or timezone.localdate()
    done = Thinned()
    for keys in _batches(superseded(_old_versions(today, all_days, done), today, all_days, daily_days)):
        with transaction.atomic():
            # Nobody can begin to refer to them now.
            list(Revision.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
            gone = list(unprotected().filter(pk__in=keys).values_list("pk", flat=True))
            done.versions += len(gone)
            done.lines += _remove(gone, for_real)
        progress(len(keys))
    done.lines += _repeated_lines(today, all_days, for_real)
    return done


def _old_versions(today: date, all_days: int, done: Thinned) -> Iterator[Saved]:
    old = Revision.objects.filter(created_at__lt=_moment(today, all_days))
    names = ("pk", "base_content_type_id", "object_id", "user_id", "created_at")
    # All keys are read before anything is removed: a cursor that is open while rows go may miss some.
    rows = list(old.order_by("base_content_type", "object_id", "user", "created_at", "pk").values_list(*names))
    done.looked_at = len(rows)
    for key, kind, of, by, at in rows:
        yield Saved(key, (kind, of), by, at)


def _moment(today: date, days: int) -> datetime:
    """Return when the first of the last ``days`` days began."""
    return timezone.make_aware(datetime.combine(today - timedelta(days=days), datetime.min.time()))


def _remove(keys: list[int], for_real: bool) -> int:
    """Remove revisions with their lines in the log, which would lead nowhere. Return how many lines."""
    lines = [log.objects.filter(revision__in=keys, action=SAVED) for log in registry.get_log_entry_models()]
    number = sum(found.count() for found in lines)
    if for_real:
        for found in lines:
            found.delete()
        # Only their keys: their texts would fill the memory.
        Revision.objects.filter(pk__in=keys).only("pk").delete()
    return number


def _repeated_lines(today: date, all_days: int, for_real: bool) -> int:
    """Remove old lines of the log that a later one of the same sitting stands for: no history shows them."""
    number = 0
    for log in registry.get_log_entry_models():
        later = log.objects.filter(uuid=OuterRef("uuid"), action=SAVED, timestamp__gt=OuterRef("timestamp"))
        old = log.objects.filter(action=SAVED, uuid__isnull=False, timestamp__lt=_moment(today, all_days))
        repeated = old.filter(Exists(later)).values_list("pk", flat=True)
        for keys in _batches(list(repeated)):
            number += len(keys)
            if for_real:
                log.objects.filter(pk__in=keys).delete()
    return number


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for key in keys:
        batch.append(key)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def keep_what_is_settled(sender, instance: Revision, raw=False, update_fields=None, **kwargs) -> None:
    """Let nobody's editor write over a version that was published, scheduled or signed off since it was opened.

    The editor's own saving writes over the version that it made itself, for as long as that is the latest.
    Raises: PermissionDenied: the version is settled, and its text would change.
    """
    if raw or not instance.pk or (update_fields is not None and "content" not in update_fields):
        return
    settled = models.Q(approved_go_live_at__isnull=False)
    for model, name in referring(to_the_latest=False):
        settled |= models.Q(Exists(model._base_manager.filter(**{name: OuterRef("pk")})))
    for published in _logged({"action": "wagtail.publish"}):
        settled |= models.Q(published)
    stored = Revision.objects.filter(settled, pk=instance.pk).values_list("content", flat=True).first()
    if stored is not None and stored != instance.content:
        raise PermissionDenied("This version was published, scheduled or signed off while it was open in the editor.")
