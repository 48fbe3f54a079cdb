"""What a reader meets on the page: a form that asks little, says what is wrong, and loses nothing."""

import pytest
from django.contrib.sessions.models import Session

from hub.consultations.models import ConsultationRequest
from tests.consultations.conftest import ANSWERS, form_data
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream


def test_crisis_lines_stand_above_the_form(client, consultation):
    main = soup(client.get(consultation.url)).main

    places = [tag["class"][0] for tag in main.select(".urgent, form.request")]
    assert places == ["urgent", "request"]


def test_form_asks_for_little_and_for_no_file(client, consultation):
    form = soup(client.get(consultation.url)).select_one("form.request")

    assert [tag["name"] for tag in form.select("input:not([type=hidden]), textarea, select")] == [
        "name",
        *["contact_by"] * 3,
        "telephone",
        "email",
        *["discretion"] * 3,
        "times",
        "message",
        "website",
        "consent",
    ]
    assert form.get("enctype") is None


def test_browsers_can_fill_in_what_they_know(client, consultation):
    form = soup(client.get(consultation.url)).select_one("form.request")

    known = {name: form.select_one(f"[name={name}]")["autocomplete"] for name in ("name", "telephone", "email")}
    assert known == {"name": "name", "telephone": "tel", "email": "email"}


def test_page_is_kept_by_no_cache_and_sets_no_cookie(client, consultation, send):
    answers = [client.get(consultation.url), send(name=""), send()]
    answers.append(client.get(answers[-1].url))

    assert [answer["Cache-Control"] for answer in answers] == ["no-store"] * 4
    assert [answer.cookies for answer in answers if answer.cookies] == []


def test_nothing_of_a_reader_is_remembered_in_a_session(send):
    send()

    assert Session.objects.count() == 0


def test_page_says_who_reads_it_how_long_it_is_kept_and_how_soon_it_is_answered(client, consultation, promises):
    consultation.readers = "our administrator and one therapist"
    consultation.save()
    promises.answer_within_days, promises.keep_days, promises.keep_booked_days = 3, 30, 60
    promises.save()

    text = soup(client.get(consultation.url)).main.get_text(" ")

    assert "Only our administrator and one therapist can read it" in text
    assert "erased 30 days after you send it, or after 60 days where it leads to an appointment" in text
    assert "We answer within 3 working days" in text


def test_every_error_stands_beside_its_field_and_in_the_summary(send):
    page = soup(send(name="", contact_by=None, discretion=None, consent=None))

    links = {link["href"].removeprefix("#"): link.text for link in page.select("#error-summary a")}
    assert list(links) == ["id_name", "id_contact_by_0", "id_discretion_0", "id_consent"]
    assert all(page.find(id=target) for target in links)
    beside = [tag.get_text().strip().removeprefix("Error: ") for tag in page.select(".form__error")]
    assert beside == list(links.values())


def test_error_is_announced_in_title_and_focus_and_tied_to_its_field(send):
    page = soup(send(name=""))

    assert page.title.text.startswith("Error: ")
    assert page.select_one("#error-summary").has_attr("autofocus")
    field = page.select_one("#id_name")
    assert field["aria-invalid"] == "true"
    assert all(page.find(id=identifier) for identifier in field["aria-describedby"].split())
    assert "id_name_error" in field["aria-describedby"]


def test_nothing_typed_is_lost_when_something_is_wrong(send):
    typed = ANSWERS | {
        "times": "after <4> pm",
        "message": "First line\nsecond & “third”",
        "email": "sam@",
        "telephone": "1",
    }

    again = form_data(send(**typed))

    assert {name: again.get(name) for name in typed} == typed


def test_only_the_chosen_way_of_contact_has_to_be_right_and_is_kept(send):
    send(contact_by="call", telephone="01632 960 001", email="not an address")

    kept = ConsultationRequest.objects.get()
    assert (kept.contact, kept.contact_by) == ("01632 960 001", "call")


@pytest.mark.parametrize(
    ("way", "field", "value", "message"),
    [
        ("email", "email", "", "Enter your e-mail address"),
        ("call", "telephone", "", "Enter your telephone number"),
        ("text", "telephone", "", "Enter your telephone number"),
        ("email", "email", "sam", "Enter an e-mail address such as name@example.com"),
        ("call", "telephone", "later", "Enter a telephone number with its area code, such as 01632 960 001"),
        ("call", "telephone", "12", "Enter a telephone number with its area code, such as 01632 960 001"),
    ],
)
def test_way_of_contact_has_to_be_usable(send, way, field, value, message):
    page = soup(send(contact_by=way, **{"telephone": "", "email": ""} | {field: value}))

    assert [link.text for link in page.select("#error-summary a")] == [message]


@pytest.mark.parametrize("number", ["01632 960 001", "+44 (0)1632 960001", "(0116) 496-0001", "020.7946.0001 ext 12"])
def test_telephone_numbers_are_taken_as_people_write_them(send, number):
    send(contact_by="call", telephone=number)

    assert ConsultationRequest.objects.get().contact == number


def test_long_message_is_shown_again_with_its_length(send):
    answer = send(message="a" * 1001)

    assert "1001 characters long" in soup(answer).select_one("#error-summary").text
    assert form_data(answer)["message"] == "a" * 1001


@pytest.mark.parametrize("field", ["times", "message"])
def test_editor_may_leave_a_field_out(client, consultation, send, field):
    setattr(consultation, f"asks_{field}", False)
    consultation.save()

    send(**{field: "sent all the same"})

    assert soup(client.get(consultation.url)).select_one(f"[name={field}]") is None
    assert getattr(ConsultationRequest.objects.get(), field) == ""


@pytest.fixture
def offers(home, articles, consultation):
    """Services and people to choose from; a topic and its article that belong to the first service."""
    topic = TopicPageFactory(parent=home, title="Anxiety")
    person = PersonPageFactory(parent=home, title="Priya")
    article = ArticlePageFactory(parent=articles, topics=[topic], author=person)
    consultation.services = stream(
        ("service", {"name": "Worry or panic", "pages": [topic.pk]}), ("service", {"name": "Couples", "pages": []})
    )
    consultation.people = stream(("person", person.pk))
    consultation.save()
    return {"topic": topic, "person": person, "article": article}


@pytest.mark.parametrize(
    ("origin", "chosen"), [("article", "Worry or panic"), ("topic", "Worry or panic"), ("person", "Priya")]
)
def test_reader_finds_chosen_what_they_came_from(client, consultation, offers, origin, chosen):
    answer = client.get(f"{consultation.url}?from={offers[origin].pk}")

    assert soup(answer).select_one("[name=subject] [selected]").text == chosen


def test_what_is_chosen_and_where_from_is_kept_with_the_request(send, offers):
    send(query=f"?from={offers['article'].pk}")

    kept = ConsultationRequest.objects.get()
    assert (kept.subject, kept.came_from_id) == ("Worry or panic", offers["article"].pk)


@pytest.mark.parametrize("origin", ["", "0", "-1", "999999", "1", "1 OR 1=1", "²", "9" * 30, "<b>"])
def test_origin_that_is_no_page_of_the_site_is_dropped(client, consultation, send, origin):
    send(query=f"?from={origin}")

    assert ConsultationRequest.objects.get().came_from is None


def test_private_page_is_no_origin(send, home):
    private = restricted(StandardPageFactory(parent=home))

    send(query=f"?from={private.pk}")

    assert ConsultationRequest.objects.get().came_from is None


def test_person_whom_visitors_cannot_see_is_not_offered(client, consultation, offers):
    offers["person"].unpublish()

    assert "Priya" not in soup(client.get(consultation.url)).select_one("[name=subject]").text


def test_choice_that_is_not_offered_is_refused(send, offers):
    page = soup(send(subject="service:of-my-own"))

    assert [link.text for link in page.select("#error-summary a")] == ["Choose one of the list"]


def test_call_to_action_of_an_article_says_where_it_stands(client, consultation, offers):
    article = offers["article"]
    article.body = stream(("invitation", {"heading": "Talk", "text": "", "buttons": [{"label": "Begin"}]}))
    article.save()

    assert soup(client.get(article.url)).select_one(".invitation a")["href"] == f"{consultation.url}?from={article.pk}"


def test_button_that_names_the_page_says_where_it_stands_too(client, consultation, home):
    about = StandardPageFactory(
        parent=home,
        body=stream(
            ("invitation", {"heading": "", "text": "", "buttons": [{"label": "Begin", "page": consultation.pk}]})
        ),
    )

    assert soup(client.get(about.url)).select_one(".invitation a")["href"].endswith(f"/consultation/?from={about.pk}")


def test_closed_form_says_how_else_the_practice_is_reached(client, consultation):
    consultation.takes_requests, consultation.closed_note = False, "<p>We are away until May.</p>"
    consultation.save()

    main = soup(client.get(consultation.url)).main
    assert main.select_one("form.request") is None
    assert "away until May" in main.text
    assert main.select_one("a[href='tel:01632960123']")


def test_closed_form_keeps_nothing(client, consultation, send):
    data = form_data(client.get(consultation.url)) | ANSWERS
    consultation.takes_requests = False
    consultation.save()

    assert client.post(consultation.url, data).status_code == 200
    assert ConsultationRequest.objects.count() == 0


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, consultation, method):
    assert getattr(client, method)(consultation.url).status_code == 405


def test_empty_page_renders(client, consultation):
    consultation.consent_wording = consultation.button_label = consultation.message_hint = ""
    consultation.save(clean=False)

    assert client.get(consultation.url).status_code == 200


def test_page_previews_before_it_is_saved(admin_client, home, consultation):
    from hub.consultations.models import ConsultationPage

    draft = ConsultationPage(title="New", slug="new", path=home.path + "9999", depth=home.depth + 1, url_path="/x/new/")

    assert draft.make_preview_request().status_code == 200
    assert consultation.make_preview_request().status_code == 200
