"""The review screen: what it shows, what can be changed, and that every change can be undone."""

import pytest
from django.urls import reverse

from blog.importing.desk.models import Document
from blog.importing.worksheets.kinds import kind_of
from tests.blog.importing.desk.conftest import text_file
from tests.helpers import soup


def kinds(document):
    return [kind_of(piece.node) for piece in document.worksheet.pieces]


def number_of(document, text):
    return next(piece.number for piece in document.worksheet.pieces if text in str(piece.node))


def test_both_sides_are_shown_and_know_each_other(editor_client, document):
    shown = soup(editor_client.get(document.get_absolute_url()))

    number = number_of(document, "Nights are quiet")
    line = shown.select_one(f'[data-for="{number}"]')
    assert line.get_text(strip=True) == "Nights are quiet. Worry is not."
    assert "Nights are quiet" in shown.select_one(f"#part-{number} .imp-part__body").get_text()
    assert shown.select_one(f"#part-{number} .imp-part__why").get_text(strip=True)


def test_what_is_left_out_is_marked_on_the_side_of_the_document_and_counted(editor_client, document):
    shown = soup(editor_client.get(document.get_absolute_url()))

    assert [line.get_text(" ", strip=True) for line in shown.select(".imp-line--out")] == ["Related Posts left out"]
    assert shown.select_one(".imp-counts__out").get_text(" ", strip=True) == "1 left out"


def test_uncertain_parts_are_marked_and_lead_to_each_other(editor_client, document):
    uncertain = [piece.number for piece in document.worksheet.uncertain]
    assert uncertain

    shown = soup(editor_client.get(document.get_absolute_url()))

    assert [int(part["data-part"]) for part in shown.select(".imp-part--uncertain")] == uncertain
    assert shown.select_one(".imp-counts__uncertain a")["href"] == f"#part-{uncertain[0]}"


def test_a_part_that_is_right_is_no_longer_uncertain(document, do):
    first = document.worksheet.uncertain[0].number

    do(document, f"confirm:{first}")

    assert first not in [piece.number for piece in document.worksheet.uncertain]


def test_a_kind_is_changed_by_a_plain_form(document, do):
    number = number_of(document, "Nights are quiet")

    answer = do(document, f"kind:{number}", **{f"kind-{number}": "quote"})

    assert answer.url == f"{document.get_absolute_url()}#part-{number}"
    assert kind_of(document.worksheet.piece(number).node) == "quote"


def test_parts_are_joined_and_split_again(document, do):
    before = kinds(document)
    number = number_of(document, "Nights are quiet")

    do(document, f"split:{number}.0")
    assert len(kinds(document)) == len(before) + 1
    do(document, f"merge:{number_of(document, 'Worry is not')}")

    assert kinds(document) == before


def test_what_is_left_out_is_taken_back_where_it_stood(document, do):
    gone = document.worksheet.left_out[0].number

    do(document, f"back:{gone}")

    assert document.worksheet.left_out == ()
    assert "Related Posts" in str(document.worksheet.pieces[-1].node)


def test_every_change_is_undone_in_turn(document, do):
    at_first = document.kept_worksheet
    number = number_of(document, "Nights are quiet")
    do(document, f"drop:{number}")
    do(
        document,
        f"kind:{number_of(document, 'A fixed time')}",
        **{f"kind-{number_of(document, 'A fixed time')}": "text"},
    )

    do(document, "undo")
    do(document, "undo")

    assert document.kept_worksheet == at_first
    assert "nothing to undo" in do(document, "undo", follow=True).content.decode()


def test_a_change_that_can_not_be_made_is_refused_with_a_reason(document, do):
    before = document.kept_worksheet
    first = document.worksheet.pieces[0].number

    answer = do(document, f"merge:{first}", follow=True)

    assert "Nothing comes before" in soup(answer).select_one(".messages").get_text()
    assert document.kept_worksheet == before


@pytest.mark.parametrize("what", ["kind:1", "split:1.x", "merge:99999", "explode:1", "back:", "drop:²", "kind:1.2.3"])
def test_a_made_up_change_is_refused(document, do, what):
    before = document.kept_worksheet

    assert do(document, what, follow=True).status_code == 200
    assert document.kept_worksheet == before


def test_a_screen_that_has_grown_old_changes_nothing(document, do):
    old = document.version
    do(document, "save", title="A newer title")

    answer = do(document, "save", version=old, title="An old idea", follow=True)

    assert "another window" in soup(answer).select_one(".messages").get_text()
    assert document.worksheet.title == "A newer title"


def test_details_are_kept_with_every_change(document, do):
    number = number_of(document, "Nights are quiet")

    do(
        document,
        f"drop:{number}",
        title="  Another   title ",
        subtitle="Another standfirst",
        slug="sleep",
        date="2024-03-01",
    )

    sheet = document.worksheet
    assert (sheet.title, sheet.subtitle) == ("Another title", "Another standfirst")
    assert (sheet.facts.slug, str(sheet.facts.date)) == ("sleep", "2024-03-01")


def test_a_missing_title_is_told_and_what_was_typed_stays(document, do):
    answer = do(document, "make", title="", subtitle="Typed just now")

    shown = soup(answer)
    assert "needs a title" in shown.select_one(".errorlist").get_text()
    assert shown.select_one("#id_subtitle").get_text(strip=True) == "Typed just now"
    assert document.state == Document.State.READY


def test_a_script_gets_the_changing_part_alone(document, editor_client, do):
    number = number_of(document, "Nights are quiet")
    fields = {"version": document.version, "title": "T", "place": document.place_id, "do": f"drop:{number}"}

    answer = editor_client.post(document.get_absolute_url(), fields, headers={"X-Part": "review"})

    assert answer.status_code == 200
    assert answer.content.lstrip().startswith(b"<form")


def test_nothing_of_the_document_runs_or_is_loaded(send, editor_client):
    markup = (
        '<h1>A hostile title</h1><p onclick="steal()">Text <a href="javascript:alert(1)">link</a>'
        '<img src="https://evil.example/pixel.png" alt="pixel"><script>alert(2)</script></p>'
        "<p>&lt;script&gt;alert(3)&lt;/script&gt; as text</p>"
    )
    document = send(pasted="A hostile title", pasted_html=markup).documents.get()

    shown = soup(editor_client.get(document.get_absolute_url()))
    review = shown.select_one(".imp-review")
    assert review.select("script, iframe, object, [onclick], [style]") == []
    assert [image["src"] for image in review.select("img")] == []
    assert not [link for link in review.select("a") if link["href"].lower().startswith(("javascript:", "http"))]
    assert "<script>alert(3)</script> as text" in review.get_text()


def test_a_document_that_is_not_ready_has_no_review(send, editor_client):
    document = send(text_file("x", name="photo.xyz")).documents.get()

    assert editor_client.get(document.get_absolute_url()).url == reverse("importing:batch", args=[document.batch_id])
