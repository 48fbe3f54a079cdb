"""From the demo's vocabulary to stored stream values: keys become primary keys, list items get ids. Pure functions."""

import re
import uuid

_LINK = re.compile(r'href="(article|page):([a-z0-9-]+)"')
_KEYED = frozenset({"article", "page", "person", "picture", "document", "invitation"})


def stored(children, keys: dict[tuple[str, str], int], name: str) -> list[dict]:
    """Return stream children as the database keeps them.

    Args:    children: ``(block, value)`` pairs. keys: ``(kind, key)`` to primary key. name: of the page, from
             which each child's id is made, so that deep links into the demo never change.
    Raises:  KeyError: a key that no page, person or file answers to.
    """
    return [
        {"type": block, "value": _value(value, keys, f"{name}/{place}"), "id": _identity(f"{name}/{place}")}
        for place, (block, value) in enumerate(children)
    ]


def linked(html: str, keys: dict[tuple[str, str], int]) -> str:
    """Return text whose links by key are links by page."""
    return _LINK.sub(lambda match: f'linktype="page" id="{keys[match[1], match[2]]}"', html)


def _value(value, keys, name):
    if isinstance(value, str):
        return linked(value, keys)
    if isinstance(value, dict):
        if len(value) == 1 and (kind := next(iter(value))) in _KEYED and isinstance(value[kind], str):
            return _primary_key(kind, value[kind], keys)
        if "columns" in value:
            return value
        return {field: _value(inner, keys, f"{name}/{field}") for field, inner in value.items()}
    if isinstance(value, list):
        return [
            {"type": "item", "value": _value(item, keys, f"{name}/{place}"), "id": _identity(f"{name}/{place}")}
            for place, item in enumerate(value)
        ]
    return value


def _primary_key(kind, key, keys):
    if kind == "page" and ":" in key:
        kind, _, key = key.partition(":")
    return keys[kind, key]


def _identity(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:demo:{name}"))
