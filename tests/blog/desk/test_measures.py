"""What the editor is told of an article's length is what its readers are told, while it is written and after."""

import pytest
from django.urls import reverse

from hub.core.reading import WORDS_PER_MINUTE
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import filled_in, soup, stream

TEXT = f"<p>{'word ' * (WORDS_PER_MINUTE * 2)}end.</p>"


@pytest.fixture
def article(articles):
    return ArticlePageFactory(parent=articles, standfirst="Three words here", body=stream(("paragraph", TEXT)))


def measures(answer):
    return {row.dt.get_text(): row.dd.get_text() for row in soup(answer).select(".quality__measures div")}


def editor(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_panel_says_words_reading_time_grade_and_ease(admin_client, article):
    found = measures(editor(admin_client, article))

    assert list(found) == ["Words", "Reading time", "School grade", "Reading ease"]
    assert (found["Words"], found["Reading time"]) == (str(article.word_count), f"{article.reading_minutes} min")
    assert article.reading_minutes == 3


def test_reading_time_is_what_the_page_says(admin_client, client, article):
    said = f"{article.reading_minutes} min"

    assert measures(editor(admin_client, article))["Reading time"] == said
    assert f"{said} read" in soup(client.get(article.url)).get_text()


def test_reading_time_follows_the_form_before_it_is_saved(admin_client, article):
    data = filled_in(editor(admin_client, article), type(article), {"standfirst": "word " * 60})

    answer = admin_client.post(reverse("quality:edit", args=[article.pk]), data)

    assert measures(answer)["Words"] == "60"
    assert measures(answer)["Reading time"] == "1 min"


def test_preview_says_the_reading_time_of_what_is_previewed(admin_client, article):
    # Its text is taken out of the form, and nothing is saved.
    data = filled_in(editor(admin_client, article), type(article), {})
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    admin_client.post(address, data)

    assert "1 min read" in soup(admin_client.get(address)).get_text()


def test_article_without_a_word_has_no_reading_time(admin_client, articles):
    found = measures(editor(admin_client, ArticlePageFactory(parent=articles)))

    assert found == {"Words": "0", "Reading time": "–", "School grade": "–", "Reading ease": "–"}


def test_no_second_count_stands_beside_it(admin_client, article, home):
    other = editor(admin_client, StandardPageFactory(parent=home))

    assert "data-content-word-count" not in editor(admin_client, article).content.decode()
    assert "data-content-word-count" in other.content.decode()
