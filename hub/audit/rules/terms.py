"""Whether structured data speaks schema.org's language. The vocabulary is ours, offline: see ``vocabulary.py``."""

from .. import vocabulary
from ..answers import Subject
from ..findings import PAGE, Severity, shortened
from ..graphs import as_list


@PAGE("terms-type", Severity.ERROR)
def types_exist(page: Subject):
    """Every node has a type, and schema.org knows it."""
    for node in page.graph.nodes:
        if not node.types:
            yield f"{node.path} {shortened(node.id)} has no @type: say what it is."
        for kind in node.types:
            if not vocabulary.is_type(kind):
                yield f"schema.org knows no type {kind}: correct its name."


@PAGE("terms-property", Severity.ERROR)
def properties_exist(page: Subject):
    """Every property is one that schema.org knows, and belongs to the node's types or to what they are kinds of."""
    for node in page.graph.nodes:
        known = [kind for kind in node.types if vocabulary.is_type(kind)]
        own = frozenset().union(*(vocabulary.properties(kind) for kind in known))
        for name in node.properties:
            if not vocabulary.is_property(name):
                yield f"schema.org knows no property {name} ({node.name}): correct its name."
            elif known and name not in own:
                yield f"{name} is no property of {node.name}: move it to a node that may have it, or leave it out."


@PAGE("terms-value", Severity.ERROR)
def values_fit(page: Subject):
    """What a property holds is a thing or a listed value that schema.org expects there."""
    for node in page.graph.nodes:
        for name, value in node.properties.items():
            if not vocabulary.is_property(name):
                continue
            for item in page.graph.followed(value):
                if item.types and not any(vocabulary.allows(name, kind) for kind in item.types):
                    yield f"{name} of {node.name} holds {item.name}: {_expected(name)}."


@PAGE("terms-text", Severity.WARNING)
def texts_fit(page: Subject):
    """Where schema.org expects a thing or a listed value, no other text stands."""
    for node in page.graph.nodes:
        for name, value in node.properties.items():
            for text in as_list(value):
                if isinstance(text, str) and not vocabulary.allows_text(name, text):
                    yield f"{name} of {node.name} is the text “{shortened(text, 40)}”: {_expected(name)}."


def _expected(name: str) -> str:
    return f"schema.org expects {' or '.join(sorted(vocabulary.allowed(name)))}"


@PAGE("terms-superseded", Severity.WARNING)
def terms_are_current(page: Subject):
    """No property is one that schema.org has replaced."""
    for node in page.graph.nodes:
        for name in node.properties:
            if instead := vocabulary.superseded_by(name):
                yield f"{name} ({node.name}) is out of use: schema.org now says {instead}."
