"""Mails that the site writes by itself: plain text, nothing personal in what is logged about them."""

import smtplib

from django.core.mail import EmailMessage
from wagtail.models import Site

from .models import Practice

#: What goes wrong with a mail, or with the server that is to take it.
FAULTS = (OSError, smtplib.SMTPException, ValueError)
#: Those that say something of one mail; any other says that the server is not to be had.
OF_ONE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError)


def send(subject: str, body: str, recipient: str, connection=None) -> None:
    """Send one mail that nobody should answer by machine.

    Raises: one of FAULTS, where it was not taken.
    """
    EmailMessage(
        subject, body, to=[recipient], headers={"Auto-Submitted": "auto-generated"}, connection=connection
    ).send()


def told(error: Exception) -> str:
    """Return the kind of an error and the server's number. Its words may hold an address."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    if isinstance(error, smtplib.SMTPRecipientsRefused) and error.recipients:
        code = next(iter(error.recipients.values()))[0]
    return f"{type(error).__name__} {code or ''}".strip()[:80]


def practice_name(site: Site | None = None) -> str:
    """Return in whose name mails are written: the practice of ``site``, else of the default one."""
    site = site or Site.objects.filter(is_default_site=True).first()
    return Practice.for_site(site).display_name if site else "The practice"
