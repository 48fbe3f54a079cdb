"""From an article page to what the rules see of it: the draft itself, and what the rest of the site says of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import Resolver404, resolve
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.query import PageQuerySet

from blog.models import ArticlePage
from blog.skeletons.prompts import is_only_prompt, without_prompts
from hub.core.blocks import parts
from hub.core.blocks.reference import question_anchor
from hub.core.prefetching import PAGE, visible
from hub.outbound.extracting import links_of
from hub.outbound.known import broken

from .draft import Draft, Link, Passage, Person, Picture, Quotation, Role, Statistic, Surroundings, Table, Target
from .findings import Place
from .rich_text import paragraphs
from .written import written


def draft_of(page: ArticlePage) -> Draft:
    """Return the article as the rules see it, from ``page`` as it stands in memory: published, a draft, or a form's."""
    body = _Body()
    for child in page.body:
        body.read(child)
    gallery = list(body.pictures)
    if page.hero_image_id:
        name = page.hero_image.filename if page.hero_image else ""
        gallery.insert(0, Picture(Place("hero_image", "Picture"), page.hero_alt, "", name, page.hero_is_decorative))
    related = Place("related", "Related articles")
    chosen = (Link("(chosen)", page=child["value"], place=related) for child in page.related.raw_data if child["value"])
    return Draft(
        title=page.title,
        standfirst=page.standfirst,
        seo_title=page.seo_title,
        description=page.search_description,
        shown_description=page.description,
        slug=page.slug or "",
        focus_phrase=getattr(page, "focus_phrase", ""),
        author=_person(page.author),
        reviewer=_person(page.reviewer),
        reviewed_on=page.reviewed_on,
        review_due=page.review_due,
        passages=tuple(body.passages),
        quotations=tuple(body.quotations),
        statistics=tuple(body.statistics),
        pictures=tuple(gallery),
        tables=tuple(body.tables),
        other_links=(*body.links, *chosen),
        leads_out=_leads_out(page),
        # Not page.parts, which fetches all that is shown.
        anchors=frozenset(part.anchor for part in parts(page.body) if part.anchor) | body.anchors,
        references=len(page.sources) + body.references,
        has_urgent_help=body.has_urgent_help,
        blocks=tuple(body.blocks),
        written=tuple(written(page)),
    )


def _leads_out(page: ArticlePage) -> tuple[Link, ...]:
    """The links off the site. Links to this site's own host may be among them: no check knows these."""
    found = links_of(page, frozenset())
    return tuple(Link(one.text, one.url, place=Place(one.path.split(".")[1], one.label, True)) for one in found)


def _person(page) -> Person | None:
    return Person(page.pk, page.title, page.credentials) if page else None


@dataclass
class _Body:
    passages: list[Passage] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()
    references: int = 0
    has_urgent_help: bool = False

    def read(self, child) -> None:
        place = Place(child.id or "", str(child.block.label), is_block=True)
        self.blocks.append((place.key, child.block_type))
        reader = _READERS.get(child.block_type)
        if reader and child.value is not None:
            reader(self, child.value, place)

    def add(self, place: Place, role: Role, text: str | None, level: int = 0) -> None:
        if is_only_prompt(text or ""):
            return
        text = without_prompts(text or "")
        if text or role == Role.HEADING:
            self.passages.append(Passage(place, role, " ".join(text.split()), level, typed=text))

    def rich(self, place: Place, role: Role, value) -> None:
        for paragraph in paragraphs(getattr(value, "source", value) or ""):
            links = tuple(filter(None, (_link(text, attributes, place) for text, attributes in paragraph.links)))
            if not links and is_only_prompt(paragraph.text):
                continue
            own = Role.ITEM if paragraph.is_item else role
            typed = without_prompts(paragraph.typed)
            self.passages.append(Passage(place, own, " ".join(typed.split()), links=links, typed=typed))

    def heading(self, place: Place, text: str | None) -> None:
        if text:
            self.add(place, Role.HEADING, text, 0)

    def button(self, place: Place, button) -> None:
        page = button.get("page")
        self.links.append(
            Link(button.get("label") or "", button.get("address") or "", page.pk if page else None, place)
        )


def _link(text: str, attributes: dict[str, str], place: Place) -> Link | None:
    if attributes.get("linktype") == "page":
        key = attributes.get("id", "")
        return Link(text, page=int(key) if key.isdecimal() else 0, place=place)
    if attributes.get("linktype"):
        return None
    return Link(text, attributes.get("href", ""), place=place)


def _heading(body: _Body, value, place):
    level = {"section": 2, "part": 3, "detail": 4}.get(value.get("size"), 2)
    body.add(place, Role.HEADING, value.get("text"), level)


def _paragraph(body: _Body, value, place):
    body.rich(place, Role.PROSE, value)


def _bullet_list(body: _Body, value, place):
    body.add(place, Role.INTRODUCTION, value.get("introduction"))
    for item in value.get("items") or []:
        body.rich(place, Role.ITEM, item)


def _steps(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    for step in value.get("steps") or []:
        body.add(place, Role.ITEM, step.get("title"))
        body.rich(place, Role.PROSE, step.get("text"))


def _quote(body: _Body, value, place):
    text = value.get("text") or ""
    body.add(place, Role.QUOTE, text)
    if text and not is_only_prompt(text):
        body.quotations.append(Quotation(place, text, value.get("speaker") or "", bool(value.get("verified"))))


def _key_points(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    for point in value.get("points") or []:
        body.rich(place, Role.ITEM, point)


def _callout(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    body.rich(place, Role.PROSE, value.get("text"))


def _urgent_help(body: _Body, value, place):
    body.has_urgent_help = True
    _callout(body, value, place)


def _statistic(body: _Body, value, place):
    text = " ".join(filter(None, (value.get("figure"), value.get("meaning"))))
    body.add(place, Role.FIGURE, text)
    if text and not is_only_prompt(text):
        sourced = bool(value.get("source_title") or value.get("source_url"))
        body.statistics.append(Statistic(place, text, sourced))


def _faq(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    for item in value["items"].bound_blocks if value.get("items") else ():
        body.add(place, Role.QUESTION, item.value.get("question"))
        body.rich(place, Role.ANSWER, item.value.get("answer"))
        body.anchors |= {question_anchor(item.id)}


def _glossary_term(body: _Body, value, place):
    if value.get("term") and value.get("also_known_as"):
        body.add(place, Role.CAPTION, f"{value['term']} ({value['also_known_as']})")
    body.rich(place, Role.PROSE, value.get("definition"))


def _references(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    body.references += len(value.get("items") or [])


def _table(body: _Body, value, place):
    body.tables.append(Table(place, tuple(column["heading"] or "" for column in value.columns)))
    for row in value.rows:
        for cell in row:
            body.add(place, Role.CELL, str(cell.value or ""))


def _image(body: _Body, value, place):
    body.add(place, Role.CAPTION, value.get("caption"))
    if image := value.get("image"):
        alt = getattr(image, "contextual_alt_text", "") or ""
        decorative = bool(getattr(image, "decorative", False))
        body.pictures.append(Picture(place, alt, value.get("caption") or "", image.filename, decorative))


def _video(body: _Body, value, place):
    body.add(place, Role.CAPTION, value.get("title"))
    body.add(place, Role.CAPTION, value.get("description"))
    body.rich(place, Role.PROSE, value.get("transcript"))


def _invitation(body: _Body, value, place):
    body.heading(place, value.get("heading"))
    body.rich(place, Role.INVITATION, value.get("text"))
    for button in value.get("buttons") or []:
        body.button(place, button)


def _related_articles(body: _Body, value, place):
    pages = value.get("articles", ()) if hasattr(value, "get") else value
    body.links += [Link("(chosen)", page=page.pk, place=place) for page in pages if page]


_READERS: dict[str, Callable] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _bullet_list,
    "steps": _steps,
    "quote": _quote,
    "key_points": _key_points,
    "callout": _callout,
    "urgent_help": _urgent_help,
    "statistic": _statistic,
    "faq": _faq,
    "glossary_term": _glossary_term,
    "references": _references,
    "comparison_table": _table,
    "image": _image,
    "video": _video,
    "invitation": _invitation,
    "related_articles": _related_articles,
}


def surroundings_of(page: ArticlePage, draft: Draft, coming: frozenset[int] = frozenset()) -> Surroundings:
    """Return what the site says of the article: its links' targets, its title elsewhere, who links here.

    ``coming`` are the keys of drafts that are about to be public: links to them count as though they were.
    """
    keys = {link.page for link in draft.links if link.page}
    pages = Page.objects.filter(pk__in=keys).select_related("content_type")
    shown = visible(PAGE, keys)
    targets = {
        target.pk: Target(target.title, target.specific_class is ArticlePage, target.pk in shown or target.pk in coming)
        for target in pages
    }
    others = ArticlePage.objects.exclude(pk=page.pk).filter(title__iexact=page.title.strip())
    return Surroundings(
        targets=targets,
        paths={path: _answers(path, coming) for path in _paths(draft)},
        same_title=tuple(others.values_list("title", flat=True)[:3]) if page.title.strip() else (),
        inbound=_inbound(page) if page.pk and page.live else None,
        broken=broken(link.href for link in draft.leads_out),
    )


def _paths(draft: Draft) -> list[str]:
    hrefs = dict.fromkeys(link.href for link in draft.links)
    return [href for href in hrefs if href.startswith("/") and not href.startswith("//")]


def _answers(path: str, coming: frozenset[int]) -> bool:
    """Say whether the site answers at ``path``: with a page, or with an address of the site's own."""
    try:
        match = resolve(_bare(path))
    except Resolver404:
        return False
    if match.url_name != "wagtail_serve":
        return True
    there = pages_at(path).values_list("pk", "live")
    return any(live or key in coming for key, live in there)


def _bare(path: str) -> str:
    return path.split("#")[0].split("?")[0]


def pages_at(path: str) -> PageQuerySet:
    """Return the pages, public or not, that a path of this site may name: one a site at most."""
    end = "/".join(["", *(step for step in _bare(path).split("/") if step), ""])
    roots = [site.root_page.url_path.rstrip("/") for site in Site.objects.select_related("root_page")]
    return Page.objects.filter(url_path__in=[f"{root}{end}" for root in roots])


def _inbound(page: ArticlePage) -> int:
    """Return how many other pages name this one in what they say; lists and indexes do not count."""
    references = ReferenceIndex.get_references_to(page).exclude(object_id=str(page.pk))
    return references.values("base_content_type", "object_id").distinct().count()
