"""Buttons, invitations, people and related articles."""

import pytest
from django.test import RequestFactory
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.core.blocks.action import ButtonBlock
from hub.core.models import Practice
from hub.core.models.site import load_site
from tests.factories import ArticlePageFactory, InvitationFactory, PersonPageFactory, StandardPageFactory
from tests.helpers import BODY, rendered, restricted, stream

BUTTON = ButtonBlock()
HIDDEN = ["draft", "private", "expired"]


def hidden(page, how):
    """Take ``page`` out of visitors' sight."""
    if how == "private":
        return restricted(page)
    if how == "draft":
        page.unpublish()
    else:
        page.expire_at = timezone.now()
        page.save()
    return page


def cleaned(**value):
    return BUTTON.clean(BUTTON.to_python({"label": "Begin", "page": None, "address": "", **value}))


@pytest.fixture
def page_request(site):
    """A request to the site, for which its settings are loaded."""
    request = RequestFactory().get("/", headers={"host": "testserver"})
    load_site(request)
    return request


def button(request=None, **value):
    """Return the button as an invitation shows it."""
    buttons = [{"label": "Begin", "page": None, "address": "", **value}]
    shown = rendered(("invitation", {"heading": "Talk", "text": "", "buttons": buttons}), request=request)
    return shown.find(class_="button")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "call me", "//evil.example", "data:text/html,x"])
def test_bad_address_is_refused_where_it_was_typed(db, address):
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(address=address)

    assert list(refused.value.block_errors) == ["address"]


def test_page_and_address_together_are_refused(home):
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned(page=home.pk, address="https://example.org")

    assert "not both" in str(refused.value.block_errors["address"])


@pytest.mark.parametrize(
    "address", ["", "https://example.org", "01632 960 123", "hello@example.org", "/about/", "example.org"]
)
def test_good_address_is_taken(db, address):
    assert cleaned(address=address)["address"] == address


def test_button_leads_to_its_page(home):
    page = StandardPageFactory(parent=home)

    assert button(page=page.pk)["href"] == page.url


@pytest.mark.parametrize("how", HIDDEN)
def test_button_to_a_page_nobody_may_see_is_no_link(home, how):
    page = hidden(StandardPageFactory(parent=home), how)

    assert "href" not in button(page=page.pk).attrs


@pytest.mark.parametrize(
    ("address", "expected"),
    [("01632 960 123", "tel:01632960123"), ("hello@example.org", "mailto:hello@example.org"), ("/about/", "/about/")],
)
def test_button_leads_to_its_address(db, address, expected):
    assert button(address=address)["href"] == expected


def test_address_that_slipped_through_is_no_link(db):
    assert "href" not in button(address="javascript:alert(1)").attrs


def test_button_without_a_goal_leads_to_the_consultation_page(site, home):
    page = StandardPageFactory(parent=home, slug="consultation")
    Practice.objects.create(site=site, consultation_page=page)
    request = RequestFactory().get("/", headers={"host": "testserver"})
    load_site(request)

    assert button(request)["href"] == "/consultation/"


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"telephone": "01632 960 123", "email": "a@example.org"}, "tel:01632960123"),
        ({"email": "a@example.org"}, "mailto:a@example.org"),
        ({}, "/"),
    ],
)
def test_without_a_consultation_page_it_leads_to_the_practice(site, contact, expected):
    Practice.objects.create(site=site, **contact)
    request = RequestFactory().get("/", headers={"host": "testserver"})
    load_site(request)

    assert button(request)["href"] == expected


@pytest.mark.parametrize("how", HIDDEN)
def test_consultation_page_nobody_may_see_is_not_led_to(site, home, how):
    Practice.objects.create(
        site=site, telephone="01632 960 123", consultation_page=hidden(StandardPageFactory(parent=home), how)
    )
    request = RequestFactory().get("/", headers={"host": "testserver"})
    load_site(request)

    assert button(request)["href"] == "tel:01632960123"


def test_second_button_is_the_quiet_one(db):
    buttons = [{"label": "Begin", "address": "/a/"}, {"label": "Call", "address": "116 123"}]

    shown = rendered(("invitation", {"heading": "Talk", "text": "", "buttons": buttons})).find_all("a")

    assert [("button--quiet" in link["class"], link.get_text()) for link in shown] == [(False, "Begin"), (True, "Call")]


def test_shared_invitation_is_shown_where_it_is_placed(page_request):
    invitation = InvitationFactory(buttons=stream(("button", {"label": "Begin", "address": "/a/"})))

    shown = rendered(("shared_invitation", invitation.pk), request=page_request)

    assert (shown.find(class_="invitation__heading").get_text(), shown.a["href"]) == (
        "Talk it over with somebody",
        "/a/",
    )


def test_unpublished_shared_invitation_is_not_shown(db):
    invitation = InvitationFactory(live=False)

    assert rendered(("shared_invitation", invitation.pk)).get_text(strip=True) == ""


def test_unpublished_shared_invitation_takes_no_heading_level(db):
    invitation = InvitationFactory(live=False)

    shown = rendered(
        ("shared_invitation", invitation.pk),
        ("heading", {"text": "A", "size": "section"}),
        ("heading", {"text": "B", "size": "part"}),
    )

    assert [tag.name for tag in shown.find_all(["h2", "h3", "h4"])] == ["h2", "h3"]


def test_deleted_shared_invitation_is_not_shown(db):
    invitation = InvitationFactory()
    child = ("shared_invitation", invitation.pk)
    invitation.delete()

    assert rendered(child).get_text(strip=True) == ""


def test_person_is_introduced(home):
    person = PersonPageFactory(parent=home, title="Dr Marian Ash", role="Therapist")

    shown = rendered(("person_card", {"person": person.pk, "note": "Works on Fridays."}))

    assert (shown.a["href"], shown.a.get_text()) == (person.url, "Dr Marian Ash")
    assert "Works on Fridays." in shown.get_text()


@pytest.mark.parametrize("how", HIDDEN)
def test_person_nobody_may_see_is_not_introduced(home, how):
    person = hidden(PersonPageFactory(parent=home, title="Dr Marian Ash"), how)

    assert rendered(("person_card", {"person": person.pk, "note": "Hers."})).get_text(strip=True) == ""


def test_related_articles_keep_their_order(articles):
    first, second = ArticlePageFactory(parent=articles), ArticlePageFactory(parent=articles)

    shown = rendered(("related_articles", {"heading": "Read next", "articles": [second.pk, first.pk]}))

    assert [link["href"] for link in shown.find_all("a")] == [second.url, first.url]


@pytest.mark.parametrize("how", HIDDEN)
def test_related_article_nobody_may_see_is_left_out(articles, how):
    seen, unseen = ArticlePageFactory(parent=articles), hidden(ArticlePageFactory(parent=articles), how)

    shown = rendered(("related_articles", {"heading": "Read next", "articles": [unseen.pk, seen.pk]}))

    assert [link["href"] for link in shown.find_all("a")] == [seen.url]


def test_related_articles_without_one_to_show_leave_no_heading(articles):
    unseen = hidden(ArticlePageFactory(parent=articles), "draft")

    assert rendered(("related_articles", {"heading": "Read next", "articles": [unseen.pk]})).get_text(strip=True) == ""


def test_page_that_was_deleted_is_left_out(articles):
    seen, gone = ArticlePageFactory(parent=articles), ArticlePageFactory(parent=articles)
    child = ("related_articles", {"heading": "Read next", "articles": [gone.pk, seen.pk]})
    gone.delete()

    assert [link["href"] for link in rendered(child).find_all("a")] == [seen.url]


def test_person_card_needs_a_person(db):
    block = BODY.child_blocks["person_card"]

    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"person": None, "note": ""}))
