"""What a check finds, and the rules it goes by.

A rule is a small pure function: it takes a value (a page, a feed, a file, the whole site) and yields one plain sentence
for each fault, which says what is wrong and how to mend it. The decorator gives it a name and a severity.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    #: Something machines will misread, refuse or not find.
    ERROR = "error"
    #: Something that costs readers or rank, and that somebody should mend.
    WARNING = "warning"
    #: Worth knowing; often right as it is.
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """One fault: where, by which rule, how grave, and a sentence on how to mend it."""

    url: str
    rule: str
    severity: Severity
    message: str

    def as_dict(self) -> dict[str, str]:
        return {"url": self.url, "rule": self.rule, "severity": str(self.severity), "message": self.message}


@dataclass(frozen=True)
class Rule:
    name: str
    severity: Severity
    check: Callable[..., Iterable[str | tuple[str, str]]]

    @property
    def about(self) -> str:
        """What the rule asks for, in one line."""
        return (self.check.__doc__ or "").strip().partition("\n")[0]

    def findings(self, url: str, value) -> Iterator[Finding]:
        """Yield what is wrong with ``value``, found at ``url``. A rule for many pages says which page it means."""
        for said in self.check(value):
            where, message = said if isinstance(said, tuple) else (url, said)
            yield Finding(where, self.name, self.severity, message)


@dataclass
class Rules:
    """The rules that hold for one kind of value."""

    rules: dict[str, Rule] = field(default_factory=dict)

    def __call__(self, name: str, severity: Severity):
        """Decorate a function as the rule ``name``. Raises: ValueError: there is one of that name."""

        def register(check):
            if name in self.rules:
                raise ValueError(f"There are two rules named {name}.")
            self.rules[name] = Rule(name, severity, check)
            return check

        return register

    def findings(self, url: str, value) -> list[Finding]:
        """Return what all rules find in ``value``, found at ``url``, each sentence once."""
        found = (finding for rule in self.rules.values() for finding in rule.findings(url, value))
        return list(dict.fromkeys(found))


ADDRESS, PAGE, SITE, SITEMAP, FEED = Rules(), Rules(), Rules(), Rules(), Rules()
ROBOTS, LLMS, SECURITY, MANIFEST = Rules(), Rules(), Rules(), Rules()


def all_rules() -> dict[str, Rule]:
    kinds = (ADDRESS, PAGE, SITE, SITEMAP, FEED, ROBOTS, LLMS, SECURITY, MANIFEST)
    return {name: rule for rules in kinds for name, rule in rules.rules.items()}


def shortened(text: str, length: int = 80) -> str:
    """Return ``text`` on one line, cut so that a sentence about it can be read."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
