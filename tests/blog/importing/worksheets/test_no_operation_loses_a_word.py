"""Whatever an editor does to a worksheet, in whatever order, every word stays in it."""

import typing

from hypothesis import given
from hypothesis import strategies as st

from blog.importing import nodes
from blog.importing.outline import Facts, Outline, Prose, Reason, plain
from blog.importing.worksheets import operations, splitting
from blog.importing.worksheets.kinds import NAMES
from blog.importing.worksheets.lines import Refused
from blog.importing.worksheets.worksheet import (
    from_outline,
    to_outline,
    worksheet_from_json,
    worksheet_to_json,
)

WORDS = st.sampled_from(
    "Trust|takes time.|Why?|“Begin|anywhere.”|— Ada Lovelace,|writer|1.|•|a & b|Dr. Bly:".split("|")
)
TEXT = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
MARKUP = TEXT.map(lambda text: text.replace("&", "&amp;"))
TAGGED = st.builds("{}{} {}<br>{}{}".format, st.sampled_from(["", "<b>"]), MARKUP, MARKUP, MARKUP, st.just("")).map(
    lambda text: f"{text}</b>" if text.startswith("<b>") else text
)
LINE = MARKUP | TAGGED
LINES = st.lists(LINE, min_size=1, max_size=3).map(tuple)
HTML = LINES.map(lambda lines: "".join(f"<p>{line}</p>" for line in lines))
ITEM = LINE | st.builds("{}<ul><li>{}</li></ul>".format, MARKUP, MARKUP)
STYLE = st.sampled_from(["bullets", "numbers", "ticks", "crosses"])
SOME = {
    str: TEXT,
    nodes.Heading: st.builds(nodes.Heading, TEXT, st.integers(2, 4)),
    nodes.Prose: st.builds(nodes.Prose, LINES),
    nodes.BulletList: st.builds(nodes.BulletList, TEXT | st.just(""), STYLE, st.lists(ITEM, min_size=1).map(tuple)),
    nodes.Quote: st.builds(nodes.Quote, TEXT, TEXT | st.just(""), TEXT | st.just("")),
    nodes.KeyPoints: st.builds(nodes.KeyPoints, TEXT, LINES),
    nodes.Faq: st.builds(
        nodes.Faq, TEXT, st.lists(st.builds(nodes.Question, TEXT, HTML), min_size=1, max_size=3).map(tuple)
    ),
    nodes.Steps: st.builds(
        nodes.Steps, TEXT, st.lists(st.builds(nodes.Step, TEXT, HTML), min_size=1, max_size=3).map(tuple)
    ),
    nodes.Invitation: st.builds(nodes.Invitation, LINE | HTML, TEXT, TEXT | st.just("")),
    nodes.Callout: st.builds(nodes.Callout, st.just("note"), TEXT, HTML),
    nodes.Table: st.builds(nodes.Table, TEXT, st.tuples(TEXT, TEXT), st.lists(st.tuples(TEXT, TEXT)).map(tuple)),
    nodes.Term: st.builds(nodes.Term, TEXT, TEXT, HTML),
    nodes.Picture: st.builds(nodes.Picture, st.just("one.png"), TEXT, TEXT),
    nodes.Video: st.builds(nodes.Video, TEXT, st.just("https://example.org/film"), TEXT, HTML),
}
NODE = st.one_of(
    *(SOME.get(kind, st.from_type(kind)) for kind in typing.get_args(nodes.Node) if kind in SOME),
    st.builds(nodes.References, TEXT, st.lists(st.builds(nodes.Reference, TEXT, TEXT, TEXT), min_size=1).map(tuple)),
    st.builds(nodes.Statistic, TEXT, TEXT, TEXT),
)
OUTLINE = st.builds(
    lambda title, subtitle, found, gone: Outline(
        title, subtitle, tuple(found), left_out=tuple(gone), reasons=tuple(Reason("so", False) for _ in found)
    ),
    TEXT,
    TEXT | st.just(""),
    st.lists(NODE, min_size=1, max_size=6),
    st.lists(TEXT, max_size=2),
)


def _counted(worksheet):
    """Words, but for the numbers of lists: the page writes those itself."""
    return {word: times for word, times in worksheet.words().items() if not word.isdigit()}


def _some_operation(data, worksheet):
    number = data.draw(st.sampled_from([piece.number for piece in worksheet.pieces]))
    match data.draw(st.sampled_from(["kind", "merge", "split", "drop", "back", "lower", "confirm"])):
        case "kind":
            return operations.change_kind(worksheet, number, data.draw(st.sampled_from(list(NAMES))))
        case "merge":
            return operations.merge(worksheet, number)
        case "split":
            return operations.split(worksheet, number, data.draw(st.integers(0, 3)))
        case "drop":
            return operations.drop(worksheet, number)
        case "back":
            gone = [leftover.number for leftover in worksheet.left_out] or [0]
            return operations.take_back(worksheet, data.draw(st.sampled_from(gone)))
        case "lower":
            return operations.lower_standfirst(worksheet)
        case _:
            return operations.confirm(worksheet, number)


@given(OUTLINE, st.data())
def test_no_operation_loses_a_word(outline, data):
    worksheet = from_outline(outline)
    for _ in range(6):
        try:
            changed = _some_operation(data, worksheet)
        except Refused:
            continue
        now = _counted(changed)
        assert {word: times for word, times in _counted(worksheet).items() if now.get(word, 0) < times} == {}
        numbers = [piece.number for piece in changed.pieces] + [gone.number for gone in changed.left_out]
        assert len(set(numbers)) == len(numbers) and max(numbers) < changed.next_number
        worksheet = changed


@given(OUTLINE)
def test_an_untouched_worksheet_is_the_outline(outline):
    back = to_outline(from_outline(outline))

    assert list(back.texts()) == list(outline.texts())
    assert back.left_out == outline.left_out


@given(OUTLINE)
def test_a_worksheet_is_kept_as_json(outline):
    worksheet = from_outline(outline)

    assert worksheet_from_json(worksheet_to_json(worksheet)) == worksheet


@given(OUTLINE)
def test_what_is_dropped_comes_back_as_it_was(outline):
    worksheet = from_outline(outline)
    if len(worksheet.pieces) == 1:
        return
    for piece in worksheet.pieces:
        dropped = operations.drop(worksheet, piece.number)
        back = operations.take_back(dropped, dropped.left_out[-1].number)
        assert [each.node for each in back.pieces] == [each.node for each in worksheet.pieces]


@given(NODE)
def test_every_cut_that_is_offered_can_be_made(node):
    for at, halves in enumerate(splitting.cuts(node)):
        assert splitting.split(node, at) == (halves.first, halves.second)


@given(LINE)
def test_a_cut_paragraph_has_no_broken_tag(line):
    for halves in splitting.cuts(Prose((line,))):
        for half in (*halves.first.paragraphs, *halves.second.paragraphs):
            assert half.count("<b>") == half.count("</b>")
            assert "<" not in plain(half)


def test_facts_are_kept():
    outline = Outline("Title", "", (Prose(("Text.",)),), facts=Facts(author="Ada", topics=("Trust",)))

    assert to_outline(worksheet_from_json(worksheet_to_json(from_outline(outline)))).facts == outline.facts
