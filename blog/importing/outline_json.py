"""Outline <-> JSON, for a screen or a job that keeps an outline for a while. Bytes of media stay outside."""

import datetime
import types
import typing
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from blog.importing import nodes
from blog.importing.outline import Facts, MediaFile, Node, Outline, Reason

_KINDS = {kind.__name__: kind for kind in typing.get_args(Node)}
_TYPES = {
    kind: typing.get_type_hints(kind, vars(nodes)) for kind in (*_KINDS.values(), *nodes.PIECES, Facts, Outline, Reason)
}


def to_json(outline: Outline) -> dict:
    """A dict of JSON's own types. A node is a dict of its fields with its class's name as "kind".

    ``media`` keeps names and types only: keep the bytes elsewhere and hand them to ``from_json``.
    """
    return _plain(outline)


def node_to_json(node: Node) -> dict:
    """One node, as within ``to_json``."""
    return _plain(node)


def from_json(data: dict, media: Iterable[MediaFile] = ()) -> Outline:
    """The outline that ``to_json`` wrote down, with its media again.

    Raises: ValueError: the data has another shape.
    """
    if not isinstance(data, dict):
        raise ValueError("An outline is an object.")
    return _typed(Outline, data | {"media": []}, "outline", {"media": tuple(media)})


def node_from_json(data: dict) -> Node:
    """One node. Raises: ValueError: the data has another shape."""
    return _typed(Node, data, "node")


def _plain(value):
    if isinstance(value, MediaFile):
        return {"name": value.name, "content_type": value.content_type}
    if is_dataclass(value):
        found = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"kind": type(value).__name__, **found} if type(value).__name__ in _KINDS else found
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _typed(wanted, value, where: str, known: dict | None = None):
    """A value of JSON as the type that a field is declared with."""
    if wanted is Node:
        kind = _KINDS.get(str(value.get("kind"))) if isinstance(value, dict) else None
        if kind is None:
            raise ValueError(f"{where}: no kind of part is called that.")
        return _typed(kind, {name: inner for name, inner in value.items() if name != "kind"}, where)
    if is_dataclass(wanted):
        return _dataclass(wanted, value, where, known or {})
    if typing.get_origin(wanted) is tuple:
        return _tuple(wanted, value, where)
    if isinstance(wanted, types.UnionType):
        choices = typing.get_args(wanted)
        return None if value is None else _typed(choices[0], value, where)
    return _atom(wanted, value, where)


def _dataclass(wanted, value, where: str, known: dict):
    if not isinstance(value, dict):
        raise ValueError(f"{where}: an object was expected.")
    declared = _TYPES[wanted]
    value = {name: inner for name, inner in value.items() if name != "kind" or "kind" in declared}
    if strange := value.keys() - declared.keys():
        raise ValueError(f"{where}: there is no {min(map(str, strange))}.")
    rest = {name: inner for name, inner in value.items() if name not in known}
    found = {name: _typed(declared[name], inner, f"{where}.{name}") for name, inner in rest.items()}
    try:
        return wanted(**found, **known)
    except TypeError as error:
        raise ValueError(f"{where}: something is missing.") from error


def _tuple(wanted, value, where: str) -> tuple:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{where}: a list was expected.")
    (inner, *_) = typing.get_args(wanted)
    return tuple(_typed(inner, each, f"{where}[{at}]") for at, each in enumerate(value))


def _atom(wanted, value, where: str):
    if wanted is datetime.date and isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"{where}: this is no date.") from error
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ValueError(f"{where}: {wanted.__name__} was expected.")
    return value
