"""What several tests do: streams as they are stored, answers as parsed HTML, blocks as they are rendered."""

import json
import uuid
from collections import defaultdict

from bs4 import BeautifulSoup
from django.template import Context, Template
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import querydict_from_html

from hub.core.blocks import BodyBlock, parts

BODY = BodyBlock()
BLOCK_NAMES = list(BODY.child_blocks)


def stream(*children) -> str:
    """Return ``(block, value)`` pairs as the database keeps a stream; every child and list item has an id."""
    return json.dumps([{"type": block, "value": _stored(value), "id": str(uuid.uuid4())} for block, value in children])


def _stored(value):
    if isinstance(value, dict):
        return value if "columns" in value else {name: _stored(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [{"type": "item", "value": _stored(item), "id": str(uuid.uuid4())} for item in value]
    return value


def graph(answer) -> dict[str, list[dict]]:
    """Return the nodes of the one JSON-LD graph of a page, by type."""
    scripts = soup(answer).find_all("script", type="application/ld+json")
    assert len(scripts) == 1, f"Expected one graph, found {len(scripts)}."
    found = defaultdict(list)
    for node in json.loads(scripts[0].string)["@graph"]:
        for kind in [node["@type"]] if isinstance(node["@type"], str) else node["@type"]:
            found[kind].append(node)
    return found


def soup(answer) -> BeautifulSoup:
    """Return the HTML of a response or a string, parsed."""
    return BeautifulSoup(answer if isinstance(answer, str) else answer.content, "html.parser")


def rendered(*children, request=None) -> BeautifulSoup:
    """Return a body of ``(block, value)`` pairs as a page shows it, parsed."""
    body = BODY.to_python(json.loads(stream(*children)))
    template = Template('{% include "core/body.html" %}')
    return soup(template.render(Context({"parts": parts(body), "request": request})))


def restricted(page, **how):
    """Make ``page`` private: by login, or as ``how`` says. Return it."""
    page.view_restrictions.create(**{"restriction_type": "login", **how})
    return page


def filled_in(form, model, fields):
    """Return what a browser sends of a page's form as it is offered, its streams empty, with ``fields`` on top."""
    data = querydict_from_html(form.content.decode(), form_id="page-edit-form")
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            data[f"{field.name}-count"] = "0"
    for name, value in fields.items():
        data[name] = value
    return data
