"""The last line of a quotation and a line of a list of sources, in the words people write them in. Pure functions.

Readers get the line in four pieces: the text before the title, the title, its address, and the text after it.
"""

import re
from dataclasses import dataclass

from blog.importing.outline import Reference

_FACTS = re.compile(r"(?P<lead>.*?) ?\((?:(?P<year>\d{4}))?(?:; )?(?P<checked>checked)?\)")
_YEAR = re.compile(r"(?P<authors>.*?) ?\((?P<year>\d{4}|n\.d\.)\)\.")
#: Said where there is no year, so that none is read out of the authors' names.
NO_YEAR = "n.d."


@dataclass(frozen=True)
class Line:
    """One such line. All plain; ``title`` and ``url`` "" where there is none."""

    before: str = ""
    title: str = ""
    url: str = ""
    after: str = ""


def read_attribution(line: Line) -> dict | None:
    """The facts of a ``Quote`` from "— Speaker, role, *Source* (1961; checked)"; None where it is no such line."""
    if not line.before.startswith("—"):
        return None
    lead, rest = line.before[1:].strip(" "), line.after.strip(" ")
    if line.title or line.url:
        lead = lead.removesuffix(",")
    elif match := _FACTS.fullmatch(lead):
        lead, rest = match["lead"], lead[match.end("lead") :].strip(" ")
    facts = _FACTS.fullmatch(rest)
    if rest and (not facts or facts["lead"]):
        return None
    speaker, _, role = lead.partition(", ")
    return {
        "speaker": speaker,
        "role": role,
        "source_title": line.title,
        "source_url": line.url,
        "year": int(facts["year"]) if facts and facts["year"] else None,
        "verified": bool(facts and facts["checked"]),
    }


def attribution(facts: dict) -> Line | None:
    """The line that reads as these facts; None where there is none. Nothing to say makes an empty line."""
    if not any(facts.values()):
        return Line()
    known = "; ".join(filter(None, (str(facts["year"] or ""), "checked" if facts["verified"] else "")))
    known = f" ({known})" if known else ""
    people = [name for name in (facts["speaker"], facts["role"]) if name]
    if facts["source_title"] or facts["source_url"]:
        before = f"— {', '.join(people)}, " if people else "— "
        line = Line(before, facts["source_title"], facts["source_url"], known)
    else:
        line = Line(f"— {', '.join(people)}{known}")
    return line if read_attribution(line) == facts else None


def read_citation(line: Line) -> Reference:
    """A source from "Authors (1988). *Title*. Published in." Without a title all of it is one."""
    if not line.title and not line.url and not line.after.strip(" "):
        return Reference("", line.before.strip(" "))
    before, after = line.before.strip(" "), line.after.strip(" ")
    dated = _YEAR.fullmatch(before)
    year = int(dated["year"]) if dated and dated["year"] != NO_YEAR else None
    published_in = after.removeprefix(".").strip(" ").removesuffix(".")
    return Reference(dated["authors"] if dated else before, line.title, published_in, year, line.url)


def citation(source: Reference) -> Line:
    """The line that reads as a source."""
    year = f"({source.year or NO_YEAR})." if source.year or _YEAR.fullmatch(source.authors) else ""
    before = " ".join(filter(None, (source.authors, year)))
    return Line(
        f"{before} " if before else "",
        source.title,
        source.url,
        f". {source.published_in}." if source.published_in else ".",
    )
