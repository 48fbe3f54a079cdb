"""schema.org's vocabulary, offline: which types and properties there are, and what belongs to what.

The facts are in ``data/schemaorg.json``, with their source, version and licence.
"""

import json
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "schemaorg.json"
#: Kinds of plain values. A property that allows any of them may hold text: "for better or worse" (schema.org/docs).
PLAIN = frozenset("Boolean Date DateTime Number Text Time URL Integer Float CssSelectorType XPathType".split())
#: Measures, which are written as text too: PT20M, 3 km.
PLAIN |= {"Duration", "Distance", "Energy", "Mass", "Quantity"}
#: Types that may stand between a thing and a property's value, whatever the property.
ANYWHERE = frozenset({"Role", "OrganizationRole", "PerformanceRole", "LinkRole", "EmployeeRole"})


@cache
def _data() -> dict:
    return json.loads(DATA.read_text(encoding="utf-8"))


def short(name: str) -> str:
    """Return a type's or a value's name without schema.org's address."""
    for start in ("https://schema.org/", "http://schema.org/", "schema:"):
        name = name.removeprefix(start)
    return name


def is_type(name: str) -> bool:
    return short(name) in _data()["types"]


def is_property(name: str) -> bool:
    return name in _data()["values"]


@cache
def kinds(name: str) -> frozenset[str]:
    """Return the type ``name`` and all the types it is a kind of."""
    parents = _data()["types"].get(short(name), "").split()
    return frozenset({short(name)}.union(*(kinds(parent) for parent in parents)))


@cache
def properties(name: str) -> frozenset[str]:
    """Return the properties that a thing of type ``name`` may have."""
    own = _data()["properties"]
    return frozenset(label for kind in kinds(name) for label in own.get(kind, "").split())


def allowed(label: str) -> frozenset[str]:
    """Return the types that the values of a property may have. Empty for an unknown property."""
    return frozenset(_data()["values"].get(label, "").split())


def allows(label: str, name: str) -> bool:
    """Say whether a thing of type ``name`` may be a value of the property ``label``."""
    above = kinds(name)
    return bool(above & (allowed(label) | ANYWHERE))


def allows_text(label: str, text: str) -> bool:
    """Say whether ``text`` may be a value of the property: text where text may stand, else a member or address."""
    permitted = allowed(label)
    if permitted & PLAIN or not permitted:
        return True
    member = _data()["members"].get(short(text))
    if member:
        return bool(kinds(member) & permitted)
    # An address names the thing meant; for values that schema.org lists, only its own will do.
    return "://" in text and "Enumeration" not in frozenset().union(*(kinds(kind) for kind in permitted))


def superseded_by(label: str) -> str:
    return _data()["superseded"].get(label, "")
