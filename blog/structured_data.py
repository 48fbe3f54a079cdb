"""JSON-LD of articles, lists and people: which facts of a page its graph states.

People and topics that a visitor can't open are named as the page names them, without an address.
"""

from hub.core import structured_data as pages
from hub.core.seo import content, graph
from hub.core.seo.content import Person, Posting

PHOTO = "format-jpeg|fill-640x640"


def article_nodes(article, frame) -> list[dict]:
    """Return the article and the people it names."""
    shown = article.shown_people
    author = person_of(article.author, frame, article.author.pk in shown) if article.author else None
    # What its reviewer has not seen is claimed to nobody.
    is_reviewed = article.is_clinical and article.is_review_current and article.reviewer and article.reviewed_on
    reviewer = person_of(article.reviewer, frame, article.reviewer.pk in shown) if is_reviewed else None
    return [content.posting(_posting(article, frame, author, reviewer)), *content.people([author, reviewer])]


def _posting(article, frame, author, reviewer) -> Posting:
    topics = article.shown_topics
    return Posting(
        headline=article.title,
        url=frame.url,
        home=frame.home,
        language=frame.language,
        description=article.standfirst,
        image=frame.picture_identity,
        published=frame.head.published,
        modified=frame.head.modified,
        author=author,
        reviewer=reviewer,
        reviewed=article.reviewed_on.isoformat() if reviewer else "",
        about=tuple(
            content.subject(topic.title, frame.address_of(topic), is_condition=topic.is_condition) for topic in topics
        ),
        citations=pages.cited_sources([*article.sources, *pages.references_in(article.body)]),
        parts=tuple(pages.quotations(article.body)),
        videos=tuple(pages.videos(article.body, frame)),
        pictures=tuple(pages.pictures(article.body, frame)),
    )


def person_of(person, frame, is_shown: bool, **more) -> Person:
    """Return a person as pages print them; only one that a visitor can open has an address."""
    return Person(
        name=person.title,
        url=frame.address_of(person) if is_shown else "",
        role=person.role,
        credentials=person.credentials,
        **more,
    )


def profile(person, frame) -> dict:
    """Return what makes a page a profile: whose, and since when."""
    return {
        "mainEntity": graph.reference(f"{frame.url}#person"),
        "dateCreated": pages.moment(person.first_published_at),
    }


def profile_nodes(person, frame) -> list[dict]:
    """Return the person with all that their page says of them."""
    photo = frame.picture_of(person.photo, PHOTO)
    whole = person_of(
        person,
        frame,
        is_shown=True,
        register=person.registration_body,
        registration=person.registration_number,
        languages=tuple(name for part in person.languages.split(",") if (name := part.strip())),
        profiles=tuple(row.value["url"] for row in person.profiles),
        image=photo.url if photo else "",
    )
    return [content.person(whole, f"{frame.url}#person")]


def listing(frame, articles, first: int = 1, total: int | None = None) -> dict | None:
    """Return a list of articles in the order shown, the first of them at the position ``first``."""
    items = [(article.title, frame.address_of(article)) for article in articles]
    return graph.item_list(frame.url, items, first, total)
