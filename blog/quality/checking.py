"""All rules over one article. Pure: the same for the side panel, for publishing, for the command and for the report."""

from .draft import Draft
from .findings import Finding, Severity
from .rules import RULES, Context

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def check(draft: Draft, context: Context) -> list[Finding]:
    """Return what the rules find, worst first, else in the order of the rules."""
    found = [finding for rule in RULES for finding in rule(draft, context)]
    return sorted(dict.fromkeys(found), key=lambda finding: _ORDER[finding.severity])
