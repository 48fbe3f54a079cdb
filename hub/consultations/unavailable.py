"""The answer when a request can't be kept: says so, gives the telephone number, and gives back what was typed.

It asks nothing of the database, so that it can be shown when that is what is broken.
"""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponse, RawPostDataException
from django.http.multipartparser import MultiPartParserError
from django.template import loader

from . import contact, tokens
from .forms import RequestForm
from .models import ContactBy, Discretion

TEMPLATE = "consultations/unavailable.html"
#: What is sent again as it came, and what is shown beside it, with how it is called.
SENT_AGAIN = (*RequestForm.base_fields, "token", "proof", "from")
SHOWN = {
    "name": "What we should call you",
    "contact_by": "How you would like to hear from us",
    "telephone": "Telephone number",
    "email": "E-mail address",
    "discretion": "What is safe",
    "times": "Good times",
    "message": "Your message",
}
CHOICES = {"contact_by": dict(ContactBy.choices), "discretion": dict(Discretion.choices)}


def unavailable(request) -> HttpResponse:
    """Return the page (503) for ``request``, which may or may not have been a form."""
    typed = {name: request.POST[name] for name in SENT_AGAIN if request.POST.get(name)}
    shown = [
        (label, CHOICES.get(name, {}).get(typed[name], typed[name])) for name, label in SHOWN.items() if name in typed
    ]
    context = {
        "known": contact.of(request.path) or contact.any_practice(),
        "path": request.path,
        "typed": typed,
        "shown": shown,
    }
    answer = HttpResponse(loader.render_to_string(TEMPLATE, context), status=503)
    answer["Cache-Control"] = "no-store"
    answer["Retry-After"] = "60"
    return answer


def is_ours(request) -> bool:
    """Whether ``request`` asks for a consultation page, as far as can be told without the database."""
    if contact.of(request.path):
        return True
    if request.method != "POST":
        return False
    try:
        return tokens.read(request.POST.get("token", "")) is not None
    except (OSError, BadRequest, SuspiciousOperation, MultiPartParserError, RawPostDataException):
        return False
