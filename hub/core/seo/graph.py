"""JSON-LD: the nodes every page has, and how a graph is written down. Pure functions: plain values in, dicts out.

Every page is one ``@graph``. Its nodes know each other by ``@id``, an absolute address with a fragment, and every
``@id`` that is referred to stands in the same graph. Empty values are left out.

Sources: schema.org; JSON-LD 1.1 (W3C); Google Search Central, "Structured data" (November 2026). There is no
``SearchAction``: Google ended the search box below results in November 2024.
"""

import json
from collections.abc import Iterable, Sequence

from .head import Picture

CONTEXT = "https://schema.org"

#: In JSON these are the same letters; in HTML they can't end the script element or open a comment in it.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def written(nodes: Iterable[dict]) -> str:
    """Return the graph as JSON that may stand inside a ``script`` element, whatever its texts say."""
    graph = {"@context": CONTEXT, "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair can't be sent; a reader would see the same sign in its place.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_ESCAPES)


def node(kind: str | Sequence[str], identity: str = "", **properties) -> dict:
    """Return a node with what ``properties`` say; those without a value are left out."""
    kinds = kind if isinstance(kind, str) else list(dict.fromkeys(kind))
    if not isinstance(kinds, str) and len(kinds) == 1:
        kinds = kinds[0]
    named = {"@type": kinds} | ({"@id": identity} if identity else {})
    return named | {name: value for name, value in properties.items() if value not in ("", None, [], {}, ())}


def reference(identity: str) -> dict | None:
    """Return what points at the node ``identity``; None for none."""
    return {"@id": identity} if identity else None


def references(identities: Iterable[str]) -> list[dict] | dict | None:
    """Return what points at several nodes: one alone is no list."""
    found = [{"@id": identity} for identity in identities if identity]
    return found[0] if len(found) == 1 else found or None


def website(home: str, name: str, language: str, tagline: str = "") -> dict:
    """Return the site itself. ``home`` is its address, absolute, with a slash at the end."""
    return node(
        "WebSite",
        f"{home}#website",
        url=home,
        name=name,
        alternateName=tagline,
        publisher=reference(f"{home}#practice"),
        inLanguage=language,
    )


def webpage(url: str, home: str, name: str, kinds: Sequence[str] = ("WebPage",), **properties) -> dict:
    """Return the page at ``url``; ``properties`` are those of schema.org/WebPage and of its other types."""
    return node(kinds, f"{url}#page", url=url, name=name, isPartOf=reference(f"{home}#website"), **properties)


def breadcrumbs(url: str, steps: Sequence[tuple[str, str]]) -> dict | None:
    """Return the way from the home page, ``steps`` being (label, absolute address), the last of them the page itself.

    None for fewer than two steps.
    """
    if len(steps) < 2:
        return None
    found = [
        {"@type": "ListItem", "position": place, "name": label, "item": address}
        for place, (label, address) in enumerate(steps, 1)
    ]
    # The last step is the page itself.
    del found[-1]["item"]
    return node("BreadcrumbList", f"{url}#breadcrumb", itemListElement=found)


def item_list(url: str, items: Sequence[tuple[str, str]], first: int = 1, total: int | None = None) -> dict | None:
    """Return a listing of pages, ``items`` being (title, absolute address) from the position ``first`` on."""
    if not items:
        return None
    found = [
        {"@type": "ListItem", "position": place, "name": title, "url": address}
        for place, (title, address) in enumerate(items, first)
    ]
    return node("ItemList", f"{url}#list", numberOfItems=total or len(found), itemListElement=found)


def image(identity: str, picture: Picture, caption: str = "", credit: str = "") -> dict:
    """Return a picture that the page shows or is shared with."""
    return node(
        "ImageObject",
        identity,
        contentUrl=picture.url,
        width=picture.width,
        height=picture.height,
        caption=caption,
        creditText=credit,
    )
