"""A request for help: little is kept, what people wrote is encrypted, and each knows the day it is erased."""

import datetime as dt
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from hub.consultations.encryption import EncryptedTextField, Unreadable
from hub.consultations.querysets import PERSONAL, SUSPECTED_DAYS, RequestQuerySet

# Without letters and digits that look or sound alike: somebody may read this out on the telephone.
LETTERS = "CDFGHJKMNPRTWXY3479"
SUSPICIONS = {
    "trap": "the hidden field was filled in",
    "fast": "it was sent within three seconds",
    "links": "it holds links",
    "often": "several came from the same address that day",
    "proof": "the browser did not do its calculation, and it was not the first from there that day",
    "team": "somebody of the team said so",
}


def new_reference() -> str:
    """Return a reference such as "H7KM-4TXA": 8 of 19 characters, 17 thousand million of them."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class Status(models.TextChoices):
    NEW = "new", "New"
    CONTACTED = "contacted", "Contacted"
    BOOKED = "booked", "Booked"
    CLOSED = "closed", "Closed"


class ContactBy(models.TextChoices):
    CALL = "call", "Telephone call"
    TEXT = "text", "Text message"
    EMAIL = "email", "E-mail"


class Discretion(models.TextChoices):
    OPEN = "open", "Yes, leave a message and say who you are"
    ANONYMOUS = "anonymous", "Leave a message, but don’t say who you are"
    ONLY_ME = "only_me", "No message: speak or write only when you know it is me"


class ConsultationRequest(models.Model):
    """Somebody asks to be contacted. Personal fields hold text, or ``Unreadable`` where no key opens them."""

    reference = models.CharField(max_length=9, unique=True, default=new_reference, editable=False)
    #: Of the form it was sent with: one form makes one request.
    nonce = models.CharField(max_length=32, unique=True, editable=False)
    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    page = models.ForeignKey("consultations.ConsultationPage", null=True, on_delete=models.SET_NULL, related_name="+")
    came_from = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    received_at = models.DateTimeField("received", default=timezone.now, db_index=True)

    name = EncryptedTextField(blank=True)
    contact_by = models.CharField("wants a", max_length=10, choices=ContactBy.choices)
    contact = EncryptedTextField()
    discretion = models.CharField(max_length=10, choices=Discretion.choices)
    times = EncryptedTextField(blank=True)
    subject = EncryptedTextField(blank=True)
    message = EncryptedTextField(blank=True)
    consent = models.ForeignKey("consultations.ConsentWording", on_delete=models.PROTECT, related_name="+")

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.NEW)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due_at = models.DateTimeField("due", null=True, blank=True)
    #: Codes of ``SUSPICIONS``, separated by commas; "" for a request that is none.
    suspicion = models.CharField(max_length=40, blank=True)
    erase_on = models.DateField(help_text="The day it is erased, unless it led to an appointment.")
    erase_booked_on = models.DateField(help_text="The day it is erased where it did.")

    objects = RequestQuerySet.as_manager()

    # Nothing of a request is looked up from the pages it names.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-received_at", "-pk"]
        default_permissions = ("view", "change", "delete")
        permissions = [("export_consultationrequest", "Can export requests for help")]
        verbose_name = "request for help"
        verbose_name_plural = "requests for help"
        indexes = [models.Index(fields=["suspicion", "status", "due_at"], name="request_desk")]

    def __str__(self):
        return self.reference

    @property
    def is_readable(self) -> bool:
        """Whether our keys open everything the person wrote."""
        return not any(isinstance(getattr(self, field), Unreadable) for field in PERSONAL)

    @property
    def is_overdue(self) -> bool:
        return bool(
            not self.suspicion
            and self.due_at
            and self.due_at < timezone.now()
            and self.status in (Status.NEW, Status.CONTACTED)
        )

    @property
    def erased_on(self) -> dt.date:
        """The day it is erased, as things stand."""
        if self.suspicion:
            return timezone.localdate(self.received_at) + dt.timedelta(days=SUSPECTED_DAYS)
        return self.erase_booked_on if self.status == Status.BOOKED else self.erase_on

    @property
    def suspicions(self) -> list[str]:
        """Why it is kept apart, in words."""
        return [SUSPICIONS.get(code, code) for code in self.suspicion.split(",") if code]
