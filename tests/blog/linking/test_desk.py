"""An editor sees which links a text calls for, which articles should link to it, and who links to whom."""

import csv
import io

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.linking.inbound import links_to
from tests.helpers import soup

GRIEF = "Grief comes in waves. Nobody can hurry grief along. Grief has no timetable."


@pytest.fixture
def grief(publish):
    return publish("Grief does not run on a timetable", GRIEF)


def linking(page):
    return f'More on <a linktype="page" id="{page.pk}">that</a>.'


def asked(client, title, *texts, page=None):
    body = streamfield([("paragraph", rich_text(f"<p>{text}</p>")) for text in texts])
    data = nested_form_data({"title": title, "standfirst": "", "body": body}) | {"page_key": page.pk if page else ""}
    return client.post(reverse("article_links_suggest"), data)


def test_form_that_was_never_saved_gets_suggestions(admin_client, articles, grief):
    answer = asked(admin_client, "New", "After a loss, grief is what one does.").json()

    assert answer == {
        "links": [
            {
                **{"id": grief.pk, "title": grief.title, "url": grief.url, "parentId": articles.pk},
                **{"phrase": "grief", "before": "After a loss, ", "after": " is what one does."},
                "edit": reverse("wagtailadmin_pages:edit", args=[grief.pk]),
            }
        ],
        "here": [],
        "inbound": 0,
    }


def test_what_is_in_the_form_counts_and_not_what_is_saved(admin_client, publish, grief):
    page = publish("Loss", "A long grief.")

    assert asked(admin_client, "Loss", f"A long grief. {linking(grief)}", page=page).json()["links"] == []
    assert asked(admin_client, "Loss", "A long grief.", page=page).json()["links"]


def test_articles_that_should_link_here_are_named_with_the_place(admin_client, publish, grief):
    loss = publish("Loss", "A long grief follows.")
    publish("Linked already", f"A long grief. {linking(grief)}")

    (place,) = asked(admin_client, grief.title, GRIEF, page=grief).json()["here"]

    assert (place["title"], place["before"], place["phrase"], place["after"]) == (
        loss.title,
        "A long ",
        "grief",
        " follows.",
    )


def test_title_in_the_form_finds_places_before_the_first_save(admin_client, publish):
    publish("A night", "She had a panic attack on the train.")

    places = asked(admin_client, "Panic attacks: what to do", "A panic attack ends.").json()["here"]

    assert [place["phrase"] for place in places] == ["panic attack"]


@pytest.mark.parametrize(
    "data", [{}, {"page_key": "x"}, {"body-count": "1"}, {"body-count": "1", "body-0-type": "paragraph"}]
)
def test_half_a_form_gets_an_answer(admin_client, grief, data):
    assert admin_client.post(reverse("article_links_suggest"), data).json()["links"] == []


def test_bystander_gets_no_suggestions(bystander_client, grief):
    assert asked(bystander_client, "New", "grief").status_code == 302
    assert bystander_client.get(reverse("article_links")).status_code == 302


def test_links_are_counted_by_article_and_in_published_texts_only(publish, articles, grief):
    publish("Twice", f"{linking(grief)} {linking(grief)}")
    publish("Once", linking(grief))
    publish("Withdrawn", linking(grief)).unpublish()

    assert links_to(grief.pk) == 2


def test_report_begins_with_what_nobody_links_to(admin_client, publish, grief):
    publish("Once", linking(grief))

    rows = soup(admin_client.get(reverse("article_links"))).select("tbody tr")
    table = admin_client.get(reverse("article_links"), {"export": "csv", "orphans": "true"})
    orphans = list(csv.DictReader(io.StringIO(b"".join(table.streaming_content).decode("utf-8-sig"))))

    assert [[cell.get_text(" ", strip=True) for cell in row.find_all("td")][:3] for row in rows] == [
        ["Once", "0", "1"],
        [grief.title, "1", "0"],
    ]
    assert [(row["Article"], row["Articles that link here"]) for row in orphans] == [("Once", "0")]


def test_form_of_an_article_shows_the_panel(admin_client, grief):
    page = soup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[grief.pk])))

    assert page.select_one("[data-link-panel]")["data-page"] == str(grief.pk)
