"""The call to action an article ends with."""

import re
from dataclasses import replace
from html import unescape

from blog.importing.outline import LONGEST_LABEL, Button, Faq, Heading, Invitation, Node, Prose, plain
from blog.importing.recognise.questions import is_faq_heading
from blog.importing.recognise.quotes import read_quote
from blog.importing.recognise.words import is_question, quoted, sentences, words

_MEETING = (
    r"(?:consultations?|consult|appointments?|sessions?|calls?|visits?|assessments?|conversations?|chat|meetings?)"
)
_BOOK = rf"(?:schedule|book|arrange|request|set up|reserve)(?: [\w'’-]+){{0,5}}? {_MEETING}\b"
_OUR_TEAM = r"our (?:[\w'’-]+ )?(?:team|practice|clinic|office|staff|\w*therapists?|counsell?ors?)|our [\w'’-]+"
_REACH = (
    r"(?:call|contact|message|email|e-mail|phone|ring|text|visit|write to|speak to|speak with|talk to) "
    rf"(?:us|me|{_OUR_TEAM}|today|now)\b"
)
_TOUCH = rf"(?:get in touch|reach out|be in touch)(?: (?:with|to) (?:us|me|{_OUR_TEAM}))?\b"
_STEP = r"(?:take|make) (?:the|your|that) (?:first|next) (?:step|move)\b"
_AT_A_CLAUSE = (
    r"(?:^|(?<=[,;:—–] )|(?<=\band )|(?<=\bor )|(?<=\bplease )|(?<=\bthen )|(?<=\bfree to )|(?<=\bhesitate to ))"
)
_CONTACT = re.compile(rf"(?i){_AT_A_CLAUSE}(?P<label>{_BOOK}|{_REACH}|{_TOUCH})")
_FIRST_STEP = re.compile(rf"(?i){_AT_A_CLAUSE}(?P<label>{_STEP})")
_ADDRESSES_US = re.compile(rf"(?i)\b(?:us|we|our|me|today|now|{_MEETING[3:-1]})\b")
_ELSEWHERE = re.compile(
    r"(?i)\b(?:gp|doctor|physician|emergency|crisis|911|999|112|988|ambulance|samaritans|lifeline|"
    r"a (?:friend|loved one))\b"
)
_LINK = re.compile(r'<a href="([^"]*)">')
_MOST_SENTENCES, _MOST_WORDS = 2, 60


def read_invitation(paragraph: str) -> Invitation | None:
    """The call to action a paragraph of inline HTML is: short, and asking the reader to get in contact.

    Advice to see a doctor or to call a crisis line is not one.
    """
    text = plain(paragraph)
    if len(words(text)) > _MOST_WORDS or len(sentences(text)) > _MOST_SENTENCES or _ELSEWHERE.search(text):
        return None
    if is_question(text) or read_quote(text):
        return None
    for sentence in sentences(text):
        label = _label(sentence)
        if label and len(label) <= LONGEST_LABEL:
            label = label[0].upper() + label[1:]
            return Invitation(paragraph, label, buttons=_buttons(paragraph, label))
    return None


def _buttons(paragraph: str, label: str) -> tuple[Button, ...]:
    """The button of a paragraph with one link, which leads where that link leads."""
    addresses = dict.fromkeys(unescape(address) for address in _LINK.findall(paragraph))
    return (Button(label, next(iter(addresses))),) if len(addresses) == 1 else ()


def _label(sentence: str) -> str:
    if contact := _CONTACT.search(sentence):
        return contact["label"]
    step = _FIRST_STEP.search(sentence)
    return step["label"] if step and _ADDRESSES_US.search(sentence) else ""


def take_invitations(nodes: list[Node]) -> tuple[list[Node], list[str]]:
    """Nodes whose closing paragraph before the questions and answers, and at the end, became an invitation.

    One that closes the last answer is taken out of it: it speaks for the whole article.
    """
    found: list[Node] = []
    for at, node in enumerate(nodes):
        following = nodes[at + 1 : at + 2]
        is_last = not following or isinstance(following[0], Faq)
        is_last = is_last or (isinstance(following[0], Heading) and is_faq_heading(following[0].text))
        found += _without_invitation(node) if is_last else [node]
    labels = [node.label for node in found if isinstance(node, Invitation) and node not in nodes]
    return found, [
        f"The button of the closing invitation says {quoted(label)}: a guess from its text." for label in labels
    ]


def _without_invitation(node: Node) -> list[Node]:
    """A node and the invitation it ended with, if there was one."""
    if isinstance(node, Prose) and (invitation := read_invitation(node.paragraphs[-1])):
        return [Prose(node.paragraphs[:-1]), invitation] if node.paragraphs[1:] else [invitation]
    if isinstance(node, Faq):
        *items, last = node.items
        kept, between, closing = last.answer_html.rpartition("</p><p>")
        invitation = read_invitation(closing.removesuffix("</p>")) if between and closing.endswith("</p>") else None
        if invitation:
            return [replace(node, items=(*items, replace(last, answer_html=f"{kept}</p>"))), invitation]
    return [node]
