"""What an article says beside its text, as names and values: ``Facts`` <-> a dict of plain values <-> YAML.

A document of ours says ``format: hub-article 1`` first; that is how it is known.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, fields

import yaml

from blog.importing.outline import Facts, Outline, Picture, Reference, UnreadableDocument

FORMAT, FORMAT_NAME = "format", "hub-article 1"
LONGEST_FRONT_MATTER = 200_000

_DATES = ("date", "updated", "reviewed", "review_due")
_TRUE = ("true", "yes", "1")


class _Loader(yaml.BaseLoader):
    """Every scalar is text: a title "No" stays "No". Anchors are refused: a few of them can fill the memory."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("Anchors are not read.")
        return super().compose_node(parent, index)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def to_dict(outline: Outline) -> dict:
    """Title, standfirst and facts of an outline, in the order people look for them; empty ones are left out."""
    facts = outline.facts
    told = {FORMAT: FORMAT_NAME, "title": outline.title, "standfirst": outline.subtitle}
    for field in fields(Facts):
        value = getattr(facts, field.name)
        if field.name == "picture":
            value = _without_empty(asdict(value)) if value else None
        elif field.name == "references":
            value = [_without_empty(asdict(item)) for item in value]
        told[field.name] = list(value) if isinstance(value, tuple) else value
    return _without_empty(told)


def _without_empty(values: dict) -> dict:
    return {name: value for name, value in values.items() if value not in ("", None, False, [], ())}


def from_dict(told: Mapping) -> tuple[str, str, Facts]:
    """Title, standfirst and facts from such a dict, its values text or what YAML makes of it.

    Raises: UnreadableDocument: a date or year that is none, or a value of another shape.
    """
    found = {}
    for field in fields(Facts):
        if (value := told.get(field.name)) not in (None, ""):
            found[field.name] = _value(field.name, value)
    return _text("title", told.get("title", "")), _text("standfirst", told.get("standfirst", "")), Facts(**found)


def _value(name: str, value):
    if name in _DATES:
        return _date(name, value)
    if name in ("topics", "related"):
        return tuple(_text(name, entry) for entry in (value if isinstance(value, list | tuple) else [value]))
    if name == "references":
        return tuple(_reference(entry) for entry in _listed(name, value))
    if name == "picture":
        return _picture(value)
    return str(value).lower() in _TRUE if name == "noindex" else _text(name, value)


def _date(name: str, value) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value).strip()[:10])
    except ValueError as error:
        raise UnreadableDocument(f"“{name}” in the front matter is no date such as 2026-03-31.") from error


def _text(name: str, value) -> str:
    if isinstance(value, Mapping | list | tuple):
        raise UnreadableDocument(f"“{name}” in the front matter is no text.")
    return str(value)


def _listed(name: str, value) -> list:
    if not isinstance(value, list | tuple) or not all(isinstance(entry, Mapping) for entry in value):
        raise UnreadableDocument(f"“{name}” in the front matter is no list of entries.")
    return list(value)


def _reference(entry: Mapping) -> Reference:
    names = ("authors", "title", "published_in", "url")
    year = _text("year", entry.get("year", "") or "")
    if year and not (year.isascii() and year.isdecimal() and len(year) <= 4):
        raise UnreadableDocument(f"The year “{year[:20]}” in the references is no year.")
    texts = {name: _text(name, entry.get(name, "")) for name in names}
    return Reference(**texts, year=int(year) if year else None)


def _picture(value) -> Picture:
    if not isinstance(value, Mapping):
        return Picture(_text("picture", value))
    texts = {name: _text(name, value.get(name, "")) for name in ("source", "alt", "caption", "credit")}
    return Picture(**texts, is_decorative=str(value.get("is_decorative", "")).lower() in _TRUE)


def to_yaml(told: dict) -> str:
    return yaml.dump(told, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)


def from_yaml(text: str) -> dict:
    """The names and values of front matter.

    Raises: UnreadableDocument: it is too long, no YAML, or no list of names and values.
    """
    if len(text) > LONGEST_FRONT_MATTER:
        raise UnreadableDocument("The front matter is longer than any we know.")
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 - a loader that makes nothing but text
    except (yaml.YAMLError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        line = f" in line {where.line + 2}" if where else ""
        raise UnreadableDocument(f"The front matter can't be read{line}: it is not YAML.") from error
    if not isinstance(found, dict):
        raise UnreadableDocument("The front matter is no list of names and values.")
    return found
