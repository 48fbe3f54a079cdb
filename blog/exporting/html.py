"""Outline -> a complete HTML page that reads well on its own, in any browser, from a folder.

Every block is an element of class ``hub-<name>`` with ``data-block="<name>"``; inside it each field is an element with
``data-field``, by ``blog.importing.readers.own.fields``. ``blog.importing.readers.own.web`` reads it back. The rest is
plain: headings ``h2`` to ``h4`` and ``div.hub-text`` of paragraphs.
"""

from html import escape
from pathlib import Path
from urllib.parse import quote

from blog.exporting.surroundings import Surroundings
from blog.importing.outline import NUMBERS, BulletList, Heading, Invitation, Node, Outline, Prose, SharedInvitation
from blog.importing.readers.own.facts import FORMAT_NAME, to_dict
from blog.importing.readers.own.fields import NAMES, NODES, RECORDS, Field, Kind
from hub.core.addresses import href

_STYLE = (Path(__file__).parent / "article.css").read_text()
_ALONE = Surroundings()
#: What an element is where it is not a paragraph.
_TAGS = {"title": "b", "term": "b", "figure": "b", "label": "b"}
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
        "<main>",
        f'<article data-format="{FORMAT_NAME}">',
        "<header>",
        f'<h1 data-fact="title">{_text(outline.title)}</h1>',
        *([f'<p class="standfirst" data-fact="standfirst">{_text(outline.subtitle)}</p>'] if outline.subtitle else []),
        *_picture(told.get("picture")),
        "</header>",
        f'<div data-part="text">\n{body(outline.nodes, around)}\n</div>',
        "<footer>",
        *_references(outline),
        *_facts(told),
        "</footer>",
        "</article>",
        "</main>",
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
    return ["<h2>References</h2>", _Body().records(items, 'data-fact="references"')] if items else []


def _facts(told: dict) -> list[str]:
    """The facts as a list of terms, those of several values a line each."""
    lines = []
    for name, label in _FACTS.items():
        if name in told:
            value = "yes" if told[name] is True else _text(told[name])
            lines.append(f'<div><dt>{label}</dt><dd data-fact="{name}">{value}</dd></div>')
    for name, label in (("topics", "Topics"), ("related", "Related")):
        values = [_link(value) if name == "related" else _text(value) for value in told.get(name, ())]
        if values:
            shown = "".join(f'<dd data-fact="{name}">{value}</dd>' for value in values)
            lines.append(f"<div><dt>{label}</dt>{shown}</div>")
    return ["<dl>", *lines, "</dl>"] if lines else []


def body(nodes: tuple[Node, ...], around: Surroundings = _ALONE) -> str:
    """The nodes of an outline as HTML."""
    return _Body(around).html(nodes)


def _shown(invitation: Invitation) -> str:
    """A shared invitation for those who read the file; nothing of it is read back."""
    links = "".join(f"<li>{_link(button.address, button.label)}</li>" for button in invitation.all_buttons)
    return f"<p>{_text(invitation.heading)}</p>\n{invitation.text}\n<ul>{links}</ul>"


def _link(address: str, label: str = "", attributes: str = "") -> str:
    target = _target(address)
    own = f' data-address="{_text(address)}"' if target != address else ""
    return f'<a{attributes} href="{_text(target)}"{own}>{_text(label or address)}</a>'


def _target(address: str) -> str:
    """Where a browser has to go for what somebody typed: a telephone number is tel:…"""
    try:
        return href(address)
    except ValueError:
        return quote(address, safe="/:?#[]@!$&'()*+,;=%-._~")


def _cells(values: tuple[str, ...], tag: str) -> str:
    return "".join(f"<{tag}>{_text(value)}</{tag}>" for value in values)


class _Body:
    """Writes nodes. No level of headings is skipped: a heading says its own where the page shows another."""

    def __init__(self, around: Surroundings = _ALONE):
        self.around = around
        self.section = 1
        self.is_headed = False

    def html(self, nodes: tuple[Node, ...]) -> str:
        return "\n".join(map(self.node, nodes))

    def node(self, node: Node) -> str:
        match node:
            case Heading(text, level):
                self.section = min(max(level, 2), 4, self.section + 1)
                own = f' data-level="{level}"' if level != self.section else ""
                return f"<h{self.section}{own}>{_text(text)}</h{self.section}>"
            case Prose(paragraphs):
                inside = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
                return f'<div class="hub-text" data-block="text">\n{inside}\n</div>'
        name = NAMES[type(node)]
        fields = NODES[name][1]
        self.is_headed = False
        choices = "".join(f' data-{each.name}="{getattr(node, each.name)}"' for each in fields if each.kind == "choice")
        inside = [shown for each in fields if (shown := self.field(node, each))]
        if isinstance(node, SharedInvitation) and (shared := self.around.invitations.get(node.name)):
            inside.append(_shown(shared))
        return "\n".join([f'<div class="hub-{name}" data-block="{name}"{choices}>', *inside, "</div>"])

    def field(self, node, field: Field) -> str:
        """A field as an element; "" where it says nothing."""
        value = node.all_buttons if isinstance(node, Invitation) and field.name == "buttons" else None
        value = getattr(node, field.name) if value is None else value
        mark = f'data-field="{field.name}"'
        match field.kind:
            case Kind.RECORDS:
                return self.records(value, mark)
            case Kind.ADDRESSES:
                links = "".join(f"<li>{_link(address, self.around.title(address))}</li>" for address in value)
                return f"<ul {mark}>{links}</ul>"
            case Kind.CELLS:
                return f"<table><thead><tr {mark}>{_cells(value, 'th')}</tr></thead>"
            case Kind.ROWS:
                rows = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in value)
                return f"<tbody {mark}>{rows}</tbody></table>"
            case Kind.ITEMS:
                tag = "ol" if isinstance(node, BulletList) and node.style == NUMBERS else "ul"
                return f"<{tag} {mark}>{''.join(f'<li>{item}</li>' for item in value)}</{tag}>"
        return self.single(node, field, value, mark) if value else ""

    def single(self, node, field: Field, value, mark: str) -> str:
        match field.kind:
            case Kind.RICH:
                inside = value if value.startswith(("<p", "<ul", "<ol")) else f"<p>{value}</p>"
                return f"<div {mark}>{inside}</div>"
            case Kind.LINES:
                paragraphs = (_text(part).replace("&#10;", "<br>") for part in value.split("\n\n"))
                return f"<blockquote {mark}>{''.join(f'<p>{part}</p>' for part in paragraphs)}</blockquote>"
            case Kind.ADDRESS:
                return f"<p>{_link(value, self.around.title(value), f' {mark}')}</p>"
            case Kind.PICTURE:
                return f'<img {mark} src="{_text(value)}" alt="{_text(getattr(node, "alt", ""))}">'
            case Kind.FLAG:
                return f"<p {mark}>{field.name.removeprefix('is_').capitalize()}</p>"
            case Kind.CHOICE:
                return ""
        if field.name in ("heading", "question"):
            level = min(self.section + 1 + (field.name == "question" and self.is_headed), 6)
            self.is_headed = field.name == "heading" or self.is_headed
            return f"<h{level} {mark}>{_text(value)}</h{level}>"
        tag = _TAGS.get(field.name, "span")
        return f"<p><{tag} {mark}>{_text(value)}</{tag}></p>"

    def records(self, records: tuple, mark: str) -> str:
        lines = []
        for record in records:
            fields = RECORDS[type(record)]
            lines.append(f"<li>{''.join(self.field(record, each) for each in fields)}</li>")
        return f"<ol {mark}>" + "\n".join(lines) + "</ol>"
