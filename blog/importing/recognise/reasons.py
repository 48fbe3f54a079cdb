"""Why each part of an outline is what it is, in a sentence for an editor."""

from collections.abc import Mapping

from blog.importing.outline import (
    BulletList,
    Faq,
    Heading,
    Invitation,
    Node,
    Prose,
    Quote,
    Reason,
    texts_of,
)


def key_of(node: Node) -> tuple[str, str]:
    """What a node is known by while its neighbours change."""
    return type(node).__name__, next(filter(None, texts_of(node)), "")


def explain(nodes: list[Node], told: Mapping[tuple[str, str], Reason]) -> tuple[Reason, ...]:
    """One reason for each node: what is ``told`` of it, or what its kind is known by."""
    return tuple(_reason(node, told.get(key_of(node))) for node in nodes)


def _reason(node: Node, told: Reason | None) -> Reason:
    match node:
        case Heading(is_guess=True):
            return Reason("It reads like a heading; its level or kind is a guess.", is_sure=False)
        case Quote(speaker="") if told is None:
            return Reason("A paragraph in quotation marks; it names no speaker.", is_sure=False)
        case Invitation(buttons=()):
            return Reason(
                "The closing paragraph asks the reader to get in touch; the button is a guess.", is_sure=False
            )
    return told or Reason(_KNOWN_BY.get(type(node), "The document says so itself."))


_KNOWN_BY = {
    Heading: "A short line without a full stop, with text under it.",
    Prose: "Paragraphs of text.",
    BulletList: "Lines or paragraphs that begin with a list's marks.",
    Quote: "A paragraph in quotation marks, with who said it.",
    Faq: "Questions, each followed by its answer.",
    Invitation: "The closing paragraph asks the reader to get in touch.",
}
