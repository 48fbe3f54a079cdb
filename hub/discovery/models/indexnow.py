"""Telling search engines of changes: whether, with which key, and what waits to be told."""

import secrets

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from hub.discovery.panels import IndexNowPanel, WarningsPanel


def new_key() -> str:
    return secrets.token_hex(16)


@register_setting(icon="upload", order=150)
class IndexNowSettings(BaseSiteSetting):
    """IndexNow (indexnow.org) tells Bing, Yandex, Seznam, Naver and others what has changed. Google takes no part."""

    is_on = models.BooleanField(
        "tell search engines of changes",
        default=False,
        help_text="Sends the addresses of published pages, and no more, to api.indexnow.org when they are published, "
        "moved or taken down. The addresses of drafts, private pages and pages kept out of search never leave. "
        "Publishing never waits for it.",
    )
    key = models.CharField(
        max_length=128,
        default=new_key,
        validators=[
            RegexValidator(r"^[A-Za-z0-9-]{8,128}\Z", "8 to 128 letters of a to z, digits and hyphens, no others.")
        ],
        help_text="Shows that the site is yours: the file of this name is served by itself while this is on. It is no "
        "secret. Change it only if a search engine asks you to.",
    )

    panels = [WarningsPanel("indexnow"), FieldPanel("is_on"), FieldPanel("key"), IndexNowPanel(heading="Lately")]

    class Meta:
        verbose_name = "IndexNow"


class IndexChangeQuerySet(models.QuerySet):
    def waiting(self):
        """Neither told nor given up."""
        return self.filter(told_at__isnull=True, failed_at__isnull=True)


class IndexChange(models.Model):
    """One address that search engines are told of, or a part of the tree that still has to be spelt out."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    #: Of the address itself, absolute; empty while ``page_id`` has to be spelt out.
    url = models.TextField(blank=True)
    #: The primary key of the top of a part of the tree that has moved: no relation, for the page may be gone by then.
    page_key = models.PositiveBigIntegerField(null=True)
    #: Where that part of the tree was, as a path of this site ("/old/"); empty where nobody could see it there.
    old_path = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    #: Not tried again before.
    due_at = models.DateTimeField(default=timezone.now)
    #: While somebody is sending it: until when it is theirs.
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    #: What went wrong last: the kind of error, or the server's number.
    last_error = models.CharField(max_length=80, blank=True)

    objects = IndexChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["due_at"],
                name="index_change_waiting",
                condition=models.Q(told_at__isnull=True, failed_at__isnull=True),
            )
        ]

    def __str__(self):
        return self.url or f"Change {self.pk}"
