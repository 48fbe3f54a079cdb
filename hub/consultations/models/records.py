"""What stands beside a request: the wording agreed to, the team's notes, who has read it, and what was erased."""

import hashlib

from django.conf import settings
from django.db import models
from django.utils import timezone

from hub.consultations.encryption import EncryptedTextField, Unreadable


class ConsentWording(models.Model):
    """A wording that people have agreed to, word for word. Its primary key is the version; it never changes."""

    digest = models.CharField(max_length=64, unique=True)
    text = models.TextField()
    first_used_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Version {self.pk}"

    @staticmethod
    def digest_of(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    @classmethod
    def of(cls, text: str) -> "ConsentWording":
        """Return the version with exactly this text, made on first use."""
        return cls.objects.get_or_create(digest=cls.digest_of(text), defaults={"text": text})[0]


class Note(models.Model):
    """What the team writes beside a request; encrypted as the request is, and erased with it."""

    request = models.ForeignKey("consultations.ConsultationRequest", on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    text = EncryptedTextField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["written_at", "pk"]
        default_permissions = ()

    def __str__(self):
        return f"Note {self.pk}"

    @property
    def is_readable(self) -> bool:
        return not isinstance(self.text, Unreadable)


class Access(models.Model):
    """Who did what with a request, and when. Erased with the request it tells of."""

    class Action(models.TextChoices):
        READ = "read", "read it"
        CHANGED = "changed", "changed it"
        NOTED = "noted", "wrote a note"
        RELEASED = "released", "said it is no unwanted mail"
        SUSPECTED = "suspected", "said it is unwanted mail"
        FOUND = "found", "found it while looking for a person"
        EXPORTED = "exported", "exported it"
        LISTED = "listed", "exported a list"
        SEARCHED = "searched", "looked for a person"

    request = models.ForeignKey(
        "consultations.ConsultationRequest", null=True, on_delete=models.CASCADE, related_name="accesses"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    #: The name stays when the account goes.
    username = models.CharField(max_length=150)
    action = models.CharField(max_length=10, choices=Action.choices)
    detail = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.username} {self.get_action_display()}"

    @classmethod
    def record(cls, user, action: str, request=None, detail: str = "") -> "Access":
        """Note that ``user`` did this. Called before anything is shown, so that nothing is read unrecorded."""
        return cls.objects.create(
            user=user, username=user.get_username(), action=action, request=request, detail=detail
        )


class Erasure(models.Model):
    """That requests were erased: how many, when and why, and nothing about them."""

    class Reason(models.TextChoices):
        RETENTION = "retention", "their time was over"
        ASKED = "asked", "somebody of the team erased them"

    at = models.DateTimeField(default=timezone.now)
    count = models.PositiveIntegerField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    username = models.CharField(max_length=150, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.count} erased"
