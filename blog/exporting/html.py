"""Outline -> a complete HTML page that reads well on its own, in any browser, from a folder.

Every block is an element of class ``hub-<name>`` with ``data-block="<name>"``; inside it each field is an element with
``data-field``, by ``blog.importing.readers.own.fields``. ``blog.importing.readers.own.web`` reads it back. The rest is
plain: headings ``h2`` to ``h4`` and ``div.hub-text`` of paragraphs.
"""

from html import escape
from pathlib import Path

from blog.exporting.surroundings import Surroundings
from blog.importing.outline import NUMBERS, BulletList, Heading, Invitation, Node, Outline, Prose, SharedInvitation
from blog.importing.readers.own.facts import FORMAT_NAME, to_dict
from blog.importing.readers.own.fields import NAMES, NODES, RECORDS, Field, Kind

_STYLE = (Path(__file__).parent / "article.css").read_text()
_ALONE = Surroundings()
#: What an element is where it is not a paragraph.
_TAGS = {"heading": "h3", "question": "h4", "title": "b", "term": "b", "figure": "b", "label": "b"}
_FACTS = {
    "date": "Published",
    "updated": "Updated",
    "what_changed": "What changed",
    "author": "By",
    "reviewer": "Reviewed by",
    "reviewed": "Reviewed",
    "review_due": "Next review",
    "content_note": "Before you read",
    "slug": "Address",
    "description": "Description",
    "seo_title": "Title for search engines",
    "focus_phrase": "Focus phrase",
    "excerpt": "Summary",
    "noindex": "Kept out of search",
}


def document(outline: Outline, around: Surroundings = _ALONE) -> bytes:
    """An HTML file of an article. UTF-8."""
    told = to_dict(outline)
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="format" content="{FORMAT_NAME}">',
        f"<title>{_text(outline.title)}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        f'<article data-format="{FORMAT_NAME}">',
        "<header>",
        f'<h1 data-fact="title">{_text(outline.title)}</h1>',
        *([f'<p class="standfirst" data-fact="standfirst">{_text(outline.subtitle)}</p>'] if outline.subtitle else []),
        *_picture(told.get("picture")),
        "</header>",
        "<main>",
        *(_node(node, around) for node in outline.nodes),
        "</main>",
        "<footer>",
        *_references(outline),
        *_facts(told),
        "</footer>",
        "</article>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _text(text: object) -> str:
    """Text as HTML; white space that a browser or a parser would drop at the edges is written out."""
    return "".join(f"&#{ord(c)};" if c.isspace() and c != " " else c for c in escape(str(text)))


def _picture(told: dict | None) -> list[str]:
    if not told:
        return []
    decorative = ' data-decorative=""' if told.get("is_decorative") else ""
    return [f'<img data-fact="picture" src="{_text(told["source"])}" alt="{_text(told.get("alt", ""))}"{decorative}>']


def _references(outline: Outline) -> list[str]:
    items = outline.facts.references
    return [f"<h2>References</h2>\n{_records('references', items, 'data-fact')}"] if items else []


def _facts(told: dict) -> list[str]:
    """The facts as a list of terms, those of several values a line each."""
    lines = []
    for name, label in _FACTS.items():
        if name in told:
            value = "yes" if told[name] is True else _text(told[name])
            lines.append(f'<div><dt>{label}</dt><dd data-fact="{name}">{value}</dd></div>')
    for name, label in (("topics", "Topic"), ("related", "Related")):
        for value in told.get(name, ()):
            shown = f'<a href="{_text(value)}">{_text(value)}</a>' if name == "related" else _text(value)
            lines.append(f'<div><dt>{label}</dt><dd data-fact="{name}">{shown}</dd></div>')
    return ["<dl>", *lines, "</dl>"] if lines else []


def body(nodes: tuple[Node, ...], around: Surroundings = _ALONE) -> str:
    """The nodes of an outline as HTML."""
    return "\n".join(_node(node, around) for node in nodes)


def _node(node: Node, around: Surroundings) -> str:
    match node:
        case Heading(text, level):
            level = min(max(level, 2), 4)
            return f"<h{level}>{_text(text)}</h{level}>"
        case Prose(paragraphs):
            inside = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            return f'<div class="hub-text" data-block="text">\n{inside}\n</div>'
    name = NAMES[type(node)]
    fields = NODES[name][1]
    choices = "".join(f' data-{field.name}="{getattr(node, field.name)}"' for field in fields if field.kind == "choice")
    inside = [shown for field in fields if (shown := _field(node, field, around))]
    if isinstance(node, SharedInvitation) and (shared := around.invitations.get(node.name)):
        inside.append(_shown(shared))
    return "\n".join([f'<section class="hub-{name}" data-block="{name}"{choices}>', *inside, "</section>"])


def _shown(invitation: Invitation) -> str:
    """A shared invitation for those who read the file; nothing of it is read back."""
    links = "".join(f"<li>{_link(button.address, button.label)}</li>" for button in invitation.all_buttons)
    return f"<p>{_text(invitation.heading)}</p>\n{invitation.text}\n<ul>{links}</ul>"


def _link(address: str, label: str = "", attributes: str = "") -> str:
    return f'<a{attributes} href="{_text(address)}">{_text(label or address)}</a>'


def _field(node, field: Field, around: Surroundings) -> str:
    """A field as an element; "" where it says nothing."""
    value = getattr(node, field.name)
    if isinstance(node, Invitation) and field.name == "buttons":
        value = node.all_buttons
    mark = f'data-field="{field.name}"'
    match field.kind:
        case Kind.RECORDS:
            return _records(field.name, value)
        case Kind.ADDRESSES:
            links = "".join(f"<li>{_link(address, around.title(address))}</li>" for address in value)
            return f"<ul {mark}>{links}</ul>"
        case Kind.CELLS:
            return f"<table><thead><tr {mark}>{_cells(value, 'th')}</tr></thead>"
        case Kind.ROWS:
            rows = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in value)
            return f"<tbody {mark}>{rows}</tbody></table>"
        case Kind.ITEMS:
            tag = "ol" if isinstance(node, BulletList) and node.style == NUMBERS else "ul"
            return f"<{tag} {mark}>{''.join(f'<li>{item}</li>' for item in value)}</{tag}>"
    return _single(node, field, value, mark, around) if value else ""


def _cells(values: tuple[str, ...], tag: str) -> str:
    return "".join(f"<{tag}>{_text(value)}</{tag}>" for value in values)


def _single(node, field: Field, value, mark: str, around: Surroundings) -> str:
    match field.kind:
        case Kind.RICH:
            inside = value if value.startswith(("<p", "<ul", "<ol")) else f"<p>{value}</p>"
            return f"<div {mark}>{inside}</div>"
        case Kind.LINES:
            paragraphs = (_text(part).replace("&#10;", "<br>") for part in value.split("\n\n"))
            return f"<blockquote {mark}>{''.join(f'<p>{part}</p>' for part in paragraphs)}</blockquote>"
        case Kind.ADDRESS:
            return f"<p>{_link(value, around.title(value), f' {mark}')}</p>"
        case Kind.PICTURE:
            return f'<img {mark} src="{_text(value)}" alt="{_text(getattr(node, "alt", ""))}">'
        case Kind.FLAG:
            return f"<p {mark}>{field.name.removeprefix('is_').capitalize()}</p>"
        case Kind.CHOICE:
            return ""
    tag = _TAGS.get(field.name, "span")
    element = f"<{tag} {mark}>{_text(value)}</{tag}>"
    return element if tag.startswith("h") else f"<p>{element}</p>"


def _records(name: str, records: tuple, attribute: str = "data-field") -> str:
    lines = []
    for record in records:
        fields = RECORDS[type(record)]
        lines.append(f"<li>{''.join(_field(record, field, _ALONE) for field in fields)}</li>")
    return f'<ol {attribute}="{name}">' + "\n".join(lines) + "</ol>"
