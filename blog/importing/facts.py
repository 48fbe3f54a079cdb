"""What a document says of its article beside the text -> the fields of the page."""

from collections.abc import Iterator

from django.utils.text import slugify

from blog.importing.library import Library
from blog.importing.outline import Facts
from blog.importing.recognise.words import quoted
from blog.importing.writer import ARTICLE, PICTURE, reference
from blog.models import ArticlePage, TopicPage

#: Which field takes which fact, as it is.
_FIELDS = {
    "date": "published_on",
    "updated": "updated_on",
    "reviewed": "reviewed_on",
    "review_due": "review_due",
    "what_changed": "what_changed",
    "content_note": "content_note",
    "description": "search_description",
    "seo_title": "seo_title",
    "focus_phrase": "focus_phrase",
    "noindex": "noindex",
}


def wanted_slug(facts: Facts, title: str) -> str:
    return slugify(facts.slug)[:200].strip("-") or slugify(title)[:200].strip("-") or "article"


def apply_facts(page: ArticlePage, facts: Facts, library: Library, *, overwrite: bool) -> list[str]:
    """Fill the page's fields from the facts; without ``overwrite`` only those that are empty. Returns notes."""
    if facts == Facts():
        return []
    notes = [*_apply_plain(page, facts, overwrite), *_apply_people(page, facts, library, overwrite)]
    notes += _apply_topics(page, facts, library, overwrite)
    if facts.picture and (overwrite or not page.hero_image_id):
        if key := library.resolve(PICTURE, facts.picture.source):
            page.hero_image_id = key
            page.hero_alt = facts.picture.alt[:250]
            page.hero_is_decorative = facts.picture.is_decorative
            if not page.hero_alt and not page.hero_is_decorative:
                notes.append("The picture at the head has no alternative text: say what it shows.")
        else:
            notes.append(f"The picture {quoted(facts.picture.source)} at the head is not on this site.")
    if facts.references and (overwrite or not page.references):
        page.references = [("reference", reference(item)) for item in facts.references]
    if facts.related and (overwrite or not page.related):
        notes += _apply_related(page, facts, library)
    return notes


def _apply_plain(page: ArticlePage, facts: Facts, overwrite: bool) -> Iterator[str]:
    known = {field.name: field for field in page._meta.get_fields() if hasattr(field, "attname")}
    for fact, name in _FIELDS.items():
        value = getattr(facts, fact)
        if not value or (getattr(page, name, None) and not overwrite):
            continue
        field = known.get(name)
        if field is None:
            yield f"{quoted(str(value))} was left out: an article has no field for the {fact.replace('_', ' ')}."
            continue
        longest = field.max_length
        if longest and len(value) > longest:
            yield f"{quoted(value)} was cut to the {longest} characters that its field holds."
            value = value[:longest]
        setattr(page, name, value)
    if facts.excerpt and not page.standfirst:
        page.standfirst = facts.excerpt[:400]


def _apply_people(page: ArticlePage, facts: Facts, library: Library, overwrite: bool) -> Iterator[str]:
    for name in ("author", "reviewer"):
        told = getattr(facts, name)
        if not told or (getattr(page, f"{name}_id") and not overwrite):
            continue
        if key := library.person(told):
            setattr(page, f"{name}_id", key)
        else:
            yield f"The {name} {quoted(told)} was not set: nobody on this site has a page of that name."


def _apply_topics(page: ArticlePage, facts: Facts, library: Library, overwrite: bool) -> Iterator[str]:
    if not facts.topics or (not overwrite and page.topics.exists()):
        return
    keys = []
    for name in facts.topics:
        if key := library.topic(name):
            keys.append(key)
        else:
            yield f"The topic {quoted(name)} was not set: the site has none of that name."
    if keys:
        # Objects, not keys: a page that is not saved yet has no rows to set keys in.
        page.topics.set(TopicPage.objects.filter(pk__in=keys))


def _apply_related(page: ArticlePage, facts: Facts, library: Library) -> Iterator[str]:
    keys = []
    for address in facts.related:
        if key := library.resolve(ARTICLE, address):
            keys.append(key)
        else:
            yield f"The related article {quoted(address)} is not on this site."
    if keys:
        page.related = [("article", ArticlePage.objects.get(pk=key)) for key in keys[:3]]
