"""What an import has made, so that it can be stopped, resumed, run again and undone."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone


class State(models.TextChoices):
    READING = "reading", "Being read"
    READY = "ready", "Read, nothing written yet"
    RUNNING = "running", "Running"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    UNDONE = "undone", "Undone"


#: Seconds without a sign of life after which nobody works on an import any more.
SILENT = 120


class WordPressImport(models.Model):
    """One export, with how it is to be taken over and what became of it."""

    source = models.CharField(max_length=255, help_text="The name of the file.")
    address = models.CharField(max_length=255, blank=True, help_text="Of the old site.")
    digest = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=1000)
    media = models.CharField(max_length=1000, blank=True)
    rules = models.TextField(blank=True)
    parent = models.ForeignKey(
        "blog.ArticleIndexPage", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="articles go into"
    )
    publish = models.BooleanField("make public what was public there", default=False)
    fetch_media = models.BooleanField("fetch missing pictures from the old site", default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    phase = models.CharField(max_length=60, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    wants_to_stop = models.BooleanField(default=False)
    fault = models.TextField(blank=True)
    survey = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, help_text="The last sign of life.")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "WordPress import"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.source} ({self.pk})"

    @property
    def is_at_work(self) -> bool:
        return self.state in {State.READING, State.RUNNING}

    @property
    def is_silent(self) -> bool:
        """Said to be at work, and nobody is: the process ended under it."""
        return self.is_at_work and (timezone.now() - self.seen_at).total_seconds() > SILENT

    @property
    def has_file(self) -> bool:
        return bool(self.path) and Path(self.path).is_file()

    def sign_of_life(self, **changes) -> None:
        """Say that the import goes on, and how far it is."""
        for name, value in {"seen_at": timezone.now(), **changes}.items():
            setattr(self, name, value)
        self.save(update_fields=["seen_at", *changes])


class ImportedItem(models.Model):
    """What one thing of the old site became. It is the same row for every export of that site."""

    site = models.CharField(max_length=200, help_text="Host and path of the old site.")
    kind = models.CharField(max_length=20, help_text="post, page, file, category, post_tag or author")
    key = models.CharField(max_length=200, help_text="WordPress' number, slug, login or file name.")
    made_by = models.ForeignKey(WordPressImport, on_delete=models.CASCADE, related_name="made")
    updated_by = models.ForeignKey(
        WordPressImport, null=True, blank=True, on_delete=models.SET_NULL, related_name="updated"
    )
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    image = models.ForeignKey("core.HubImage", null=True, on_delete=models.SET_NULL, related_name="+")
    document = models.ForeignKey("wagtaildocs.Document", null=True, on_delete=models.SET_NULL, related_name="+")
    is_ours = models.BooleanField(default=True, help_text="Made by an import, not found on the site.")
    source_digest = models.CharField(max_length=64, blank=True, help_text="Of the item as it stood in the export.")
    page_digest = models.CharField(max_length=64, blank=True, help_text="Of the page as the import left it.")
    made_public = models.BooleanField(default=False)
    revision_before = models.PositiveBigIntegerField(null=True, help_text="What the last update replaced.")
    report = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "kind", "key"], name="one_row_an_item")]

    def __str__(self):
        return f"{self.kind} {self.key}"


class ImportedRedirect(models.Model):
    """A redirect from an old address that an import has made."""

    item = models.ForeignKey(ImportedItem, null=True, on_delete=models.CASCADE, related_name="redirects")
    made_by = models.ForeignKey(WordPressImport, on_delete=models.CASCADE, related_name="redirects")
    redirect = models.OneToOneField("wagtailredirects.Redirect", on_delete=models.CASCADE, related_name="+")

    def __str__(self):
        return str(self.redirect)
