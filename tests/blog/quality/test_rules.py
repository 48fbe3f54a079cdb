"""Each rule finds what it is there for, and leaves alone what only looks like it."""

from dataclasses import replace
from datetime import date

import pytest

from blog.quality.checking import check
from blog.quality.draft import Link, Person, Picture, Quotation, Role, Statistic, Surroundings, Table, Target
from blog.quality.findings import Place, Severity
from blog.quality.rules import RULES, Context
from blog.skeletons.prompts import prompt
from hub.outbound.verdicts import Broken

from .samples import AROUND, BLOCK, CLEAN, TODAY, found, passage, with_passage

PICTURE = CLEAN.pictures[0]
#: Thirty words, none of them remarkable.
HARD = "Psychological interventions necessitate considerable commitment. "
LONG = (
    "You may lie awake and think of all the things that you have said and done and left undone "
    "in the week that has just gone by and the one ahead."
)
UNREFERENCED = replace(CLEAN, references=0)
LONG_TEXT = [passage(f"Number {n} is a short line of eight words.", key=f"x{n}") for n in range(45)]

#: A rule's id, and an article it must find fault with.
FAULTS = {
    "prompt-left": replace(CLEAN, written=((BLOCK, prompt("Say what it is.")),)),
    "prompt-unmarked": replace(CLEAN, written=((BLOCK, "<p>Say how common it is only with a source.</p>"),)),
    "author-missing": replace(CLEAN, author=None),
    "author-without-credentials": replace(CLEAN, author=Person(1, "Ada", " ")),
    "reviewer-missing": replace(CLEAN, reviewer=None),
    "reviewer-is-author": replace(CLEAN, reviewer=CLEAN.author),
    "review-date-missing": replace(CLEAN, reviewed_on=None),
    "reviewed-in-future": replace(CLEAN, reviewed_on=date(2026, 3, 3)),
    "review-overdue": replace(CLEAN, review_due=TODAY),
    "review-too-far": replace(CLEAN, review_due=date(2029, 2, 1)),
    "unsourced-claim": with_passage("Research shows that it helps.", draft=UNREFERENCED),
    "no-sources": replace(UNREFERENCED, passages=(*CLEAN.passages, *LONG_TEXT)),
    "promise": with_passage("We will cure your worry."),
    "superlative": with_passage("We offer the best evening therapy here."),
    "therapy-and-coaching": with_passage("Therapy and life coaching heal wounds."),
    "stigmatising-words": with_passage("He committed suicide."),
    "quote-without-speaker": replace(CLEAN, quotations=(Quotation(BLOCK, "Rest."),)),
    "quote-not-checked": replace(CLEAN, quotations=(Quotation(BLOCK, "Rest.", "Eve"),)),
    "figure-without-source": with_passage("It affects 40% of people.", draft=UNREFERENCED),
    "urgent-help-missing": with_passage("She thought of suicide."),
    "grade": replace(CLEAN, passages=tuple(passage(HARD * 30) for _ in "ab")),
    "section-grade": replace(CLEAN, passages=(passage(HARD * 12),)),
    "long-sentence": with_passage(LONG),
    "many-long-sentences": replace(CLEAN, passages=tuple(passage(LONG) for _ in range(10))),
    "long-paragraph": with_passage("A few words here. " * 30),
    "long-stretch": replace(CLEAN, passages=tuple(LONG_TEXT)),
    "abbreviation-not-explained": with_passage("Ask for EMDR."),
    "repeated-text": with_passage("Most of it fades by day, slowly. Most of it fades by day, slowly."),
    "lead-in-without-list": with_passage("These help:", key="last"),
    "title-as-heading": with_passage("Worry at night and what helps", Role.HEADING, level=2),
    "leftovers": with_passage("Share this", Role.HEADING, level=2),
    "mixed-spelling": with_passage("The counsellor saw the counselor's behaviour."),
    "title-width": replace(
        CLEAN, title="What worry at night is, why it comes in the small hours, and what helps you back to sleep"
    ),
    "description-missing": replace(CLEAN, description=""),
    "description-width": replace(CLEAN, description="Worry is louder at night. " * 8),
    "focus-phrase-missing-where-it-matters": replace(CLEAN, focus_phrase="grief counselling"),
    "focus-phrase-stuffed": replace(
        CLEAN, passages=tuple(passage("worry at night and then some more of it") for _ in range(20))
    ),
    "address": replace(CLEAN, slug="what-worry-at-night-is-and-why-it-comes-in-small-hours"),
    "few-links": replace(CLEAN, passages=CLEAN.passages[:3]),
    "broken-link": with_passage("See here.", Role.PROSE, Link("gone", page=99)),
    "broken-link-out": replace(CLEAN, leads_out=(Link("a study", "https://example.org/gone", place=BLOCK),)),
    "title-taken": CLEAN,
    "orphan": CLEAN,
    "picture-without-alt": replace(CLEAN, pictures=(replace(PICTURE, alt=""),)),
    "alt-says-nothing": replace(CLEAN, pictures=(replace(PICTURE, alt="IMG_2034.jpg"),)),
    "link-text": with_passage("Click here.", Role.PROSE, Link("Click here", page=1)),
    "heading-order": with_passage("A detail", Role.HEADING, level=4),
    "empty-heading": with_passage("", Role.HEADING, level=2),
    "table-without-headings": replace(CLEAN, tables=(Table(BLOCK, ("Name", "", "")),)),
}
SURROUNDINGS = {
    "title-taken": replace(AROUND, same_title=("Worry at night and what helps",)),
    "orphan": replace(AROUND, inbound=0),
    "broken-link-out": replace(
        AROUND, broken={"https://example.org/gone": Broken("There is no such page (404).", date(2026, 2, 1))}
    ),
}


def test_a_clean_article_has_no_finding():
    assert check(CLEAN, Context(TODAY, around=AROUND)) == []


def test_every_rule_has_a_sample():
    assert {rule.id for rule in RULES} == set(FAULTS)


@pytest.mark.parametrize("rule_id", FAULTS)
def test_rule_finds_its_fault(rule_id):
    findings = found(rule_id, FAULTS[rule_id], SURROUNDINGS.get(rule_id, AROUND))

    assert findings
    assert all(finding.rule == rule_id and finding.message.endswith((".", "”")) for finding in findings)


@pytest.mark.parametrize(
    ("rule_id", "draft"),
    [
        ("unsourced-claim", with_passage("Research shows that it helps (Brown, 2019).", draft=UNREFERENCED)),
        (
            "unsourced-claim",
            with_passage("Research shows it.", Role.PROSE, Link("it", "https://doi.org/10.1"), draft=UNREFERENCED),
        ),
        ("unsourced-claim", with_passage("Research shows that it helps [3].", draft=UNREFERENCED)),
        ("promise", with_passage("Nobody can promise a cure.")),
        ("promise", with_passage("Can worry be cured?", Role.QUESTION)),
        ("promise", with_passage("There is no miracle here.")),
        ("promise", with_passage("A curious child.")),
        ("superlative", with_passage("Do your best. It works best at night.")),
        ("superlative", with_passage("Is it the best therapy for me?", Role.QUESTION)),
        ("therapy-and-coaching", with_passage("Therapy is not the same as coaching: coaching treats nothing.")),
        (
            "therapy-and-coaching",
            with_passage("A long coach journey home.", draft=replace(CLEAN, title="Sleep", standfirst="", passages=())),
        ),
        ("stigmatising-words", with_passage("The committed suicide prevention team.", Role.QUOTE)),
        ("figure-without-source", with_passage("Half of it, in two weeks, at 3 in the morning.", draft=UNREFERENCED)),
        ("urgent-help-missing", with_passage("She thought of suicide.", draft=replace(CLEAN, has_urgent_help=True))),
        ("abbreviation-not-explained", with_passage("Cognitive behavioural therapy (CBT) helps. CBT takes weeks.")),
        ("abbreviation-not-explained", with_passage("CBT (cognitive behavioural therapy) helps.")),
        ("abbreviation-not-explained", with_passage("Ask the NHS or your GP in the UK.")),
        ("abbreviation-not-explained", with_passage("STOP AND BREATHE")),
        ("repeated-text", with_passage("Yes. Yes.")),
        ("leftovers", with_passage("You can share this with a friend who is awake, too, if you like.")),
        ("mixed-spelling", with_passage("We recognize that organization, said the counsellor.")),
        ("heading-order", with_passage("Key points", Role.HEADING, level=0)),
        ("table-without-headings", replace(CLEAN, tables=(Table(BLOCK, ("", "Day")),))),
        ("picture-without-alt", replace(CLEAN, pictures=(Picture(BLOCK, is_decorative=True),))),
        ("broken-link", with_passage("See.", Role.PROSE, Link("plan", "#a-plan-for-worry-at-night"))),
        ("long-stretch", replace(CLEAN, passages=(passage("Why?", Role.QUESTION), *LONG_TEXT))),
    ],
)
def test_rule_leaves_alone(rule_id, draft):
    assert found(rule_id, draft) == []


def test_a_lead_in_is_followed_by_its_list():
    draft = with_passage("These help:", key="last")

    listed = replace(draft, blocks=(("last", "paragraph"), ("l", "bullet_list")))

    assert found("lead-in-without-list", listed) == []


def test_a_claim_matters_less_where_sources_are_listed():
    claim = "Research shows that it helps."

    (alone,) = found("unsourced-claim", with_passage(claim, draft=UNREFERENCED))
    (listed,) = found("unsourced-claim", with_passage(claim))

    assert (alone.severity, listed.severity) == (Severity.SHOULD, Severity.NOTE)


def test_sensitive_words_ask_for_help_only_where_the_article_is_about_them():
    once = with_passage("A betrayal.")
    often = with_passage("Betrayal after betrayal: one betrayal more, and a betrayal still.")

    assert found("urgent-help-missing", once) == []
    assert [finding.severity for finding in found("urgent-help-missing", often)] == [Severity.SHOULD]


def test_a_link_to_a_hidden_page_is_named():
    around = Surroundings(targets={**AROUND.targets, 7: Target("Secret", True, is_visible=False)})
    draft = with_passage("See this.", Role.PROSE, Link("the other", page=7))

    (finding,) = found("broken-link", draft, around)

    assert "“Secret”" in finding.message


def test_an_address_that_answers_nothing_is_broken():
    around = replace(AROUND, paths={"/gone/": False, "/about/": True})
    draft = with_passage("See.", Role.PROSE, Link("gone", "/gone/"), Link("about us", "/about/"))

    assert [finding.excerpt for finding in found("broken-link", draft, around)] == ["gone"]


def test_a_statistic_block_needs_its_source():
    draft = replace(CLEAN, statistics=(Statistic(Place("s1", "Figure", True), "1 in 6", False),))

    assert len(found("figure-without-source", draft)) == 1


def test_nearly_the_same_sentence_counts_as_repeated():
    draft = replace(
        CLEAN,
        passages=(
            passage("This plan is one of the many quiet ways to bring a racing mind back into the room."),
            passage("Again, this plan is one of the quiet ways to bring a racing mind back to the room."),
        ),
    )

    assert len(found("repeated-text", draft)) == 1


def test_worst_findings_come_first():
    draft = replace(CLEAN, author=None, reviewer=None, pictures=(replace(PICTURE, alt="Picture of a lamp at night"),))

    severities = [finding.severity for finding in check(draft, Context(TODAY, around=AROUND))]

    assert severities == [Severity.MUST, Severity.SHOULD, Severity.NOTE]


def test_a_finding_keeps_its_key_while_its_words_stay():
    (before,) = found("promise", with_passage("We will cure your worry."))
    (moved,) = found("promise", with_passage("We will cure your worry.", key="elsewhere"))
    (changed,) = found("promise", with_passage("We will cure all your worry."))

    assert before.key == moved.key
    assert before.key != changed.key
