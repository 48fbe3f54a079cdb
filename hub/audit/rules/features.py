"""What Google's search features need of structured data. The table with its sources is in ``google.py``."""

from .. import vocabulary
from ..answers import Subject
from ..documents import bare
from ..findings import PAGE, Severity
from ..google import ARTICLE_PIXELS, ENDED, FEATURES, LOGO_SIDE, Feature
from ..graphs import Node, as_list


def _feature(node: Node) -> Feature | None:
    """Return the feature a node is meant for: of the most special type, LocalBusiness before Organization."""
    above = frozenset().union(*(vocabulary.kinds(kind) for kind in node.types))
    return next((feature for feature in FEATURES if feature.kind in above), None)


def _lacking(node: Node, properties: tuple[str, ...]) -> list[str]:
    def has(name):
        return node.values.get(name) not in (None, "", [], {})

    return [names.replace("|", " or ") for names in properties if not any(map(has, names.split("|")))]


@PAGE("google-required", Severity.ERROR)
def has_required(page: Subject):
    """A node has all the properties without which Google takes no notice of it."""
    for node in page.graph.nodes:
        feature = _feature(node)
        if feature and (lacking := _lacking(node, feature.required)):
            yield f"{node.name} lacks {', '.join(lacking)}, which Google requires ({feature.source})."
        if "ProfilePage" in node.types:
            for person in page.graph.followed(node.values.get("mainEntity")):
                if not person.values.get("name"):
                    yield "The person a ProfilePage is about has no name, which Google requires (profile-page)."


@PAGE("google-recommended", Severity.NOTICE)
def has_recommended(page: Subject):
    """A node has what Google recommends."""
    for node in page.graph.nodes:
        feature = _feature(node) if _is_described_here(page, node) else None
        if feature and (lacking := _lacking(node, feature.recommended)):
            yield f"{node.name} could also say {', '.join(lacking)}, which Google recommends ({feature.source})."


def _is_described_here(page: Subject, node: Node) -> bool:
    """Say whether this is the page that says most of a node; others only name it."""
    return bare(node.id) == bare(page.document.canonical or page.document.url)


@PAGE("google-author", Severity.WARNING)
def authors_have_names_and_pages(page: Subject):
    """Each author of an article is a person or an organisation with a name and an address."""
    for node in page.graph.nodes:
        if "Article" not in frozenset().union(*(vocabulary.kinds(kind) for kind in node.types)):
            continue
        authors = page.graph.followed(node.values.get("author"))
        for lacking in [_lacking(author, ("name", "url|sameAs")) for author in authors]:
            if lacking:
                yield f"An author of the article has no {', '.join(lacking)}: link to who wrote it."
        if node.texts("author"):
            yield "The article's author is a bare name: make it a Person with name and url."


@PAGE("google-breadcrumb", Severity.ERROR)
def breadcrumbs_count(page: Subject):
    """A trail has two steps or more, numbered from one, each with a name and, but for the last, an address."""
    for node in page.graph.of_type("BreadcrumbList"):
        steps = page.graph.followed(node.values.get("itemListElement"))
        if len(steps) < 2:
            yield f"The breadcrumb trail has {len(steps)} steps: two are the least, so leave it out."
        if [step.values.get("position") for step in steps] != [*range(1, len(steps) + 1)]:
            yield "The positions of the breadcrumb trail don't count from 1 upwards: number them anew."
        for step in steps:
            inner = page.graph.followed(step.values.get("item"))
            if not (step.values.get("name") or any(item.values.get("name") for item in inner)):
                yield "A step of the breadcrumb trail has no name: say what the page is called."
            if step is not steps[-1] and not step.values.get("item"):
                yield "A step of the breadcrumb trail has no address: only the last may lack it."


@PAGE("google-picture", Severity.WARNING)
def pictures_are_large_enough(page: Subject):
    """An article's picture and a logo are as large as Google wants them."""
    for node in page.graph.nodes:
        for name, least in (("image", ARTICLE_PIXELS), ("logo", LOGO_SIDE**2)):
            if name == "image" and "Article" not in frozenset().union(*map(vocabulary.kinds, node.types)):
                continue
            for width, height in _sizes(page, node.values.get(name)):
                if width * height < least or (name == "logo" and min(width, height) < LOGO_SIDE):
                    yield f"{name} of {node.name} is {width} x {height} pixels, too small for Google: use a larger one."


def _sizes(page: Subject, value) -> list[tuple[int, int]]:
    """Return the sizes of the pictures that ``value`` holds or refers to, as far as they are known."""
    urls = [item for item in as_list(value) if isinstance(item, str)]
    for node in page.graph.followed(value):
        urls += [node.text("contentUrl") or node.text("url")]
    answers = [page.answer(url) for url in urls if url]
    return [answer.size for answer in answers if answer and answer.size]


@PAGE("google-picture-size", Severity.ERROR)
def pictures_say_their_size(page: Subject):
    """An ImageObject says the size its file has."""
    for node in page.graph.of_type("ImageObject"):
        answer = page.answer(node.text("contentUrl") or node.text("url"))
        said = tuple(node.values.get(side) for side in ("width", "height"))
        if answer and answer.size and None not in said and tuple(_number(side) for side in said) != answer.size:
            yield f"A picture is said to be {said[0]} x {said[1]} and is {answer.size[0]} x {answer.size[1]}."


def _number(value) -> int | None:
    text = str(value).removesuffix("px").strip()
    return int(text) if text.isdecimal() else None


@PAGE("google-ended", Severity.NOTICE)
def promises_nothing_ended(page: Subject):
    """No structured data is kept up for a feature that Google has ended."""
    for kind, when in ENDED.items():
        if page.graph.of_type(kind):
            yield f"Google shows nothing for {kind} since {when}: it may stay for other machines, or go."


@PAGE("google-misuse", Severity.ERROR)
def follows_guidelines(page: Subject):
    """No type is used for what Google forbids: questions nobody can answer, a business that rates itself."""
    if page.graph.of_type("QAPage"):
        yield "QAPage is for pages on which readers answer: questions and answers of our own are a FAQPage."
    for node in page.graph.nodes:
        if "Organization" in frozenset().union(*map(vocabulary.kinds, node.types)):
            for name in ("aggregateRating", "review"):
                if node.values.get(name):
                    yield f"{node.name} has a {name} of itself, which Google's guidelines forbid: leave it out."
