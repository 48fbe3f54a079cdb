"""robots.txt: written, and read where an editor adds lines of their own. Pure functions. Source: RFC 9309."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

#: Crawlers read at least this much (RFC 9309, 2.5); an editor's own lines stay far below.
MOST_CHARACTERS = 20_000
#: The crawlers whose view of a page decides whether it is found.
SEARCH_ENGINES = ("*", "Googlebot", "bingbot")

_LINE = re.compile(r"(?P<name>[A-Za-z-]+)\s*:\s*(?P<value>.*)")
_TOKEN = re.compile(r"\*|[A-Za-z_-][A-Za-z0-9_-]*")


@dataclass
class Group:
    """Rules for some crawlers: pairs of whether they allow, and the pattern."""

    agents: list[str]
    rules: list[tuple[bool, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line; lines count from 1."""

    line: int
    message: str

    def __str__(self):
        return f"Line {self.line}: {self.message}"


def parse(text: str) -> tuple[list[Group], list[Fault]]:
    """Return the groups of an editor's own lines, and what is wrong with them."""
    groups: list[Group] = []
    faults: list[Fault] = []
    in_agents = False
    for number, line in enumerate(text.splitlines(), 1):
        line, _, _ = line.partition("#")
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        name, value = (found["name"].lower(), found["value"].strip()) if found else ("", "")
        if fault := _fault(name, value, bool(groups)):
            faults.append(Fault(number, fault))
        elif name == "user-agent":
            if not in_agents:
                groups.append(Group([]))
            groups[-1].agents.append(value)
        elif name in {"allow", "disallow"} and value:
            groups[-1].rules.append((name == "allow", value))
        in_agents = name == "user-agent"
    return groups, faults


def _fault(name: str, value: str, has_group: bool) -> str:
    if not value.isprintable() or not value.isascii():
        return "Only plain characters can stand here; write others percent-encoded, as %C3%A9 for é."
    if name == "user-agent":
        return "" if _TOKEN.fullmatch(value) else f"“{value}” is no crawler's name: letters, digits, - and _, or *."
    if name == "sitemap":
        return "The sitemap is named already."
    if name not in {"allow", "disallow", "crawl-delay"}:
        return "A line is “User-agent: …”, “Allow: /…”, “Disallow: /…” or “Crawl-delay: …”; what follows # is a note."
    if not has_group:
        return "Say first whom it is for: “User-agent: …”."
    if name == "crawl-delay":
        return "" if re.fullmatch(r"\d{1,4}(\.\d+)?", value) else "A delay is a number of seconds."
    return "" if not value or value.startswith(("/", "*")) else "A path starts with /."


def is_blocked(path: str, agent: str, groups: Iterable[Group]) -> bool:
    """Whether ``groups`` keep ``agent`` from ``path``: the longest rule decides, and Allow where two are as long."""
    groups = list(groups)
    mine = [group for group in groups if agent.lower() in [name.lower() for name in group.agents]]
    mine = mine or [group for group in groups if "*" in group.agents]
    matching = [(len(rule), allows) for group in mine for allows, rule in group.rules if _matches(rule, path)]
    return bool(matching) and not max(matching)[1]


def _matches(rule: str, path: str) -> bool:
    """Whether a rule covers a path. Walks both once for each star, so that no rule takes long."""
    anchored = rule.endswith("$")
    pieces = rule.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    place = len(pieces[0])
    for piece in pieces[1:-1]:
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    if len(pieces) == 1:
        return not anchored or place == len(path)
    if anchored:
        return path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= place
    return path.find(pieces[-1], place) >= 0


def write(
    *, is_indexable: bool, refused: Iterable[str] = (), extra: str = "", sitemap: str = "", notes: Iterable[str] = ()
) -> str:
    """Return robots.txt.

    Args:
        is_indexable: outside production nothing is crawled, whatever else is said.
        refused: the names of crawlers that are kept out of everything.
        extra: an editor's own lines, without faults.
        sitemap: the sitemap's absolute address.
        notes: comments at the head of the file.
    """
    lines = [f"# {note}" for note in notes]
    if not is_indexable:
        return "\n".join([*lines, "User-agent: *", "Disallow: /", ""])
    lines += ["User-agent: *", "Disallow:", ""]
    if refused := list(refused):
        lines += [*(f"User-agent: {name}" for name in refused), "Disallow: /", ""]
    if extra.strip():
        lines += [*(line.strip() for line in extra.strip().splitlines()), ""]
    if sitemap:
        lines += [f"Sitemap: {sitemap}", ""]
    return "\n".join(lines)
