"""The command: one line a file, one list for programs, and bad files that harm no other."""

import json
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from blog.models import ArticlePage
from tests.factories import ArticleIndexPageFactory, PersonPageFactory, StandardPageFactory

ARTICLE = "Small steps\n\nOne step at a time.\n\n• one\n• two\n\nRelated Posts\n"
CAN_BE_READ = ".txt, .text, .md, .markdown, .html, .htm, .docx, .docm, .zip."
NOTE = "“Related Posts” at the end was left out: a leftover of the page it was copied from."


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "steps.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    """Call the command; returns what it printed and why it failed, "" if it did not."""

    def run(*arguments, **options) -> tuple[str, str]:
        failure = ""
        try:
            call_command("import_articles", *map(str, arguments), **options)
        except CommandError as error:
            failure = str(error)
        return capsys.readouterr().out, failure

    return run


def test_a_line_for_the_file_its_notes_and_a_summary(articles, document, run):
    out, failure = run(document)

    assert failure == ""
    assert out == (
        f"created  {document}  http://testserver/articles/small-steps/  (draft)\n"
        f"    note: {NOTE}\n"
        "    left out: Related Posts\n"
        "1 created, 0 updated, 0 skipped, 0 failed\n"
    )


def test_json_is_one_list_and_nothing_else(articles, document, tmp_path, run):
    missing = tmp_path / "missing.txt"

    out, failure = run(document, missing, json=True)

    assert json.loads(out) == [
        {
            "file": str(document),
            "status": "created",
            "url": "http://testserver/articles/small-steps/",
            "reason": "",
            "notes": [NOTE],
            "left_out": ["Related Posts"],
            "findings": [],
        },
        {
            "file": str(missing),
            "status": "failed",
            "url": None,
            "reason": "There is no such file.",
            "notes": [],
            "left_out": [],
            "findings": [],
        },
    ]
    assert failure == "1 of 2 files failed."


def test_publish_makes_the_printed_address_answer(articles, document, run, client):
    out, _ = run(document, "--publish", json=True)

    assert client.get(json.loads(out)[0]["url"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "The file is empty."),
        ("binary.txt", b"\x00\x01", "This is not a text file: it holds binary data."),
        ("latin.txt", b"caf\xe9", "The file is not UTF-8 (byte 4 makes no sense): save it again as UTF-8."),
        ("huge.txt", b"a\n" * 600_000, "The file is larger than 1 MB, the most that is read."),
        (
            "list.txt",
            "• one".encode(),
            "There is no title: the first line has to be one, at most 200 characters and no sentence.",
        ),
        (
            "sheet.xlsx",
            b"x",
            "Files that end in “.xlsx” can't be read; these can: " + CAN_BE_READ,
        ),
        (
            "README",
            b"x",
            "Files without an ending to their name can't be read; these can: " + CAN_BE_READ,
        ),
        ("folder", None, "There is no document in this folder."),
    ],
)
def test_a_bad_file_gets_its_reason_and_the_others_go_through(articles, document, tmp_path, run, name, content, reason):
    bad = tmp_path / name
    bad.mkdir() if content is None else bad.write_bytes(content)

    out, failure = run(bad, document)

    assert out.startswith(f"failed   {bad}\n    {reason}\ncreated  {document}  ")
    assert out.endswith("1 created, 0 updated, 0 skipped, 1 failed\n")
    assert failure == "1 of 2 files failed."
    assert ArticlePage.objects.count() == 1


def test_a_second_run_updates_and_an_editors_change_is_skipped(articles, document, run):
    run(document)
    out, failure = run(document)
    assert (out.splitlines()[-1], failure) == ("0 created, 1 updated, 0 skipped, 0 failed", "")

    page = ArticlePage.objects.get().get_latest_revision_as_object()
    page.standfirst = "Begin here"
    page.save_revision()

    out, failure = run(document)
    assert (out.splitlines()[-1], failure) == ("0 created, 0 updated, 1 skipped, 0 failed", "")
    out, _ = run(document, "--overwrite")
    assert out.splitlines()[-1] == "0 created, 1 updated, 0 skipped, 0 failed"


def test_files_of_the_same_name_in_two_folders_are_two_articles_each_time(articles, document, tmp_path, run):
    twin = tmp_path / "other" / document.name
    twin.parent.mkdir()
    twin.write_text(ARTICLE, encoding="utf-8")

    assert run(document, twin)[0].splitlines()[-1] == "2 created, 0 updated, 0 skipped, 0 failed"
    assert run(document, twin)[0].splitlines()[-1] == "0 created, 2 updated, 0 skipped, 0 failed"
    assert run(document, document)[0].splitlines()[-1] == "0 created, 2 updated, 0 skipped, 0 failed"


def test_a_dry_run_shows_the_outline_and_writes_nothing(db, document, run):
    out, failure = run(document, "--dry-run")

    assert failure == ""
    assert out == (
        f"skipped  {document}\n"
        "    A dry run: nothing was written.\n"
        f"    note: {NOTE}\n"
        "    left out: Related Posts\n"
        "    title       Small steps\n"
        "    text        One step at a time.\n"
        "    bullets     \n"
        "                - one\n"
        "                - two\n"
        "0 created, 0 updated, 1 skipped, 0 failed\n"
    )
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("address", ["/articles/", "articles", "/articles"])
def test_parent_is_found_by_its_path(articles, document, run, address):
    ArticleIndexPageFactory(parent=articles.get_parent(), title="Elsewhere", slug="elsewhere")

    run(document, "--parent", address)

    assert ArticlePage.objects.get().get_parent().pk == articles.pk


@pytest.mark.parametrize(
    ("parent", "reason"),
    [
        (["--parent", "/nowhere/"], "There is no page at /nowhere/."),
        (["--parent", "/"], "The page at / is no article index."),
        ([], "There are 2 article indexes: name one with --parent."),
    ],
)
def test_a_place_that_is_not_there_is_one_line(articles, document, run, parent, reason):
    ArticleIndexPageFactory(parent=articles.get_parent(), title="Elsewhere")

    assert run(document, *parent) == ("", reason)
    out, failure = run(document, *parent, json=True)
    assert [(entry["status"], entry["reason"]) for entry in json.loads(out)] == [("failed", reason)]
    assert failure == "1 of 1 files failed."


def test_without_an_index_there_is_no_place(db, document, run):
    reason = "There is no article index to put articles in: make one in the admin first."

    assert run(document) == ("", reason)


def test_a_name_that_is_no_text_is_shown_all_the_same(articles, tmp_path, run):
    path = tmp_path / b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    path.write_text(ARTICLE, encoding="utf-8")

    out, failure = run(path, json=True)

    assert failure == ""
    assert json.loads(out)[0]["file"].endswith("caf\ufffd.txt")


PROMISING = "Small steps\n\nWe will cure you of worry, one step at a time.\n"


@pytest.fixture
def promising(tmp_path):
    """A document in which something must be fixed."""
    path = tmp_path / "cure.txt"
    path.write_text(PROMISING, encoding="utf-8")
    return path


def findings(articles, run):
    """What check_articles says."""
    out = StringIO()
    with suppress(CommandError):
        call_command("check_articles", format="json", stdout=out)
    return json.loads(out.getvalue())


def test_what_is_published_is_published_all_the_same_and_its_findings_are_listed(articles, promising, run):
    out, failure = run(promising, "--publish")

    assert (failure, ArticlePage.objects.get().live) == ("", True)
    assert "    must fix       promise: “cure” promises more than anybody can keep." in out
    assert "                   Text: We will cure you of worry, one step at a time." in out


def test_findings_for_programs_are_those_of_check_articles(articles, promising, run):
    out, _ = run(promising, "--publish", json=True)

    assert json.loads(out)[0]["findings"] == findings(articles, run)
    assert "promise" in {row["rule"] for row in json.loads(out)[0]["findings"]}


def test_a_draft_is_not_held_to_the_rules(articles, promising, run):
    out, _ = run(promising, json=True)

    assert json.loads(out)[0]["findings"] == []


def test_gate_keeps_a_draft_and_says_so(articles, promising, document, run):
    out, failure = run(promising, document, "--publish", "--gate")

    assert {page.slug: page.live for page in ArticlePage.objects.all()} == {
        "small-steps": False,
        "small-steps-2": False,
    }
    assert f"created  {promising}  http://testserver/articles/small-steps/  (draft)\n" in out
    assert "    Not published: something must be fixed first. The draft is kept." in out
    assert "    must fix       promise:" in out
    assert failure == "2 of 2 articles were not published: something in them must be fixed."


def test_gate_leaves_what_is_public_as_it_was(articles, promising, run):
    run(promising, "--publish")
    promising.write_text(PROMISING.replace("one step", "two steps"), encoding="utf-8")

    _, failure = run(promising, "--publish", "--gate")

    page = ArticlePage.objects.get()
    assert failure == "1 of 1 articles were not published: something in them must be fixed."
    assert "one step" in str(page.body)
    assert "two steps" in str(page.get_latest_revision_as_object().body)


def test_gate_lets_pass_what_only_should_be_fixed(articles, home, tmp_path, run):
    PersonPageFactory(parent=StandardPageFactory(parent=home), title="Ada Example", credentials="MSc")
    document = tmp_path / "sleep.md"
    document.write_text("---\ntitle: Sleep\nauthor: Ada Example\n---\n\nSleep comes and goes.\n", encoding="utf-8")

    out, failure = run(document, "--publish", "--gate")

    assert (failure, ArticlePage.objects.get().live) == ("", True)
    assert "    should fix " in out


def test_gate_without_publishing_is_refused(articles, document, run):
    _, failure = run(document, "--gate")

    assert failure == "--gate stands before publishing: give --publish as well."
    assert not ArticlePage.objects.exists()
