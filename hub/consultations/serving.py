"""Answers a reader: the form, the form again with what is wrong, and the confirmation.

A form with errors answers 200, not 4xx: proxies put pages of their own in place of an error's, and what the reader
typed would be gone. After a request is kept the reader is sent on (303) to an address that holds an opaque receipt:
neither going back nor reloading sends anything twice, and the address says nothing to somebody who finds it later.
"""

import logging
import time
from dataclasses import replace

from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from . import contact, proof, tokens
from .encryption import KeyUnusable
from .forms import RequestForm
from .limits import address_of
from .models import ConsentWording
from .receiving import AlreadySent, Submission, TooMany, receive
from .unavailable import unavailable

logger = logging.getLogger(__name__)

FORM = "consultations/consultation_page.html"
RECEIPT = "consultations/received.html"

#: Why a form that holds no error was not sent, by the name the template knows.
OLD, AGAIN, WORDING, OFTEN = "old", "again", "wording", "often"


def show_form(page, request) -> HttpResponse:
    """Answer a request for the page itself."""
    contact.keep(page, request)
    if request.method == "POST" and page.takes_requests and page.pk:
        try:
            answer = _answer_post(page, request)
        except (DatabaseError, KeyUnusable) as error:
            logger.error("A request for help could not be kept: %s", _kind(error))
            answer = unavailable(request)
    else:
        answer = _render(page, request, _empty_form(page, request), _token(page, request))
    return _private(answer)


def show_receipt(page, request, receipt: str) -> HttpResponse:
    """The confirmation. Its reference is shown for an hour, and not to whoever comes upon the address later."""
    context = page.get_context(request)
    context |= {
        "head": page.head(request, hidden=True),
        "reference": tokens.reference_of(receipt),
        "settings": page.settings_for(request),
        "promises": page.promises(request),
        "title": "Your request has reached us",
    }
    return _private(TemplateResponse(request, RECEIPT, context))


def _answer_post(page, request) -> HttpResponse:
    form = RequestForm(request.POST, page=page, wording=page.consent_wording)
    token = tokens.read(request.POST.get("token", ""))
    consent = ConsentWording.digest_of(page.consent_text(request))
    is_ours = token is not None and token.page == page.pk and not tokens.is_from_elsewhere(request)
    if not is_ours or (token.is_too_old and token.consent == consent):
        return _render(page, request, form, tokens.new(page.pk, consent, again=True), notice=OLD)
    if token.consent != consent:
        # What was agreed to is not what stands there now: it has to be read and agreed to again.
        form = RequestForm(_without(request.POST, "consent"), page=page, wording=page.consent_wording)
        return _render(page, request, form, tokens.new(page.pk, consent, again=True), notice=WORDING)
    if not form.is_valid():
        return _render(page, request, form, token)
    try:
        kept = receive(_submission(page, request, form, token))
    except AlreadySent:
        return _render(page, request, form, token.renewed(), notice=AGAIN)
    except TooMany:
        return _render(page, request, form, token, notice=OFTEN)
    address = page.get_url(request) + page.reverse_subpage("received", args=[tokens.receipt(kept.reference)])
    return HttpResponseRedirect(address, status=303)


def _submission(page, request, form, token) -> Submission:
    settings = page.settings_for(request)
    fast = ["fast"] if token.is_too_fast else []
    proved = not settings.asks_for_proof or proof.is_proved(request.POST["token"], request.POST.get("proof", ""))
    return Submission(
        page=page,
        nonce=token.nonce,
        personal=form.personal(),
        contact_by=form.cleaned_data["contact_by"],
        discretion=form.cleaned_data["discretion"],
        consent=page.consent_text(request),
        settings=settings,
        origin=page.origin(request.POST.get("from", "")),
        address=address_of(request),
        suspicions=(*form.suspicions(), *fast),
        is_proved=proved,
    )


def _without(data, name):
    data = data.copy()
    data.pop(name, None)
    return data


def _token(page, request):
    consent = ConsentWording.digest_of(page.consent_text(request))
    return tokens.new(page.pk or 0, consent)


def _empty_form(page, request):
    origin = page.origin(request.GET.get("from", ""))
    initial = {"subject": page.subject_for(origin)} if origin else {}
    return RequestForm(page=page, wording=page.consent_wording, initial=initial)


def _render(page, request, form, token, notice="") -> HttpResponse:
    context = page.get_context(request)
    settings = page.settings_for(request)
    came_from = request.POST.get("from", "") if request.method == "POST" else request.GET.get("from", "")
    errors = form.error_list() if form.is_bound else []
    head = page.head(request)
    if errors or notice:
        head = page.head(request, hidden=True)
        head = replace(head, title=f"{'Error: ' if errors else ''}{head.title}")
    context |= {
        "head": head,
        "form": form,
        "errors": errors,
        "notice": notice,
        "token": token.signed(),
        "came_from": came_from if came_from.isascii() and came_from.isdecimal() and len(came_from) < 10 else "",
        "settings": settings,
        "promises": page.promises(request),
        "proof_bits": proof.BITS,
        "server_time": int(time.time()),
    }
    return TemplateResponse(request, FORM, context)


def _kind(error: Exception) -> str:
    """Return the kind of an error with the database's own code for it. Its words may hold what somebody typed."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return f"{type(error).__name__} {code or ''}".strip()


def _private(answer: HttpResponse) -> HttpResponse:
    """Keep it out of every cache: the browser's, a proxy's, and that of the back button."""
    answer["Cache-Control"] = "no-store"
    return answer
