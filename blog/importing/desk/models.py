"""What has been uploaded, how far each document has come, and what an editor has decided about it."""

import uuid
from pathlib import PurePath

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from blog.importing.worksheets.worksheet import Worksheet, worksheet_from_json, worksheet_to_json

from .storage import private_storage


def stored_name(instance, name: str) -> str:
    """A name that tells nothing and that nobody can have chosen; the ending stays for whoever looks after the disk."""
    ending = PurePath(name).suffix.lower()
    return f"{uuid.uuid4().hex}{ending if ending[1:].isalnum() and len(ending) < 9 else ''}"


class BatchQuerySet(models.QuerySet):
    def shown_to(self, user):
        """Somebody's own batches; all of them for those who may do everything."""
        return self if user.is_superuser else self.filter(owner=user)

    def counted(self):
        """With the numbers that lists show."""
        ended = models.Q(documents__state__in=Document.ENDED)
        return self.annotate(
            document_count=models.Count("documents"),
            made_count=models.Count("documents", filter=models.Q(documents__state=Document.State.MADE)),
            failed_count=models.Count("documents", filter=models.Q(documents__state=Document.State.FAILED)),
            ready_count=models.Count("documents", filter=models.Q(documents__state=Document.State.READY)),
            ended_count=models.Count("documents", filter=ended),
        )


class Batch(models.Model):
    """Documents that were brought in together, and where their drafts are to go."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    place = models.ForeignKey("blog.ArticleIndexPage", null=True, on_delete=models.SET_NULL, related_name="+")
    author = models.ForeignKey("blog.PersonPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    topics = models.ManyToManyField("blog.TopicPage", blank=True, related_name="+")

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"Import of {self.created_at:%d %B %Y, %H:%M}"

    def get_absolute_url(self):
        return reverse("importing:batch", args=[self.pk])


class Document(models.Model):
    """One document on its way to a draft."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READY = "ready", "Ready for review"
        QUEUED = "queued", "Draft will be made"
        MAKING = "making", "Draft is being made"
        MADE = "made", "Draft made"
        LEFT_ALONE = "left", "Article left alone"
        FAILED = "failed", "Failed"

    UNFINISHED = (State.WAITING, State.READING, State.QUEUED, State.MAKING)
    ENDED = (State.READY, State.MADE, State.LEFT_ALONE, State.FAILED)
    OPEN = (State.READY, State.LEFT_ALONE, State.MADE)

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(max_length=255)
    upload = models.FileField(storage=private_storage, upload_to=stored_name, blank=True)
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reason = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)
    #: The lines of the document as they stood in it, each ``[kind of line, inline HTML]``.
    source = models.JSONField(default=list)
    kept_worksheet = models.JSONField(null=True)
    #: Goes up with each change, so that a screen that has grown old changes nothing.
    version = models.PositiveIntegerField(default=0)
    place = models.ForeignKey("blog.ArticleIndexPage", null=True, on_delete=models.SET_NULL, related_name="+")
    author = models.ForeignKey("blog.PersonPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    topics = models.ManyToManyField("blog.TopicPage", blank=True, related_name="+")
    overwrite = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    article = models.ForeignKey("blog.ArticlePage", null=True, on_delete=models.SET_NULL, related_name="+")
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "id"], name="importing_by_state")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("importing:review", args=[self.batch_id, self.pk])

    @cached_property
    def worksheet(self) -> Worksheet:
        return worksheet_from_json(self.kept_worksheet)

    @property
    def title(self) -> str:
        return (self.kept_worksheet or {}).get("outline", {}).get("title", "")

    @property
    def is_open(self) -> bool:
        """Whether there is something to review."""
        return self.state in self.OPEN and self.kept_worksheet is not None

    @property
    def is_unfinished(self) -> bool:
        return self.state in self.UNFINISHED

    def keep(self, worksheet: Worksheet) -> None:
        """Set the worksheet; saving is the caller's."""
        self.kept_worksheet = worksheet_to_json(worksheet)
        self.__dict__.pop("worksheet", None)


class Picture(models.Model):
    """A file that a document carries, until its draft is made."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100, blank=True)
    file = models.FileField(storage=private_storage, upload_to=stored_name)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name


class FormerWorksheet(models.Model):
    """A worksheet as it was before a change, so that the change can be undone."""

    MOST = 50

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="former")
    kept_worksheet = models.JSONField()
    change = models.CharField(max_length=120)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.change
