"""What Markdown has no shape for, between ``::: name`` and ``:::``. Pure functions."""

import json
from html import escape

from blog.exporting.inline import escaped, inline, target, title
from blog.exporting.shapes import heading, lines, linked_list, list_item, rich, titled
from blog.exporting.surroundings import Surroundings
from blog.importing.outline import (
    NUMBERS,
    BulletList,
    Callout,
    Download,
    Faq,
    Invitation,
    KeyPoints,
    Node,
    PersonCard,
    Picture,
    Quote,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Step,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
)
from blog.importing.readers.own.citations import citation


def contained(node: Node, around: Surroundings) -> str:
    """A node between the marks of its container."""
    name, facts, pieces = _parts(node, around)
    told = " ".join(_fact(key, value) for key, value in facts.items() if value)
    opening = " ".join(filter(None, ("::: ", name, f"{{{told}}}" if told else ""))).replace("  ", " ", 1)
    return "\n\n".join(["\n".join(filter(None, [opening, *pieces[:1]])), *pieces[1:]]) + "\n:::"


def _fact(key: str, value) -> str:
    if value is True:
        return key
    return f"{key}={value if isinstance(value, int) else json.dumps(value, ensure_ascii=False)}"


def _parts(node: Node, around: Surroundings) -> tuple[str, dict, list[str]]:
    """The name of a node's container, the facts behind it, and what stands inside, empty pieces left out."""
    name, facts, *pieces = _text(node) or _aside(node) or _elsewhere(node, around)
    return name, facts, [piece for piece in pieces if piece]


def _title(text: str) -> str:
    return heading(text, 3) if text else ""


def _bold(text: str) -> str:
    return inline(f"<b>{escape(text)}</b>")


def _link(text: str, address: str) -> str:
    return f"[{escaped(text, starts_line=False)}]({target(address)})"


def _text(node: Node) -> tuple | None:
    match node:
        case Callout(tone, head, html):
            return f"callout {tone}", {}, _title(head), rich(html)
        case KeyPoints(head, points):
            return "key-points", {}, _title(head), linked_list(points, False)
        case Steps(head, items):
            return "steps", {}, _title(head), "\n\n".join(_step(number, item) for number, item in enumerate(items, 1))
        case Faq(head, items):
            asked = (f"### {heading(item.question, 1)[2:]}\n\n{rich(item.answer_html)}".strip() for item in items)
            return "faq", {}, heading(head, 2) if head else "", *asked
        case Term(term, also, definition):
            return "term", {"also": also}, _bold(term), rich(definition)
        case BulletList(introduction, style, items):
            return f"list {style}", {}, escaped(introduction), linked_list(items, style == NUMBERS)
        case Quote():
            facts = {"speaker": node.speaker, "role": node.role, "source": node.source_title, "url": node.source_url}
            return "quote", facts | {"year": node.year, "checked": node.verified}, lines(node.text)
    return None


def _step(number: int, step: Step) -> str:
    return list_item(f"{number}.", "\n\n".join(filter(None, (_bold(step.title), rich(step.html)))))


def _aside(node: Node) -> tuple | None:
    match node:
        case Statistic():
            facts = {"source": node.source_title, "url": node.source_url, "year": node.year}
            return "statistic", facts, _bold(node.figure), lines(node.meaning)
        case References(head, items):
            cited = (list_item(f"{number}.", titled(citation(item))) for number, item in enumerate(items, 1))
            return "sources", {}, _title(head), "\n".join(cited)
        case Table(caption):
            return "table", {"caption": caption}
        case Picture():
            facts = {"credit": node.credit, "decorative": node.is_decorative and bool(node.alt)}
            facts["undescribed"] = not node.is_decorative and not node.alt
            caption = f" {title(node.caption)}" if node.caption else ""
            return "picture", facts, f"![{escaped(node.alt, starts_line=False)}]({target(node.source)}{caption})"
        case Video():
            said = f"### Transcript\n\n{rich(node.transcript_html)}" if node.transcript_html else ""
            return "video", {"poster": node.poster}, _link(node.title, node.url), escaped(node.description), said
        case Download(source, head, description):
            return "download", {}, _link(head, source), escaped(description)
    return None


def _elsewhere(node: Node, around: Surroundings) -> tuple:
    match node:
        case Invitation(text, _, head):
            return "invitation", {}, _title(head), rich(text), _buttons(node)
        case SharedInvitation(name):
            shown = around.invitations.get(name)
            inside = (_title(shown.heading), rich(shown.text), _buttons(shown)) if shown else ()
            return "shared-invitation", {"name": name}, *inside
        case UrgentHelp(head, html):
            lines_of_help = "\n".join(list_item("-", escaped(line)) for line in around.crisis_lines)
            return "urgent-help", {}, _title(head), rich(html), lines_of_help
        case PersonCard(address, note):
            return "person", {}, _link(around.title(address), address), escaped(note)
        case RelatedArticles(addresses, head):
            links = "\n".join(list_item("-", _link(around.title(address), address)) for address in addresses)
            return "related", {}, _title(head), links
    raise TypeError(f"There is no container for {type(node).__name__}.")


def _buttons(invitation: Invitation) -> str:
    return "\n".join(list_item("-", _link(button.label, button.address)) for button in invitation.all_buttons)
