"""Loads the demo practice: everything in one transaction, so that a site has all of it or nothing."""

import datetime as dt
import importlib
import json
import pkgutil
from pathlib import Path

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from blog.linking.store import rebuild as rebuild_links
from blog.models import ArticleIndexPage, ArticlePage, PersonPage, TopicPage
from blog.quality.keeping import check_due
from home.demo import articles as article_modules
from home.demo.pages import ARTICLE_INDEX, CONSULTATION, HOME, INVITATIONS, LOCATIONS, PEOPLE, STANDARD_PAGES, TOPICS
from home.demo.settings import CRISIS_LINES, PICTURES, PRACTICE
from home.demo.stream import linked, stored
from home.models import HomePage, LocationPage, StandardPage
from hub.consultations.models import ConsultationPage
from hub.core.art import painted
from hub.core.models import CrisisSupport, HubImage, Invitation, Practice

FILES = Path(__file__).parent / "files"
PLACE_FIELDS = ("telephone", "email", "street", "locality", "region", "postcode", "country")
REVIEW_INTERVAL = dt.timedelta(days=730)


def articles() -> list:
    """Return the demo's articles, oldest first."""
    modules = (
        importlib.import_module(f"{article_modules.__name__}.{module.name}")
        for module in pkgutil.iter_modules(article_modules.__path__)
    )
    return sorted((module.ARTICLE for module in modules), key=lambda article: -article.days_ago)


def is_untouched() -> bool:
    """Say whether the site has no pages but the root and the one Wagtail welcomes with."""
    pages = list(Page.objects.filter(depth__gt=1))
    return not pages or (len(pages) == 1 and pages[0].slug == "home" and pages[0].specific_class is Page)


@transaction.atomic
def load() -> HomePage:
    """Build the demo practice on an untouched site and return its home page."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", port=80)
    # Deleting the welcome page takes the site that points to it along: it is saved anew below.
    Page.objects.filter(depth=2).delete()
    home = _add(Page.get_first_root_node(), HomePage(title=PRACTICE["name"], slug="home"))
    site.pk, site.root_page, site.site_name, site.is_default_site = None, home, PRACTICE["name"], True
    site.save()
    keys = _pages(home) | _files()
    keys |= _invitations(keys)
    _fill_pages(keys)
    _fill_locations(keys)
    _fill_articles(keys)
    _fill_home(home, keys)
    _settings(keys)
    # Those published first know nothing yet of those that came after them.
    transaction.on_commit(rebuild_links, robust=True)
    transaction.on_commit(check_due, robust=True)
    return home


def _add(parent, page):
    """Add ``page`` below ``parent``, unpublished: it is filled and published once every page has its key."""
    page.live = False
    return parent.add_child(instance=page)


def _publish(page):
    page.save_revision(log_action=False).publish(log_action=False)


def _pages(home) -> dict:
    """Add every page, empty, and return their primary keys."""
    keys = {}
    index = _add(home, ArticleIndexPage(title=ARTICLE_INDEX["title"], slug="articles", show_in_menus=True))
    for data in STANDARD_PAGES:
        page = _page_type(data)(title=data["title"], slug=data["slug"], show_in_menus=data["in_menu"])
        if isinstance(page, StandardPage):
            page.in_footer = data["in_footer"]
        keys["page", data["slug"]] = _add(home, page).pk
    about = StandardPage.objects.get(pk=keys["page", "about"])
    for data in TOPICS:
        keys["topic", data["slug"]] = _add(home, TopicPage(title=data["title"], slug=data["slug"])).pk
    for data in LOCATIONS:
        keys["page", data["slug"]] = _add(about, LocationPage(title=data["title"], slug=data["slug"])).pk
    for data in PEOPLE:
        keys["person", data["slug"]] = _add(about, PersonPage(title=data["title"], slug=data["slug"])).pk
    for article in articles():
        keys["article", article.slug] = _add(index, ArticlePage(title=article.title, slug=article.slug)).pk
    index.standfirst, index.search_description = ARTICLE_INDEX["standfirst"], ARTICLE_INDEX["description"]
    _publish(index)
    return keys


def _page_type(data):
    return ConsultationPage if data is CONSULTATION else StandardPage


def _files() -> dict:
    """Add the drawn pictures and the documents, and return their primary keys."""
    keys = {}
    for key, (title, seed) in PICTURES.items():
        file = ContentFile(painted(seed), name=f"{key}.png")
        keys["picture", key] = HubImage.objects.create(title=title, file=file, description=title).pk
    for path in sorted(FILES.glob("*.*")):
        document = get_document_model()(title=path.stem.replace("-", " ").capitalize())
        document.file.save(path.name, ContentFile(path.read_bytes()), save=True)
        keys["document", path.stem] = document.pk
    return keys


def _invitations(keys) -> dict:
    found = {}
    for data in INVITATIONS:
        buttons = stored([("button", button) for button in data["buttons"]], keys, f"invitation/{data['key']}")
        invitation = Invitation(
            name=data["name"],
            heading=data["heading"],
            text=linked(data["text"], keys),
            buttons=json.dumps(buttons),
        )
        invitation.save()
        invitation.save_revision().publish()
        found["invitation", data["key"]] = invitation.pk
    return found


def _fill_pages(keys):
    for kind, pages in (("page", STANDARD_PAGES), ("topic", TOPICS)):
        for data in pages:
            page = (TopicPage if kind == "topic" else _page_type(data)).objects.get(pk=keys[kind, data["slug"]])
            page.standfirst, page.search_description = data["standfirst"], data["description"]
            page.body = json.dumps(stored(data["body"], keys, data["slug"]))
            if kind == "topic":
                page.is_condition = data["is_condition"]
            if data is CONSULTATION:
                _fill_consultation(page, keys)
            _publish(page)
    for data in PEOPLE:
        person = PersonPage.objects.get(pk=keys["person", data["slug"]])
        for field in ("role", "credentials", "registration_body", "registration_number", "languages", "biography"):
            setattr(person, field, data[field])
        person.search_description = data["description"]
        _publish(person)


def _fill_locations(keys):
    for data in LOCATIONS:
        page = LocationPage.objects.get(pk=keys["page", data["slug"]])
        page.search_description, page.directions = data["description"], linked(data["directions"], keys)
        for field in ("standfirst", "area_served"):
            setattr(page, field, data[field])
        for field in PLACE_FIELDS:
            setattr(page, field, PRACTICE[field])
        page.opening_hours = _hours(PRACTICE["opening_hours"], keys, f"{data['slug']}/hours")
        page.body = json.dumps(stored(data["body"], keys, data["slug"]))
        _publish(page)


def _fill_consultation(page, keys):
    page.readers, page.thanks = CONSULTATION["readers"], CONSULTATION["thanks"]
    streams = {
        "services": [
            ("service", {"name": name, "pages": [{"page": about} for about in pages]})
            for name, pages in CONSULTATION["services"]
        ],
        "people": [("person", {"person": person}) for person in CONSULTATION["people"]],
        "next_steps": [
            ("step", {"title": title, "text": f"<p>{words}</p>"}) for title, words in CONSULTATION["next_steps"]
        ],
    }
    for field, children in streams.items():
        setattr(page, field, json.dumps(stored(children, keys, f"consultation/{field}")))


def _fill_articles(keys):
    today = timezone.localdate()
    for data in articles():
        page = ArticlePage.objects.get(pk=keys["article", data.slug])
        published = today - dt.timedelta(days=data.days_ago)
        updated = None if data.updated_days_ago is None else today - dt.timedelta(days=data.updated_days_ago)
        page.standfirst, page.search_description = data.standfirst, data.description
        page.body = json.dumps(stored(data.body, keys, data.slug))
        references = [("reference", reference.value()) for reference in data.references]
        page.references = json.dumps(stored(references, keys, f"{data.slug}/references"))
        related = [("article", {"article": slug}) for slug in data.related]
        page.related = json.dumps(stored(related, keys, f"{data.slug}/related"))
        page.content_note, page.what_changed = data.content_note, data.what_changed
        page.author_id, page.reviewer_id = keys["person", data.author], keys["person", data.reviewer]
        page.published_on, page.updated_on = published, updated
        page.reviewed_on = updated or published
        page.review_due = page.reviewed_on + REVIEW_INTERVAL
        page.topics = [TopicPage.objects.get(pk=keys["topic", topic]) for topic in data.topics]
        _publish(page)


def _fill_home(home, keys):
    home.headline, home.lead = HOME["headline"], HOME["lead"]
    home.search_description = PRACTICE["description"]
    home.invitation_id = keys["invitation", HOME["invitation"]]
    featured = [("article", {"article": slug}) for slug in HOME["featured"]]
    home.featured = json.dumps(stored(featured, keys, "home/featured"))
    buttons = [
        ("button", {"label": "Arrange a first conversation", "page": None, "address": ""}),
        (
            "button",
            {"label": "How a first session goes", "page": {"page": "article:your-first-session"}, "address": ""},
        ),
    ]
    home.buttons = json.dumps(stored(buttons, keys, "home/buttons"))
    _publish(home)


def _hours(rows, keys, name) -> str:
    fields = ("first_day", "last_day", "opens", "closes", "note")
    return json.dumps(stored([("hours", dict(zip(fields, row, strict=True))) for row in rows], keys, name))


def _settings(keys):
    site = Site.objects.get(is_default_site=True)
    practice = Practice.for_site(site)
    for field in ("name", "strapline", *PLACE_FIELDS, "area_served"):
        setattr(practice, field, PRACTICE[field])
    practice.opening_hours = _hours(PRACTICE["opening_hours"], keys, "practice/hours")
    practice.consultation_page_id = keys["page", "consultation"]
    practice.save()
    # By its name: what machines ask for stands above this room.
    security = apps.get_model("discovery.SecurityContact").for_site(site)
    security.contacts, security.expires_on = PRACTICE["email"], timezone.localdate() + dt.timedelta(days=330)
    security.save()
    crisis = CrisisSupport.for_site(site)
    crisis.emergency_number = "999"
    crisis.lines = json.dumps(stored([("line", line) for line in CRISIS_LINES], keys, "crisis"))
    crisis.save()
