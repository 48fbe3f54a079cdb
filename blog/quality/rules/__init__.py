"""The rules that an article is held to, by group."""

from . import access, finding, reading, trust, unfinished
from .base import Context, Found, Rule

RULES: tuple[Rule, ...] = (*unfinished.RULES, *trust.RULES, *reading.RULES, *finding.RULES, *access.RULES)

__all__ = ["RULES", "Context", "Found", "Rule"]
