"""Requests as files: a table for the practice's own use, and one person's data for that person."""

import csv
import io
import json

from django.utils import timezone

from .encryption import Unreadable
from .models import ConsultationRequest

COLUMNS = {
    "Reference": lambda request: request.reference,
    "Received": lambda request: _time(request.received_at),
    "Status": lambda request: request.get_status_display(),
    "Due": lambda request: _time(request.due_at),
    "Assigned to": lambda request: request.assigned_to.get_username() if request.assigned_to else "",
    "Name": lambda request: request.name,
    "Wants a": lambda request: request.get_contact_by_display(),
    "Contact": lambda request: request.contact,
    "What is safe": lambda request: request.get_discretion_display(),
    "Good times": lambda request: request.times,
    "About": lambda request: request.subject,
    "Message": lambda request: request.message,
    "Erased on": lambda request: request.erased_on.isoformat(),
}
UNREADABLE = "(can’t be opened with the present keys)"


def harmless(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula: after an apostrophe where it might.

    Source: OWASP, CSV injection. White space and invisible characters before the sign don't help it.
    """
    bare = cell.lstrip(" \t\r\n\v\f\u00a0\u200b\u200e\u200f\u2060\ufeff'\"")
    is_formula = bare.startswith(("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"))
    return f"'{cell}" if is_formula or cell.startswith(("\t", "\r", "\n")) else cell


def as_csv(requests) -> str:
    """Return the requests as a table, with a byte-order mark so that spreadsheets read it as UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for request in requests:
        writer.writerow([harmless(_readable(column(request))) for column in COLUMNS.values()])
    return "\ufeff" + file.getvalue()


def as_json(requests: list[ConsultationRequest]) -> str:
    """Return all that is kept of one person, with our notes and who has read it, for that person to have."""
    return json.dumps([_everything(request) for request in requests], ensure_ascii=False, indent=2)


def _everything(request) -> dict:
    return {
        **{name: _readable(column(request)) for name, column in COLUMNS.items()},
        "Came from": request.came_from.title if request.came_from else "",
        "Agreed to": {"version": request.consent_id, "text": request.consent.text},
        "Notes": [{"written": _time(note.written_at), "text": _readable(note.text)} for note in request.notes.all()],
        "Read or changed": [
            {"when": _time(access.at), "by": access.username, "what": access.get_action_display()}
            for access in request.accesses.all()
        ],
    }


def _time(moment) -> str:
    return timezone.localtime(moment).isoformat(sep=" ", timespec="minutes") if moment else ""


def _readable(text: str) -> str:
    return UNREADABLE if isinstance(text, Unreadable) else text
