"""The structured data of a page as nodes: which there are, of which types, what names what. Pure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

#: Properties whose value is an address.
ADDRESSES = ("url", "contentUrl", "thumbnailUrl", "embedUrl", "item", "sameAs", "mainEntityOfPage", "image", "logo")


def as_list(value) -> list:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, eq=False)
class Node:
    """One thing that the data describes; ``path`` says where it stands."""

    values: dict
    path: str

    @property
    def types(self) -> list[str]:
        return [str(kind) for kind in as_list(self.values.get("@type"))]

    @property
    def id(self) -> str:
        return str(self.values.get("@id") or "")

    @property
    def properties(self) -> dict:
        return {name: value for name, value in self.values.items() if not name.startswith("@")}

    @property
    def is_reference(self) -> bool:
        return bool(self.id) and {*self.values} == {"@id"}

    @property
    def name(self) -> str:
        """How a sentence calls the node."""
        return "/".join(self.types) or self.id or "a node without a type"

    def texts(self, name: str) -> list[str]:
        return [value for value in as_list(self.values.get(name)) if isinstance(value, str)]

    def text(self, name: str) -> str:
        return next(iter(self.texts(name)), "")


@dataclass(frozen=True)
class Graph:
    """What the scripts of a page hold, read; ``faults`` says which could not be read."""

    roots: tuple = ()
    faults: tuple[str, ...] = ()
    contexts: tuple = ()
    raw: tuple[str, ...] = field(default=())

    @cached_property
    def nodes(self) -> list[Node]:
        """All nodes, those inside others too, without bare references."""
        return [node for node in self.everything if not node.is_reference]

    @cached_property
    def everything(self) -> list[Node]:
        return [node for number, root in enumerate(self.roots) for node in _walk(root, f"[{number}]")]

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes if node.id}

    def of_type(self, *kinds: str) -> list[Node]:
        return [node for node in self.nodes if {*kinds} & {*node.types}]

    def followed(self, value) -> list[Node]:
        """Return the nodes that ``value`` is or refers to."""
        inner = [Node(item, "") for item in as_list(value) if isinstance(item, dict)]
        return [self.by_id.get(node.id, node) if node.is_reference else node for node in inner]

    def addresses(self) -> Iterator[str]:
        """Yield the addresses that properties hold."""
        for node in self.nodes:
            for name in ADDRESSES:
                yield from node.texts(name)


def _walk(value, path: str) -> Iterator[Node]:
    if isinstance(value, dict):
        yield Node(value, path)
        for name, inner in value.items():
            if not name.startswith("@") or name in {"@graph", "@list", "@set"}:
                yield from _walk(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{number}]")


def read(scripts: tuple[str, ...]) -> Graph:
    """Return what JSON-LD ``scripts`` hold; what can't be read becomes a fault, never an exception."""
    roots, faults, contexts = [], [], []
    for script in scripts:
        try:
            held = json.loads(script)
        except (ValueError, RecursionError) as error:
            faults.append(str(error))
            continue
        for part in as_list(held):
            if not isinstance(part, dict):
                faults.append("it is no object")
                continue
            contexts.append(part.get("@context"))
            roots += as_list(part["@graph"]) if "@graph" in part else [_without_context(part)]
    return Graph(tuple(roots), tuple(faults), tuple(contexts), tuple(scripts))


def _without_context(part: dict) -> dict:
    return {name: value for name, value in part.items() if name != "@context"}
