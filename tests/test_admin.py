"""Every admin view of our models is answered, for an article with every block too; tests/users says to whom."""

import json
import uuid

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from wagtail.models import Site

from tests.factories import (
    ArticlePageFactory,
    ConsultationPageFactory,
    DocumentFactory,
    ImageFactory,
    InvitationFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import BODY, stream

PAGES = ["home", "index", "article", "topic", "person", "standard page", "consultation page"]
PAGE_VIEWS = ["edit", "history", "usage", "delete", "copy", "move", "unpublish", "view_draft", "workflow_history"]
REVISION_VIEWS = ["revisions_view", "revisions_revert"]
SNIPPET_VIEWS = ["edit", "history", "usage", "delete", "copy", "unpublish"]
LISTS = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailadmin_account",
    "wagtailadmin_pages:search",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_pages:type_use",
    "wagtailimages:index",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs_chooser:choose",
    "wagtailsnippets:index",
    "wagtailsnippets_core_source:list",
    "wagtailsnippets_core_source:add",
    "wagtailsnippetchoosers_core_source:choose",
    "wagtailsnippets_core_invitation:list",
    "wagtailsnippets_core_invitation:add",
    "wagtailsnippetchoosers_core_invitation:choose",
    "wagtailadmin_choose_page",
    "wagtailredirects:index",
    "wagtailredirects:add",
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "wagtailusers_groups:index",
    "wagtailsites:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_workflows:index",
    "consultations:index",
    "consultations:records",
    "consultations:person",
    "consultations:mail",
]


@pytest.fixture
def pages(home, articles):
    """A page of each type, each with a revision; the article with every block that needs nothing of the site."""
    topic = TopicPageFactory(parent=home)
    person = PersonPageFactory(parent=home)
    previews = [
        {"type": name, "value": block.get_prep_value(block.get_preview_value()), "id": str(uuid.uuid4())}
        for name, block in BODY.child_blocks.items()
        if name not in {"image", "download", "person_card", "related_articles", "shared_invitation"}
    ]
    article = ArticlePageFactory(
        parent=articles,
        author=person,
        topics=[topic],
        hero_image=ImageFactory(),
        hero_alt="A boat",
        body=json.dumps(previews),
    )
    found = {
        "home": home,
        "index": articles,
        "article": article,
        "topic": topic,
        "person": person,
        "standard page": StandardPageFactory(parent=home),
        "consultation page": ConsultationPageFactory(parent=home),
    }
    for page in found.values():
        page.save_revision()
        page.save_revision()
        page.refresh_from_db()
    return found


@pytest.fixture
def invitation(db):
    invitation = InvitationFactory(buttons=stream(("button", {"label": "Begin", "address": "/"})))
    invitation.save_revision().publish()
    return invitation


def page_urls(page):
    yield from (reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for view in PAGE_VIEWS)
    yield reverse("wagtailadmin_explore", args=[page.pk])
    yield reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    revision = page.latest_revision
    yield from (reverse(f"wagtailadmin_pages:{view}", args=[page.pk, revision.pk]) for view in REVISION_VIEWS)
    yield reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    yield reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])
    for model in type(page).creatable_subpage_models():
        yield reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, page.pk])


def other_urls(invitation):
    name = "wagtailsnippets_core_invitation"
    image, document = ImageFactory(), DocumentFactory()
    yield from (reverse(f"{name}:{view}", args=[invitation.pk]) for view in SNIPPET_VIEWS)
    revision = invitation.latest_revision
    yield from (reverse(f"{name}:{view}", args=[invitation.pk, revision.pk]) for view in REVISION_VIEWS)
    yield reverse(f"{name}:revisions_compare", args=[invitation.pk, "earliest", revision.pk])
    site = Site.objects.get(is_default_site=True)
    for setting in ("practice", "crisissupport"):
        yield reverse("wagtailsettings:edit", args=["core", setting, site.pk])
    yield reverse("wagtailsettings:edit", args=["consultations", "consultationsettings", site.pk])
    for view in ("edit", "delete", "image_usage"):
        yield reverse(f"wagtailimages:{view}", args=[image.pk])
    for view in ("edit", "delete", "document_usage"):
        yield reverse(f"wagtaildocs:{view}", args=[document.pk])


def statuses(client, urls):
    """Return each address that was not shown, with the status it answered."""
    answers = {url: client.get(url) for url in urls}
    return {url: answer.status_code for url, answer in answers.items() if answer.status_code != 200}


def shown(client, urls):
    """Return the addresses that were shown; a page that sends on to the login form counts as refused."""
    return [url for url in urls if client.get(url).status_code not in {302, 403, 404}]


@pytest.mark.parametrize("name", PAGES)
def test_every_view_of_a_page_is_answered(admin_client, pages, name):
    assert statuses(admin_client, page_urls(pages[name])) == {}


def test_every_list_is_answered(admin_client, pages, invitation):
    urls = [reverse(name, args=["blog", "articlepage"] if name.endswith("type_use") else []) for name in LISTS]

    assert statuses(admin_client, urls) == {}


def test_every_view_of_snippets_settings_pictures_and_documents_is_answered(admin_client, site, invitation):
    assert statuses(admin_client, other_urls(invitation)) == {}


def test_settings_are_reached_by_their_name(admin_client, site):
    answer = admin_client.get(reverse("wagtailsettings:edit", args=["core", "practice"]), follow=True)

    assert answer.status_code == 200


def test_shared_invitation_previews(admin_client, invitation):
    url = reverse("wagtailsnippets_core_invitation:revisions_view", args=[invitation.pk, invitation.latest_revision.pk])

    assert "Talk it over with somebody" in admin_client.get(url).content.decode()


def admin_addresses(known):
    """Yield every address of the admin whose parameters are all ``known``."""

    def walk(resolver, names=()):
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern, (*names, pattern.namespace) if pattern.namespace else names)
            elif pattern.name:
                yield ":".join((*names, pattern.name)), pattern.pattern.regex.groupindex or pattern.pattern.converters

    for name, parameters in walk(get_resolver()):
        try:
            url = reverse(name, kwargs={parameter: known[parameter] for parameter in parameters})
        except (KeyError, NoReverseMatch):
            continue
        # The fail whale is an error on purpose, for those who write error pages.
        if url.startswith("/admin/") and "logout" not in url and "failwhale" not in url:
            yield url


@pytest.fixture
def addresses(pages, invitation):
    article, image, document = pages["article"], ImageFactory(), DocumentFactory()
    names = ("page_id", "parent_page_id", "page_to_move_id", "page_pk")
    return list(
        admin_addresses(
            dict.fromkeys(names, article.pk)
            | dict.fromkeys(("destination_id",), pages["index"].pk)
            | dict.fromkeys(("pk", "object_id", "workflow_pk", "task_id", "collection_id"), 1)
            | dict.fromkeys(("app_name", "app_label", "content_type_app_name"), "blog")
            | dict.fromkeys(("model_name", "content_type_model_name"), "articlepage")
            | {"revision_id": article.latest_revision.pk, "revision_id_a": "earliest", "revision_id_b": "latest"}
            | {"image_id": image.pk, "document_id": document.pk, "doc_id": document.pk, "redirect_id": 1}
            | {"action_name": "approve", "filter_spec": "original", "action": "delete", "session_id": 1}
        )
    )


def test_no_address_of_the_admin_is_an_error(admin, addresses):
    client = Client(raise_request_exception=False)
    client.force_login(admin)

    answers = {url: client.get(url).status_code for url in addresses}

    assert len(answers) > 150
    assert {url: status for url, status in answers.items() if status >= 500} == {}


def test_somebody_without_rights_sees_no_page_snippet_or_setting(bystander_client, pages, invitation):
    urls = [url for page in pages.values() for url in page_urls(page) if "/usage/" not in url]
    urls += [url for url in other_urls(invitation) if "usage" not in url]

    assert shown(bystander_client, urls) == []
