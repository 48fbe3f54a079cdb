"""What several tests do: streams as they are stored, answers as parsed HTML, blocks as they are rendered."""

import json
import uuid

from bs4 import BeautifulSoup
from django.template import Context, Template

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
