"""A page that is not an article."""

from tests.factories import StandardPageFactory
from tests.helpers import soup, stream


def test_page_with_only_a_title_is_shown(client, home):
    page = StandardPageFactory(parent=home, title="Privacy")

    answer = client.get(page.url)

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "Privacy")


def test_body_is_shown_with_levels_below_the_title(client, home):
    body = stream(("heading", {"text": "What we keep", "size": "part"}), ("paragraph", "<p>Little.</p>"))
    page = StandardPageFactory(parent=home, body=body)

    main = soup(client.get(page.url)).main

    assert ([tag.name for tag in main.find_all(["h1", "h2", "h3"])], "Little." in main.get_text()) == (
        ["h1", "h2"],
        True,
    )


def test_description_is_the_editor_s_or_the_start_of_the_standfirst(home):
    own = StandardPageFactory(parent=home, standfirst="What we keep of you.", search_description="What we keep.")
    other = StandardPageFactory(parent=home, standfirst="What we keep of you.")

    assert (own.description, other.description) == ("What we keep.", "What we keep of you.")


def test_page_says_where_it_lives(client, home):
    page = StandardPageFactory(parent=home, slug="privacy")

    assert soup(client.get(f"{page.url}?utm=1")).find("link", rel="canonical")["href"] == "http://testserver/privacy/"
