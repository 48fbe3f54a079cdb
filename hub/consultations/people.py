"""Finds what is kept of one person. The database can't search what is encrypted, so that everything is opened."""

from .models import ConsultationRequest

#: Fewer digits than this are part of too many numbers.
FEWEST_DIGITS = 6


def digits_of(text: str) -> str:
    """Return the digits of a telephone number that stay the same however it is written: without 0, 00 or +44."""
    digits = "".join(letter for letter in text if letter.isascii() and letter.isdigit())
    return digits[-9:] if len(digits) >= FEWEST_DIGITS else ""


def requests_of(person: str) -> list[ConsultationRequest]:
    """Return the requests whose name or contact holds ``person``: part of a name, an e-mail address or a number."""
    wanted, number = person.casefold().strip(), digits_of(person)
    if not wanted:
        return []
    return [request for request in ConsultationRequest.objects.iterator() if _is_of(request, wanted, number)]


def _is_of(request, wanted: str, number: str) -> bool:
    if not request.is_readable:
        return False
    if wanted in request.name.casefold() or wanted in request.contact.casefold():
        return True
    return bool(number) and digits_of(request.contact).endswith(number)
