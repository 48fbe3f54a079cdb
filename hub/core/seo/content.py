"""JSON-LD of what stands on a page: questions, quotations, films, sources, people. Pure functions.

Sources: schema.org; Google Search Central on Article, ProfilePage and Video. Google has shown no rich results for
``FAQPage`` since 7 May 2026; other machines read it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .graph import node, reference


@dataclass(frozen=True)
class Person:
    """Somebody as the page shows them. ``url`` is the address of their page, "" where a visitor can't open it."""

    name: str
    url: str = ""
    role: str = ""
    credentials: str = ""
    register: str = ""
    registration: str = ""
    languages: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    image: str = ""

    @property
    def identity(self) -> str:
        return f"{self.url}#person" if self.url else ""


@dataclass(frozen=True)
class Source:
    """A published source: where something is from."""

    title: str
    url: str = ""
    year: int | None = None
    authors: str = ""


def person(someone: Person, identity: str = "") -> dict:
    """Return a person with what the page says of their standing."""
    registration = None
    if someone.register and someone.registration:
        registration = node("PropertyValue", propertyID=someone.register, value=someone.registration)
    return node(
        "Person",
        identity or someone.identity,
        name=someone.name,
        url=someone.url,
        image=someone.image,
        jobTitle=someone.role,
        hasCredential=node("EducationalOccupationalCredential", name=someone.credentials)
        if someone.credentials
        else None,
        memberOf=node("Organization", name=someone.register) if someone.register else None,
        identifier=registration,
        knowsLanguage=list(someone.languages),
        sameAs=list(someone.profiles),
    )


def questions(found: Iterable[tuple[str, str]]) -> list[dict]:
    """Return the questions of a page, each with its answer as text."""
    return [
        node("Question", name=question, acceptedAnswer=node("Answer", text=answer))
        for question, answer in found
        if question and answer
    ]


def quotation(text: str, speaker: str, role: str = "", source: Source | None = None) -> dict:
    """Return somebody's words. Only what has a speaker is a quotation: nobody's words prove nothing."""
    return node(
        "Quotation",
        text=text,
        creator=node("Person", name=speaker, jobTitle=role),
        isBasedOn=cited(source) if source and source.title else None,
    )


def cited(source: Source) -> dict:
    """Return a published source."""
    return node(
        "CreativeWork",
        name=source.title,
        creditText=source.authors,
        datePublished=f"{source.year:04}" if source.year else "",
        url=source.url,
    )


def video(title: str, url: str, thumbnail: str, uploaded: str, description: str = "") -> dict | None:
    """Return a film; None where it lacks what Google requires: a name, a still picture and the day it appeared."""
    if not (title and url and thumbnail and uploaded):
        return None
    return node(
        "VideoObject", name=title, description=description, url=url, thumbnailUrl=thumbnail, uploadDate=uploaded
    )


def subject(title: str, url: str, *, is_condition: bool = False) -> dict:
    """Return what a text is about: a health condition, or a thing of life."""
    return node("MedicalCondition" if is_condition else "Thing", name=title, url=url)


@dataclass(frozen=True)
class Posting:
    """An article as the page shows it. Dates are ISO 8601 with their zone; ``about`` are nodes from ``subject``.

    ``author`` and ``reviewer`` stand in the graph as nodes of their own where they have an identity.
    ``reviewed`` is the day of the clinical review, "" where none is claimed.
    """

    headline: str
    url: str
    home: str
    language: str
    description: str = ""
    image: str = ""
    published: str = ""
    modified: str = ""
    author: Person | None = None
    reviewer: Person | None = None
    reviewed: str = ""
    section: str = ""
    minutes: int = 0
    about: tuple[dict, ...] = ()
    citations: tuple[Source, ...] = ()
    parts: tuple[dict, ...] = ()
    videos: tuple[dict, ...] = ()
    pictures: tuple[dict, ...] = ()


def posting(article: Posting) -> dict:
    """Return the article; one that is reviewed is a ``MedicalWebPage`` as well, and says by whom and when."""
    is_reviewed = bool(article.reviewer and article.reviewed)
    medical = {}
    if is_reviewed:
        medical = {
            "lastReviewed": article.reviewed,
            "reviewedBy": _standing(article.reviewer),
            "audience": node("MedicalAudience", audienceType="Patient"),
        }
    return node(
        ("BlogPosting", "MedicalWebPage") if is_reviewed else "BlogPosting",
        f"{article.url}#article",
        headline=article.headline,
        description=article.description,
        mainEntityOfPage=reference(f"{article.url}#page"),
        image=_all_or_one([*([reference(article.image)] if article.image else []), *article.pictures]),
        datePublished=article.published,
        dateModified=article.modified,
        author=_standing(article.author) or reference(f"{article.home}#practice"),
        publisher=reference(f"{article.home}#practice"),
        inLanguage=article.language,
        articleSection=article.section,
        timeRequired=f"PT{article.minutes}M" if article.minutes else "",
        about=list(article.about),
        citation=[cited(source) for source in article.citations],
        hasPart=list(article.parts),
        video=list(article.videos),
        **medical,
    )


def _all_or_one(values: list) -> list | dict | None:
    return values[0] if len(values) == 1 else values or None


def _standing(someone: Person | None) -> dict | None:
    if someone is None:
        return None
    return reference(someone.identity) or node("Person", name=someone.name, jobTitle=someone.role)


def people(found: Sequence[Person | None]) -> list[dict]:
    """Return one node for each of those that have a page, none twice."""
    known = {someone.identity: someone for someone in found if someone and someone.identity}
    return [person(someone) for someone in known.values()]
