"""A prompt is found wherever it stands and whatever was done to it; what is no prompt never is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.quality.findings import Place, Severity
from blog.skeletons.prompts import MARK, is_only_prompt, prompt, prompts_in, without_prompts
from tests.blog.quality.samples import BLOCK, CLEAN, found

real = st.text().filter(lambda text: MARK not in text)


def left(text):
    return [finding.excerpt for finding in found("prompt-left", replace(CLEAN, written=((BLOCK, text),)))]


@given(real)
def test_text_without_the_mark_is_never_a_prompt(text):
    assert (left(text), prompts_in(text), without_prompts(text)) == ([], [], text)


@given(real, real)
def test_the_mark_is_found_in_any_text(before, after):
    assert left(f"{before}{MARK}{after}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (prompt("Say what it is."), [f"[{MARK} Say what it is.]"]),
        (f"What is {prompt('it')}?", [f"[{MARK} it]"]),
        (f"<p>A <b>[{MARK} one]</b> and [{MARK} two]</p>", [f"[{MARK} one]", f"[{MARK} two]"]),
        (f"<p>[Panic is a wave {MARK} what it is]</p>", [f"[Panic is a wave {MARK} what it is]"]),
        (f"<p>Panic is a wave {MARK} what it is</p>", [f"{MARK} what it is"]),
        ("<ul><li>a<ul><li>[&#9998; b]</li></ul></li></ul>", [f"[{MARK} b]"]),
        (f"5 <b {prompt('how many')}", [f"[{MARK} how many]"]),
        ("[1] He said [sic] so. [See below]", []),
    ],
)
def test_prompts_are_found_one_by_one(text, expected):
    assert left(text) == expected


def unmarked(text):
    return [finding.excerpt for finding in found("prompt-unmarked", replace(CLEAN, written=((BLOCK, text),)))]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Say how common it is only with a source.</p>",
        "<p>Two in ten. Say <b>how  common</b> it is only\xa0with a source</p>",
        "<ul><li>SAY HOW COMMON IT IS ONLY WITH A SOURCE.]</li></ul>",
        "[ Say how common it is only with a source. ] Two in ten people have it.",
    ],
)
def test_a_prompt_is_known_by_its_words_when_its_pencil_is_gone(text):
    assert (unmarked(text), left(text)) == (["Say how common it is only with a source."], [])


@pytest.mark.parametrize("text", ["What most often helps.", "When to get help, and from whom.", "the therapy", ""])
def test_words_that_anybody_might_write_are_no_prompt(text):
    assert unmarked(text) == []


def test_a_prompt_with_its_pencil_is_told_of_once():
    assert unmarked(f"<p>{prompt('Say how common it is only with a source.')} So.</p>") == []


@given(real)
def test_text_of_one_s_own_is_never_a_prompt(text):
    assert unmarked(text) == []


def test_a_prompt_must_be_fixed_and_can_not_be_left_be():
    draft = replace(CLEAN, written=((Place("title", "Title"), prompt("A title")),))

    (finding,) = found("prompt-left", draft)

    assert (finding.severity, finding.place.key) == (Severity.MUST, "title")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (prompt("a"), True),
        (f" {prompt('a')}, {prompt('b')}.", True),
        (f"So {prompt('a')}", False),
        ("", False),
        ("So", False),
    ],
)
def test_a_place_where_nothing_is_written_yet_is_known(text, expected):
    assert is_only_prompt(text) is expected
