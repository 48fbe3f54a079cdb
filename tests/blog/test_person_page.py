"""An author or reviewer."""

import pytest

from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory
from tests.helpers import restricted, soup


@pytest.fixture
def person(home):
    return PersonPageFactory(parent=home, title="Dr Marian Ash")


def test_person_with_only_a_name_is_shown(client, person):
    answer = client.get(person.url)

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "Dr Marian Ash")


def test_person_lists_what_they_wrote_and_what_they_reviewed(client, articles, person):
    written = ArticlePageFactory(parent=articles, author=person)
    reviewed = ArticlePageFactory(parent=articles, reviewer=person)
    ArticlePageFactory(parent=articles)

    context = client.get(person.url).context

    assert (list(context["written"]), list(context["reviewed"])) == ([written], [reviewed])


@pytest.mark.parametrize("role", ["author", "reviewer"])
@pytest.mark.parametrize("how", ["draft", "private"])
def test_articles_nobody_may_see_are_not_listed(client, articles, person, role, how):
    page = ArticlePageFactory(parent=articles, **{role: person})
    page.unpublish() if how == "draft" else restricted(page)

    context = client.get(person.url).context

    assert (list(context["written"]), list(context["reviewed"])) == ([], [])


def test_what_a_reader_may_rely_on_is_shown(client, home):
    person = PersonPageFactory(
        parent=home,
        role="Therapist",
        credentials="MSc",
        registration_body="A register",
        registration_number="123",
        languages="English, Welsh",
        biography="<p>Works by the sea.</p>",
        photo=ImageFactory(),
    )

    main = soup(client.get(person.url)).main

    assert [fact.get_text() for fact in main.find_all("dd")] == ["MSc", "A register, number 123", "English, Welsh"]
    assert "Works by the sea." in main.get_text()
    assert main.img["alt"] == person.title


@pytest.mark.parametrize(
    ("name", "expected"), [("Dr Marian Ash", "MA"), ("Jonah", "J"), ("Ana Maria de la Cruz", "AC"), ("Dr", "")]
)
def test_person_without_a_photograph_has_initials(client, home, name, expected):
    page = PersonPageFactory(parent=home, title=name)

    assert soup(client.get(page.url)).main.find(class_="portrait").get_text() == expected
