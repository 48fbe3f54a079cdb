"""What the rules make of sentences as writers write them: found by their kind, not by one wording; and lookalikes."""

from dataclasses import replace

import pytest

from blog.quality.draft import Picture, Role, Table
from blog.quality.findings import Severity

from .samples import BLOCK, CLEAN, found, passage, with_passage

BARE = replace(CLEAN, passages=(), quotations=(), statistics=(), references=0, focus_phrase="")

FOUND = {
    "unsourced-claim": """
        Studies have found that sleep helps.
        It is well established that habits take weeks.
        According to leading researchers, light sets the clock.
        A recent study showed that tone matters.
        A Danish study of twins found the same.
        Decades of research have shown it.
        Clinical trials confirm it.
        There is strong evidence for it.
        The science is clear: kindness wins.
        Many researchers believe that shame is learned.
        Neuroscience tells us that the brain can change.
        Data show that couples wait six years.
    """,
    "promise": """
        Therapy will gently heal your trauma.
        You can be free of depression forever.
        This method eliminates panic.
        Your anxiety will disappear in six weeks.
        Say goodbye to panic attacks.
        It is a 100% effective remedy.
        There are no side effects.
        There is no waiting list, and we guarantee results.
        No queues: results are guaranteed.
        Not only do we listen, we cure.
    """,
    "superlative": """
        Nothing works better than this.
        We are the leading trauma clinic in the North.
        It is the gold standard of trauma work.
        There is no better way to begin.
        You will feel better after the first meeting.
        You will never feel alone again.
        Our most powerful tool is rest.
    """,
    "stigmatising-words": """
        Many schizophrenics are afraid.
        She is afflicted with panic.
        An anorexic needs patience.
        A borderline will push you away, a borderline who can't wait.
        Sufferers often hide it.
        It was a completed suicide.
    """,
    "figure-without-source": """
        75 per cent of people feel low.
        Seventy-five percent of mothers do.
        One adult in four looks for help.
        About a third of adults never do.
        Three-quarters of couples say so.
        Half of all women know it.
        Millions of people live with it.
        Men are twice as likely to drink.
        We asked 2,000 nurses.
        Rates have doubled since 2010.
    """,
    "urgent-help-missing": """
        I think about ending my life.
        Some cut themselves with razors.
        Everybody would be better off if I were gone.
        My partner hits me.
        She makes herself sick after meals.
        I was sexually assaulted at nineteen.
        I can't imagine going on living.
        He slit his wrists.
        He took a handful of tablets.
    """,
    "leftovers": """
        Click or tap here to enter text.
        It is long and it goes on, Lorem ipsum dolor sit amet, for more than eight words.
        It rises fast and falls slowly, and this is TODO for Maria who knows more of it.
        Anger is a sign, as has been shown often [citation needed] by one or the other of them.
        Error! Reference source not found.
        [caption id="x" align="left"] Two chairs and a table in a room that is too small for them.
        It needs time ,and rest.
    """,
    "abbreviation-not-explained": """
        Ask for CBT.
        ACT is one of the newer therapies.
        In North America, DBT is taught at many clinics.
    """,
}
LEFT_ALONE = {
    "unsourced-claim": """
        Research your options before you choose.
        Students find exams hard and report little sleep.
        In the study I found a pen.
        He consistently shows up on time.
        It was a betrayal without clear evidence.
    """,
    "promise": """
        There is no cure for grief.
        A cure does not exist.
        We guarantee confidentiality within the limits of the law.
        Be wary of anyone who promises a cure.
        Many people come hoping for a miracle.
        Your fear will not disappear in a week.
        A secure base is no manicure.
        We won't say that it cures anybody.
        If you try to get rid of your anxiety, it grows.
    """,
    "superlative": """
        One of the best known books on grief.
        There is no single best therapy.
        No method is the most effective for all.
        First and foremost, rest.
        Problems leading to therapy are many.
        Follow best practice in safeguarding.
        The best part about therapy is the tea.
        Is this the best therapy for me?
    """,
    "stigmatising-words": """
        Alcoholics Anonymous meets on Fridays.
        Alcoholic drinks make sleep worse.
        She had a depressive episode.
        It was a borderline case.
    """,
    "figure-without-source": """
        Half of the session is yours.
        We meet at half past ten on one of two floors.
        Put 100% of your weight on the chair.
        Come twice in three weeks.
    """,
    "urgent-help-missing": """
        She cut herself off from her friends.
        Cut yourself some slack.
        My partner and I hit a rough patch.
        He took his life in his hands.
        It was an abuse of trust.
        They were beaten at tennis.
    """,
    "leftovers": """
        [He laughed.] "They [the parents] agreed," she wrote [sic].
        And then ... nothing.
        Salt & pepper, 3 < 4, and an XXL jumper.
    """,
    "abbreviation-not-explained": """
        It is NOT your fault, NEVER.
        Robin Landwehr, DBH, LPC, wrote it.
        Cognitive behavioural therapy, or CBT, is one.
        EMDR – eye movement desensitisation and reprocessing – is one.
        It is called dialectical behaviour therapy, also known as DBT.
    """,
    "therapy-and-coaching": """
        In therapy I spoke of the coach to York and the football coach.
    """,
}


def sentences(table):
    return [(rule, line.strip()) for rule, text in table.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("rule_id", "sentence"), sentences(FOUND))
def test_rule_finds_the_kind(rule_id, sentence):
    assert found(rule_id, with_passage(sentence, draft=BARE))


@pytest.mark.parametrize(("rule_id", "sentence"), sentences(LEFT_ALONE))
def test_rule_leaves_the_lookalike_alone(rule_id, sentence):
    assert found(rule_id, with_passage(sentence, draft=BARE)) == []


@pytest.mark.parametrize("field", ["title", "standfirst", "seo_title", "description"])
def test_a_promise_is_found_wherever_it_is_made(field):
    (finding,) = found("promise", replace(BARE, **{field: "We cure worry"}))

    assert finding.place.key == {"description": "search_description"}.get(field, field)


def test_a_promise_is_found_in_a_heading_and_not_in_a_question():
    assert found("promise", with_passage("Guaranteed results", Role.HEADING, level=2, draft=BARE))
    assert not found("promise", with_passage("Can worry be cured?", Role.HEADING, level=2, draft=BARE))


@pytest.mark.parametrize("field", ["title", "standfirst"])
def test_danger_in_the_title_calls_for_help_too(field):
    assert found("urgent-help-missing", replace(BARE, **{field: "After a suicide"}))


@pytest.mark.parametrize(
    ("texts", "mixed"),
    [
        (("We favoured it.", "They traveled."), True),
        (("The behaviour of the group.", "A visit to the Lincoln Center and the Center for Grief."), False),
        (("COLOUR", "CENTER"), True),
        (("We organize the behaviour of analyses.",), False),
        (("We organise it.", "Its behavior."), True),
    ],
)
def test_spelling_is_mixed_by_words_of_the_article_not_by_names(texts, mixed):
    draft = replace(BARE, title="", standfirst="", passages=tuple(passage(text) for text in texts))

    assert bool(found("mixed-spelling", draft)) is mixed


def test_mixed_spelling_leads_to_the_rarer_of_the_two():
    draft = replace(
        BARE,
        passages=(passage("Colour and behaviour.", key="a"), passage("In the center of it.", key="b")),
    )

    (finding,) = found("mixed-spelling", draft)

    assert (finding.place.key, finding.excerpt) == ("b", "In the center of it.")


def test_a_quotation_keeps_its_own_spelling():
    draft = replace(BARE, passages=(passage("Its behaviour."), passage("A behavior.", Role.QUOTE)))

    assert found("mixed-spelling", draft) == []


@pytest.mark.parametrize(
    ("alt", "says_nothing"),
    [
        ("IMG 2034", True),
        ("Screenshot 2024-03-02 at 10.12.33", True),
        ("hero-banner-final-v2", True),
        ("Picture 3", True),
        ("photo (2)", True),
        ("two-chairs-at-window", True),
        ("Two chairs by a window, 1954", False),
        ("A mother-in-law with a photo of 3 children", False),
        ("Harbour", False),
    ],
)
def test_names_of_files_are_no_alternative_text(alt, says_nothing):
    draft = replace(BARE, pictures=(Picture(BLOCK, alt),))

    assert bool(found("alt-says-nothing", draft)) is says_nothing


def test_a_table_names_the_column_without_heading():
    (finding,) = found("table-without-headings", replace(BARE, tables=(Table(BLOCK, ("", "Day", "", "Night")),)))

    assert finding.severity == Severity.SHOULD
    assert finding.message == "Column 3 of the table has no heading. Say what it holds."
