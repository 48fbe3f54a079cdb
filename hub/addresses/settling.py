"""The addresses that a mistyped or old-fashioned one may stand for. Pure functions."""

import re

#: Deeper addresses are nobody's: this site nests a handful of levels.
DEEPEST = 12
LONGEST = 1000

_ENDING = re.compile(r"\.(?:s?html?|xhtml|php\d?|aspx?|jsp|cfm|amp)$")
_FRONT = re.compile(r"(?:index|default)\.(?:s?html?|xhtml|php\d?|aspx?|jsp|cfm)$")
_SLIPS = " \t.,;:!\"'’”)]}>*"


def candidates(path: str) -> list[str]:
    """Return the addresses that ``path`` may stand for, the likeliest first, each without a last slash.

    The site's own front is "". Among them are the path as it is, without repeated slashes, in lower case, without
    ``index.html``, ``index.php``, ``.html`` and ``/amp``, without marks that slipped in from a sentence, and with
    hyphens for blanks and underscores. Nothing is returned for a path that no page could have.
    """
    if len(path) > LONGEST or not path.isprintable() or "\\" in path:
        return []
    steps = [step for step in path.split("/") if step]
    if len(steps) > DEEPEST or {".", ".."} & set(steps):
        return []
    found = [_joined(steps)]
    steps = [step.lower() for step in steps]
    found.append(_joined(steps))
    steps = _without_old_forms(steps)
    found.append(_joined(steps))
    if steps and (bare := steps[-1].rstrip(_SLIPS)) != steps[-1]:
        steps = _without_old_forms([*steps[:-1], bare] if bare else steps[:-1])
        found.append(_joined(steps))
    found.append(_joined(re.sub(r"[_\s]+", "-", step).strip("-") for step in steps))
    return list(dict.fromkeys(found))


def _joined(steps) -> str:
    return "".join(f"/{step}" for step in steps if step)


def _without_old_forms(steps: list[str]) -> list[str]:
    while steps and steps[0] in {"index.php", "amp"}:
        steps = steps[1:]
    while steps and (steps[-1] == "amp" or _FRONT.fullmatch(steps[-1])):
        steps = steps[:-1]
    if steps:
        last = steps[-1]
        # Twice: an address such as /about.amp.html ends in both.
        last = _ENDING.sub("", _ENDING.sub("", last))
        steps = [*steps[:-1], last] if last else steps[:-1]
    return steps


def parents(address: str) -> list[tuple[str, str]]:
    """Return what may be a page of ``address`` and what may be an address of that page's own, the longest page first.

    "/articles/feed": ("/articles", "/feed").
    """
    cuts = [place for place, mark in enumerate(address) if mark == "/" and place]
    return [(address[:place], address[place:]) for place in reversed(cuts)]


def with_query(address: str, query: str) -> str:
    """Return ``address`` with a query string, before its fragment and after a query of its own."""
    if not query:
        return address
    address, mark, fragment = address.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{query}{mark}{fragment}"
