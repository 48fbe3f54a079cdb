"""The facts that a document of any origin says before its text: Jekyll, Hugo, Obsidian and others, by their names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from blog.importing.outline import Facts, Picture, UnreadableDocument
from blog.importing.readers.own.facts import from_yaml
from blog.importing.recognise.words import quoted

_TEXTS = {
    "author": ("author", "authors", "by", "writer"),
    "slug": ("slug", "permalink"),
    "description": ("description", "search_description", "meta_description", "seo_description"),
    "seo_title": ("seo_title", "meta_title"),
    "focus_phrase": ("focus_phrase", "focus_keyphrase", "focus_keyword"),
    "excerpt": ("excerpt", "summary", "abstract"),
    "content_note": ("content_note", "content_warning", "trigger_warning"),
    "reviewer": ("reviewer", "reviewed_by", "medically_reviewed_by"),
    "what_changed": ("what_changed", "changelog"),
}
_DATES = {
    "date": ("date", "published", "published_on", "publish_date", "pubdate", "created"),
    "updated": ("updated", "updated_on", "lastmod", "last_modified", "last_modified_at", "modified"),
    "reviewed": ("reviewed", "reviewed_on", "last_reviewed"),
    "review_due": ("review_due", "next_review"),
}
_TOPICS = ("topics", "topic", "categories", "category", "tags", "tag", "keywords")
_PICTURES = ("picture", "image", "featured_image", "cover", "hero", "thumbnail")
#: What says something to the program that wrote the file, and nothing of the article.
_OF_NO_USE = {
    "layout",
    "draft",
    "type",
    "id",
    "uid",
    "weight",
    "aliases",
    "toc",
    "lang",
    "published",
    "comments",
    "format",
}


@dataclass
class FrontMatter:
    """What was said: title, subtitle and facts; notes on the rest, and its words."""

    title: str = ""
    subtitle: str = ""
    facts: Facts = Facts()
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a document, its YAML without the lines ``---``. Names it does not know are left out.

    A front matter that is no YAML is no front matter: its words are left out, with a note.
    """
    try:
        told = {
            str(name).strip().lower().replace("-", "_").replace(" ", "_"): value
            for name, value in from_yaml(text).items()
        }
    except UnreadableDocument as error:
        return FrontMatter(notes=[str(error)], left_out=[" ".join(text.split())])
    found = FrontMatter(_take(told, ("title", "name")), _take(told, ("subtitle", "standfirst", "tagline", "dek")))
    facts: dict = {name: text for name, names in _TEXTS.items() if (text := _take(told, names))}
    for name, names in _DATES.items():
        facts[name] = _take_day(told, names, found)
    facts["slug"] = facts.get("slug", "").strip("/").rpartition("/")[2]
    facts["topics"] = _take_topics(told)
    facts["noindex"] = str(told.pop("noindex", "")).lower() in {"true", "yes", "1"}
    facts["picture"] = _take_picture(told)
    found.facts = Facts(**facts)
    for name, value in told.items():
        if name not in _OF_NO_USE and (words := _flat(value)):
            found.notes.append(f"{quoted(name)} in the front matter was left out: an article has no field for it.")
            found.left_out.append(f"{name}: {words}")
    return found


def _take(told: dict, names: tuple[str, ...]) -> str:
    """The first of some values that is there, as text; it is taken out."""
    for name in names:
        if told.get(name) not in (None, "", [], {}):
            return _flat(told.pop(name))
    return ""


def _flat(value) -> str:
    if isinstance(value, Mapping):
        named = _flat(value.get("name", ""))
        return named or ", ".join(f"{name}: {_flat(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flat, value)))
    return " ".join(str(value or "").split())


def _take_day(told: dict, names: tuple[str, ...], found: FrontMatter) -> date | None:
    for name in names:
        text = _flat(told.get(name, ""))
        if not text or text.lower() in {"true", "false"}:
            continue
        del told[name]
        try:
            return date.fromisoformat(text[:10].replace("/", "-"))
        except ValueError:
            found.notes.append(f"{quoted(name)} in the front matter is no date such as 2026-03-31: {quoted(text)}.")
            found.left_out.append(f"{name}: {text}")
    return None


def _take_topics(told: dict) -> tuple[str, ...]:
    topics: list[str] = []
    for name in _TOPICS:
        value = told.pop(name, None)
        if isinstance(value, str):
            value = value.split(",")
        topics += filter(None, map(_flat, value if isinstance(value, list) else [value]))
    return tuple(dict.fromkeys(topics))


def _take_picture(told: dict) -> Picture | None:
    alt = _flat(told.pop("image_alt", told.pop("alt", "")))
    for name in _PICTURES:
        value = told.get(name)
        if isinstance(value, Mapping) and (
            source := _flat(value.get("source", value.get("src", value.get("url", ""))))
        ):
            del told[name]
            return Picture(source, _flat(value.get("alt", "")) or alt, _flat(value.get("caption", "")))
        if isinstance(value, str) and value.strip():
            return Picture(told.pop(name).strip(), alt)
    return None
