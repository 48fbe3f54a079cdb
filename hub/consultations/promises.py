"""What is promised to somebody who asks for help. Editors choose the words around it, not the promises."""


def days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def promises(settings, practice: str, readers: str) -> list[str]:
    """Return the promises as sentences. ``settings`` is a ConsultationSettings, ``readers`` who reads a request."""
    return [
        f"Only {readers.rstrip('.') or f'the team of {practice}'} can read it, and each reading is recorded.",
        "It is encrypted before it is stored. No e-mail carries your name, your number or your words.",
        f"It is erased {days(settings.keep_days)} after you send it, or after "
        f"{days(settings.keep_booked_days)} where it leads to an appointment. Ask us, and we erase it at once.",
        "It is used for nothing but to answer you, and passed on to nobody.",
    ]


def consent_text(wording: str, promised: list[str]) -> str:
    """Return, word for word, what somebody agrees to by ticking the box."""
    return "\n".join([wording.strip(), *promised])
