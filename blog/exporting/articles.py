"""An article page -> an outline with all that it shows: what the export and the Markdown twin are written from."""

from dataclasses import dataclass, field

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from blog.exporting.outlines import Places, invitation_of, keys_of, nodes_of, reference_of
from blog.exporting.surroundings import Surroundings
from blog.importing.outline import Facts, Invitation, Outline, Picture
from blog.importing.readers.own.running_text import tidy
from blog.models import ArticlePage
from hub.core.models import Invitation as SharedInvitation


@dataclass(frozen=True)
class Shown:
    """What a body shows, by primary key: the site's own objects."""

    pages: dict[int, Page] = field(default_factory=dict)
    pictures: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)
    invitations: dict[int, SharedInvitation] = field(default_factory=dict)


def stored(stream) -> list[dict]:
    """A stream as it is stored, without a look at what it refers to."""
    return list(stream.raw_data)


def shown_by(page: ArticlePage, pages=Page.objects, invitations=SharedInvitation.objects, beside=()) -> Shown:
    """Fetch all that an article shows, each kind in one query: pages and invitations that are among the given.

    ``beside`` are the keys of pages that are linked to beside the text.
    """
    body = stored(page.body)
    keys = keys_of(body)
    keys.pages |= set(beside)
    keys.pages |= {child["value"] for child in stored(page.related) if child.get("value")}
    found = {}
    if keys.invitations:
        found = {invitation.pk: invitation for invitation in invitations.filter(pk__in=keys.invitations)}
        for invitation in found.values():
            inside = keys_of([*stored(invitation.buttons), {"type": "paragraph", "value": invitation.text}])
            keys.pages |= inside.pages
            keys.documents |= inside.documents
    return Shown(
        _found(pages, keys.pages),
        _found(get_image_model().objects, keys.pictures),
        _found(get_document_model().objects, keys.documents),
        found,
    )


def _found(objects, keys: set[int]) -> dict:
    return {found.pk: found for found in objects.filter(pk__in=keys)} if keys else {}


def outline_of(page: ArticlePage, places: Places) -> Outline:
    """The outline of an article: title, standfirst, blocks, and everything else that its fields hold."""
    return Outline(
        tidy(page.title), tidy(page.standfirst), nodes_of(stored(page.body), places), facts=facts_of(page, places)
    )


def facts_of(page: ArticlePage, places: Places) -> Facts:
    """What an article's fields say beside its text."""
    related = (places.pages.get(child.get("value")) for child in stored(page.related))
    return Facts(
        date=page.first_published_on,
        updated=page.updated_on,
        author=tidy(page.author.title) if page.author else "",
        topics=tuple(tidy(topic.title) for topic in page.topics.all()),
        slug=page.slug,
        description=tidy(page.search_description),
        seo_title=tidy(page.seo_title),
        focus_phrase=tidy(getattr(page, "focus_phrase", "")),
        content_note=tidy(page.content_note),
        reviewer=tidy(page.reviewer.title) if page.reviewer else "",
        reviewed=page.reviewed_on,
        review_due=page.review_due,
        what_changed=tidy(page.what_changed),
        noindex=page.noindex,
        picture=_head_picture(page, places),
        references=tuple(map(reference_of, page.sources)),
        related=tuple(filter(None, related)),
    )


def _head_picture(page: ArticlePage, places: Places) -> Picture | None:
    source = places.pictures.get(page.hero_image_id)
    return Picture(source, tidy(page.hero_alt), is_decorative=page.hero_is_decorative) if source else None


def invitations_of(shown: Shown, places: Places) -> dict[str, Invitation]:
    """The shared invitations by name, as they are shown."""
    found = {}
    for invitation in shown.invitations.values():
        buttons = [child["value"] for child in stored(invitation.buttons)]
        value = {"heading": invitation.heading, "text": invitation.text, "buttons": buttons}
        if made := invitation_of(value, places):
            found[invitation.name] = made
    return found


def surroundings(shown: Shown, places: Places, crisis_lines: tuple[str, ...] = ()) -> Surroundings:
    """What is shown with an article, by the addresses that its outline has."""
    titles = {places.pages[key]: tidy(page.title) for key, page in shown.pages.items() if key in places.pages}
    return Surroundings(titles, invitations_of(shown, places), crisis_lines)
