"""Whether structured data says what the page says.

Source: Google Search Central, "General structured data guidelines": don't mark up content that readers can't see.
"""

from urllib.parse import unquote

from .. import vocabulary
from ..answers import Subject
from ..documents import bare, squeezed
from ..findings import PAGE, Severity, shortened
from ..graphs import Node, as_list
from .dates import day_of

#: The parts of a postal address that stand on the page as they are. Countries are codes.
ADDRESS = ("streetAddress", "addressLocality", "addressRegion", "postalCode")

#: Things whose names are text for readers.
NAMED = ("Person", "Organization", "Place", "EducationalOccupationalCredential", "MedicalEntity", "DefinedTerm")


def _is(node: Node, kind: str) -> bool:
    return any(kind in vocabulary.kinds(name) for name in node.types)


@PAGE("agree-headline", Severity.ERROR)
def headline_is_heading(page: Subject):
    """An article's headline is the page's first heading."""
    for node in page.graph.nodes:
        headline = node.text("headline")
        if headline and squeezed(headline) not in {squeezed(heading) for heading in page.document.h1s}:
            yield f"The headline “{shortened(headline)}” is not the page's heading: let both say the same."


@PAGE("agree-address", Severity.ERROR)
def url_is_canonical(page: Subject):
    """The page's own node has the page's canonical address."""
    canonical = page.document.canonical
    for node in page.graph.nodes:
        url = node.text("url") if _is_main(page, node) and (_is(node, "WebPage") or _is(node, "Article")) else ""
        if canonical and url and bare(url) != canonical:
            yield f"{node.name} has the address {url} and the page {canonical}: use the canonical one."


def _is_main(page: Subject, node: Node) -> bool:
    """Say whether a node is about this page: those of other pages have an @id elsewhere."""
    return bool(node.id) and bare(node.id) == bare(page.document.canonical)


@PAGE("agree-questions", Severity.ERROR)
def questions_are_shown(page: Subject):
    """The questions and answers are those on the page, in its order, word for word."""
    # One question may be asked twice, under two headings.
    shown: dict[str, list[str]] = {}
    for question, answer in page.document.questions:
        shown.setdefault(squeezed(question), []).append(squeezed(answer))
    on_page = [squeezed(question) for question, _ in page.document.questions]
    for node in page.graph.of_type("FAQPage"):
        asked = [item for item in page.graph.followed(node.values.get("mainEntity")) if "Question" in item.types]
        for question in asked:
            name = squeezed(question.text("name"))
            answers = page.graph.followed(question.values.get("acceptedAnswer"))
            if name not in shown:
                yield f"The question “{shortened(question.text('name'))}” is not on the page: leave it out."
            elif not answers or squeezed(answers[0].text("text")) not in shown[name]:
                yield f"The answer to “{shortened(question.text('name'))}” is not the page's: let both say the same."
        order = [squeezed(question.text("name")) for question in asked]
        if sorted(order) == sorted(on_page) and order != on_page:
            yield "The questions stand in another order than on the page: keep the page's."
        for missing in [question for question in shown if question not in order]:
            if asked:
                yield f"A question of the page is missing from the structured data: {_as_shown(page, missing)}."


def _as_shown(page: Subject, question: str) -> str:
    return next(f"“{shortened(text)}”" for text, _ in page.document.questions if squeezed(text) == question)


@PAGE("agree-quotes", Severity.ERROR)
def quotes_are_shown(page: Subject):
    """A quotation is quoted on the page, and who said it is named there."""
    quoted = [squeezed(quote) for quote in page.document.quotes]
    for node in page.graph.of_type("Quotation"):
        text = node.text("text")
        if text and not any(squeezed(text) in quote for quote in quoted):
            yield f"The quotation “{shortened(text)}” is not on the page: let both say the same."
        for name in ("spokenByCharacter", "creator", "author"):
            for person in page.graph.followed(node.values.get(name)):
                if not page.document.shows(person.text("name")):
                    yield f"{person.text('name')} is not named on the page as the speaker of a quotation."


@PAGE("agree-practice", Severity.ERROR)
def practice_is_shown(page: Subject):
    """Name, address, telephone and mail of a practice or place are those a reader can see."""
    for node in page.graph.nodes:
        if not (_is(node, "LocalBusiness") or _is(node, "Organization") or _is(node, "Place")):
            continue
        if not _is_here(node):
            continue
        said = [(name, text) for name in ("name", "telephone", "email") for text in node.texts(name)]
        for address in page.graph.followed(node.values.get("address")):
            said += [(name, text) for name in ADDRESS for text in address.texts(name)]
        for name, text in said:
            if not _shown(page, name, text):
                yield f"{name} of {node.name} is “{shortened(text)}”, which the page doesn't show: let both agree."


def _is_here(node: Node) -> bool:
    """Say whether a node is somebody readers may call on: a register or a publisher elsewhere is only named."""
    return any(node.values.get(name) for name in ("address", "telephone", "email"))


def _shown(page: Subject, name: str, text: str) -> bool:
    """Say whether the page shows ``text``: a telephone number also as the link that dials it."""
    if page.document.shows(text):
        return True
    if name == "telephone":
        return any(_digits(text)[-9:] == _digits(number)[-9:] for number in _dialled(page))
    # Lines of an address are set on lines of their own, without the comma between them.
    return all(page.document.shows(part) for part in text.split(",") if part.strip())


def _dialled(page: Subject) -> list[str]:
    return [unquote(link.url) for link in page.document.links if link.url.startswith("tel:")]


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())


@PAGE("agree-trail", Severity.ERROR)
def trail_is_shown(page: Subject):
    """The breadcrumb trail is the one on the page: its names and its addresses."""
    shown = [(squeezed(link.text), bare(link.url)) for link in page.document.trail]
    here = {squeezed(heading) for heading in page.document.h1s} | {squeezed(page.document.meta("og:title"))}
    for node in page.graph.of_type("BreadcrumbList"):
        steps = page.graph.followed(node.values.get("itemListElement"))
        said = [(squeezed(step.text("name") or _item(page, step).text("name")), _address(page, step)) for step in steps]
        if said and said[-1] not in shown and said[-1][0] in here:
            said.pop()
        if [name for name, _ in said] != [name for name, _ in shown]:
            yield "The names of the breadcrumb trail are not those on the page: let both say the same."
        elif any(url and url != seen for (_, url), (_, seen) in zip(said, shown, strict=True)):
            yield "The breadcrumb trail leads elsewhere than the one on the page: let both have the same addresses."


def _item(page: Subject, step: Node) -> Node:
    return next(iter(page.graph.followed(step.values.get("item"))), Node({}, ""))


def _address(page: Subject, step: Node) -> str:
    return step.text("item") or _item(page, step).id or _item(page, step).text("url")


@PAGE("agree-dates", Severity.ERROR)
def dates_are_shown(page: Subject):
    """The day an article was published, changed or reviewed is shown on the page."""
    for node in page.graph.nodes:
        if not _is(node, "Article") or not _is_main(page, node):
            continue
        for name in ("datePublished", "dateModified", "lastReviewed"):
            for day in filter(None, map(day_of, node.texts(name))):
                if day not in page.document.days:
                    yield f"{name} is {day}, and the page shows no such day: show it, or correct it."


@PAGE("agree-head", Severity.ERROR)
def head_agrees(page: Subject):
    """What structured data says of the page, its head says too: when it was published and changed."""
    document = page.document
    for node in page.graph.nodes:
        if not _is(node, "Article") or not _is_main(page, node):
            continue
        for name, tag in (("datePublished", "published"), ("dateModified", "modified")):
            there = day_of(document.meta(f"article:{tag}_time"))
            if there and day_of(node.text(name)) and there != day_of(node.text(name)):
                yield f"{name} is {node.text(name)} and article:{tag}_time {there}: let both say the same."


@PAGE("agree-description", Severity.ERROR)
def description_is_shown(page: Subject):
    """What structured data says of the page is its description, or text that readers see on it."""
    for node in page.graph.nodes:
        text = node.text("description") if _is_main(page, node) else ""
        if text and squeezed(text) != squeezed(page.document.description) and not page.document.shows(text):
            yield f"The page is described as “{shortened(text)}”, which it doesn't show: let both say the same."


@PAGE("agree-people", Severity.ERROR)
def people_are_shown(page: Subject):
    """Who wrote or reviewed a page, and whom a profile is about, is named on it."""
    for node in page.graph.nodes:
        roles = ["author", "reviewedBy"] if _is(node, "CreativeWork") and _is_main(page, node) else []
        roles += ["mainEntity"] if "ProfilePage" in node.types else []
        for role in roles:
            for person in page.graph.followed(node.values.get(role)):
                if person.text("name") and not page.document.shows(person.text("name")):
                    yield f"{person.text('name')} ({role}) is not named on the page: show the name, or leave it out."


@PAGE("agree-text", Severity.ERROR)
def names_are_shown(page: Subject):
    """The names of people, bodies, qualifications, subjects and sources are on the page, and so is what people are."""
    for node in page.graph.nodes:
        if not (node.types == ["Thing"] or any(_is(node, kind) for kind in NAMED) or ".citation" in node.path):
            continue
        said = [(name, text) for name in ("name", "jobTitle", "areaServed") for text in node.texts(name)]
        for name, text in said:
            if not (page.document.shows(text) or squeezed(text) == squeezed(page.document.meta("og:site_name"))):
                yield f"{name} of {node.name} is “{shortened(text)}”, which the page doesn't show: leave it out."


@PAGE("agree-list", Severity.ERROR)
def list_is_shown(page: Subject):
    """What a list of pages names, the page links to."""
    linked = {bare(link.url) for link in page.document.links}
    for node in page.graph.of_type("ItemList"):
        for step in page.graph.followed(node.values.get("itemListElement")):
            url = step.text("url") or _address(page, step)
            if url and bare(url) not in linked:
                yield f"The list in the structured data names {url}, to which the page doesn't link: leave it out."


@PAGE("agree-language", Severity.WARNING)
def language_agrees(page: Subject):
    """The language in the structured data is the page's."""
    for node in page.graph.nodes:
        for said in as_list(node.values.get("inLanguage")):
            if isinstance(said, str) and _is_main(page, node) and said.lower() != page.document.language.lower():
                yield f"inLanguage is {said} and the page's language {page.document.language}: let both say the same."
