"""robots.txt: its form, and what it closes (RFC 9309; Google's reading of it: the longest rule that matches holds)."""

import re

from ..answers import File
from ..documents import split
from ..findings import ROBOTS, Severity, shortened

KNOWN = {"user-agent", "allow", "disallow", "sitemap", "crawl-delay", "content-signal"}
LARGEST = 500 * 1024


def lines(text: str) -> list[tuple[str, str]]:
    """Return the fields of a robots.txt in order; a line without a colon has the field ""."""
    found = []
    for line in text.lstrip("\ufeff").splitlines():
        if line := line.partition("#")[0].strip():
            name, colon, value = line.partition(":")
            found.append((name.strip().lower(), value.strip()) if colon else ("", line))
    return found


def rules_for(text: str, agent: str) -> list[tuple[str, str]]:
    """Return the allow and disallow lines of the group that ``agent`` heeds: its own, else everybody's."""
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    in_rules = False
    for name, value in lines(text):
        if name == "user-agent":
            named = [value.lower()] if in_rules else [*named, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), [])
        elif name in {"allow", "disallow"}:
            in_rules = True
            for agent_named in named:
                groups[agent_named].append((name, value))
    return groups.get(agent.lower(), groups.get("*", []))


def is_open(text: str, url: str, agent: str = "googlebot") -> bool:
    """Say whether robots.txt lets ``agent`` fetch ``url``."""
    parts = split(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    best = ("allow", "")
    for name, value in rules_for(text, agent):
        if value and _matches(value, path) and (len(value), name == "allow") >= (len(best[1]), best[0] == "allow"):
            best = (name, value)
    return best[0] == "allow"


def _matches(rule: str, path: str) -> bool:
    pattern = "".join(".*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", rule.removesuffix("$")))
    return bool(re.match(pattern + ("$" if rule.endswith("$") else ""), path))


def sitemaps(text: str) -> list[str]:
    return [value for name, value in lines(text) if name == "sitemap"]


def is_closed(text: str) -> bool:
    """Say whether everything is closed to everybody, as it should be outside production."""
    return ("disallow", "/") in rules_for(text, "*") and not is_open(text, "https://x/")


@ROBOTS("robots-missing", Severity.WARNING)
def is_there(file: File):
    """The site has a robots.txt, which is plain text."""
    if file.status != 200:
        yield f"robots.txt answers {file.status}: without it no robot learns of the sitemap."
    elif file.kind != "text/plain":
        yield f"robots.txt is sent as {file.kind}: send it as text/plain."


@ROBOTS("robots-form", Severity.ERROR)
def is_well_formed(file: File):
    """robots.txt holds fields that robots know, in groups, and is no longer than they read."""
    if file.status != 200:
        return
    grouped = False
    for name, value in lines(file.text):
        grouped = grouped or name == "user-agent"
        if name not in KNOWN:
            yield f"robots.txt has the line “{shortened(f'{name}: {value}' if name else value)}”, which no robot knows."
        elif name in {"allow", "disallow"} and not grouped:
            yield f"“{name}: {value}” stands before any user-agent: say for whom it holds."
        elif name in {"allow", "disallow"} and value and value[0] not in "/*":
            yield f"“{name}: {value}” does not begin with a slash: robots ignore it."
    if len(file.text.encode()) > LARGEST:
        yield "robots.txt is longer than 500 KiB: robots stop reading there."


@ROBOTS("robots-sitemap", Severity.ERROR)
def names_sitemap(file: File):
    """robots.txt names the sitemap with its whole address, and it can be fetched."""
    if file.status != 200:
        return
    if not sitemaps(file.text) and not is_closed(file.text):
        yield "robots.txt names no sitemap: add a line Sitemap: with its whole address."
    for url in sitemaps(file.text):
        answer = file.answer(url)
        if not split(url).netloc:
            yield f"robots.txt names the sitemap {url}: robots want its whole address."
        elif answer and not answer.is_found:
            yield f"robots.txt names the sitemap {url}, which answers {answer.status}: correct its address."


@ROBOTS("robots-resources", Severity.WARNING)
def lets_resources_be_fetched(file: File):
    """Search engines may fetch what a page needs to be drawn."""
    if file.status == 200 and not is_closed(file.text):
        for path in ("/static/css/main.css", "/media/images/a.jpg"):
            if not is_open(file.text, f"https://x{path}"):
                yield f"robots.txt closes {path.rsplit('/', 1)[0]}/: search engines then can't see pages as readers do."
