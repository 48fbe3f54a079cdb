"""What every page's head says: its own address, another that an editor names, and a description never left behind."""

import pytest
from django.core.exceptions import ValidationError

from home.models import StandardPage
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory
from tests.helpers import soup, stream


def head_of(client, url):
    head = soup(client.get(url)).head
    return {
        "canonical": head.find("link", rel="canonical")["href"],
        "og:url": head.find("meta", property="og:url")["content"],
        "description": head.find("meta", attrs={"name": "description"})["content"],
        "robots": head.find("meta", attrs={"name": "robots"})["content"],
        "language": soup(client.get(url)).html["lang"],
    }


def test_page_is_known_by_its_own_address_without_what_follows_people(client, home):
    page = StandardPageFactory(parent=home, standfirst="About us.")

    assert head_of(client, f"{page.url}?utm_source=mail&fbclid=1") == {
        "canonical": f"http://testserver{page.url}",
        "og:url": f"http://testserver{page.url}",
        "description": "About us.",
        "robots": "max-image-preview:large, max-snippet:-1",
        "language": "en-GB",
    }


def test_editor_names_another_address(client, home):
    page = StandardPageFactory(parent=home, canonical_url="https://example.org/first/")

    found = head_of(client, page.url)

    assert (found["canonical"], found["og:url"]) == ("https://example.org/first/", "https://example.org/first/")


def test_named_address_loses_what_follows_people(db):
    page = StandardPage(title="A", slug="a", canonical_url="https://example.org/a/?utm_source=x&id=1#top")

    page.clean()

    assert page.canonical_url == "https://example.org/a/?id=1"


@pytest.mark.parametrize("url", ["/a/", "ftp://example.org/", "https://me:secret@example.org/"])
def test_named_address_is_whole_and_public(db, url):
    with pytest.raises(ValidationError) as refused:
        StandardPage(title="A", slug="a", canonical_url=url).clean()

    assert list(refused.value.message_dict) == ["canonical_url"]


def test_editor_s_switch_keeps_a_page_out(client, home):
    assert head_of(client, StandardPageFactory(parent=home, noindex=True).url)["robots"] == "noindex"


def test_description_follows_the_text(client, articles):
    page = ArticlePageFactory(parent=articles, body=stream(("paragraph", "<p>Sleep <b>comes</b> back.</p>")))
    first = head_of(client, page.url)["description"]
    page.standfirst = "What helps at night."
    page.save()

    assert (first, head_of(client, page.url)["description"]) == ("Sleep comes back.", "What helps at night.")
    assert page.search_description == ""


def test_person_is_described_by_their_biography(client, home):
    page = PersonPageFactory(parent=home, title="Marian Ash", biography="<p>Marian leads the practice.</p>")

    assert head_of(client, page.url)["description"] == "Marian leads the practice."


def test_page_of_questions_only_is_described_by_them(home):
    items = [{"question": "Why?", "answer": "<p>So.</p>"}]

    page = StandardPageFactory(parent=home, body=stream(("faq", {"heading": "Asked", "items": items})))

    assert page.description == "Asked Why? So."
