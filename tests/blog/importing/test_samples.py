"""Whole articles of different shapes, each with the outline a careful editor would make of it."""

import pytest

from blog.importing.outline import (
    BulletList,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Outline,
    Prose,
    Question,
    Quote,
)
from blog.importing.readers.plain_text import read

FLAT_SECTIONS = Outline(
    title="Sleeping when worry keeps you up",
    subtitle="",
    nodes=(
        Prose(("Nights are longer when the mind will not settle. A few small habits can make them kinder.",)),
        Heading("A steady hour"),
        Prose(
            ("Going to bed at the same hour teaches the body what comes next. It takes about a fortnight to notice.",)
        ),
        Heading("Light and screens"),
        Prose(("Dim the house an hour before bed. Leave the telephone in another room if you can.",)),
        Heading("The worry page"),
        Prose(
            (
                "Write down what is on your mind, with one small thing to do about each. "
                "The page will keep it until morning.",
            )
        ),
        Heading("Getting up again"),
        Prose(("If sleep does not come, get up and sit somewhere dim until you are drowsy.",)),
        Heading("When should you ask for help?", is_guess=True),
        Prose(("Speak to your doctor if poor sleep lasts longer than a month.",)),
    ),
    notes=("“When should you ask for help?” was taken for a heading: it is a question standing alone.",),
)

NUMBERED_STEPS = Outline(
    title="A first hard conversation",
    subtitle="How to begin it without a fight",
    nodes=(
        Prose(("Most of us put off a hard conversation until it bursts out. It goes better when it is planned.",)),
        Heading("How to begin"),
        Prose(("Four steps are enough for a first try.",)),
        Heading("Step 1: Choose the hour", 3, is_guess=True),
        Prose(("Pick a time when neither of you is hungry or late.",)),
        Heading("Step 2: Say what you saw", 3, is_guess=True),
        BulletList("Describe one thing that happened:", "numbers", ("when it was", "what was said", "how it felt")),
        Heading("Step 3: Ask, then wait", 3, is_guess=True),
        Prose(("Ask how it looked from the other side. Count to ten before you speak again.",)),
        Heading("Step 4: Agree one thing", 3, is_guess=True),
        Prose(("Settle on one small change and a day to look back at it.",)),
        Heading("What helps"),
        BulletList("", "ticks", ("speaking slowly", "sitting side by side")),
        BulletList("", "crosses", ("listing old faults", "the word “always”")),
        Heading("Conclusion"),
        Prose(("No single talk mends everything. The second one is easier.",)),
        Invitation("To talk it through beforehand, book a free call with our team.", "Book a free call"),
    ),
    notes=(
        "“How to begin it without a fight” was taken for the subtitle, because it comes right after the title.",
        "“Step 1: Choose the hour”, “Step 2: Say what you saw”, “Step 3: Ask, then wait” and “Step 4: Agree one "
        "thing” were taken for parts of “How to begin”: plain text marks no levels.",
        "The button of the closing invitation says “Book a free call”: a guess from its text.",
    ),
)

HARD_WRAPPED = Outline(
    title="LIVING WITH A WORRIED CHILD",
    subtitle="",
    nodes=(
        Prose(
            (
                "Every child is afraid of something. What matters is whether the fear keeps them from school, "
                "sleep or friends, and for how long it has done so.",
            )
        ),
        Heading("What parents notice first"),
        Prose(("Worry in children rarely looks like worry.",)),
        BulletList(
            "Parents more often tell us about:",
            "bullets",
            (
                "stomach aches on Sunday evenings, which are gone again by Monday afternoon",
                "questions that are asked again and again",
                "a sudden wish to sleep in their parents' bed",
            ),
        ),
        Quote(
            "A child who is asked the same thing every evening learns that the evening is safe.",
            "A. M. Reyes",
            "school counsellor",
        ),
        Prose(
            (
                '"I can\'t," she said, and hid under the table. It took her mother 12. minutes and a biscuit to '
                "bring her out again, as the log-book of that week shows.",
            )
        ),
        Heading("What you can do at home"),
        Prose(("Stay near and say little. A calm adult in the room does more than any explanation.",)),
    ),
)

ONE_PER_LINE = Outline(
    title="The quiet after a loss",
    subtitle="",
    nodes=(
        Prose(
            (
                "Grief does not follow a timetable, and nobody grieves in the right order. "
                "This page is a companion, not a plan.",
            )
        ),
        Heading("Kinds of grief"),
        Prose(("There are several kinds of grief. Most people know more than one.",)),
        Heading("Early Grief", 3, is_guess=True),
        Prose(("The first weeks are often numb. Many people describe a glass wall between themselves and the world.",)),
        Heading("Delayed Grief", 3, is_guess=True),
        Prose(("Sometimes grief waits until life has room for it. It may arrive years later, over a song.",)),
        Heading("Quiet Grief", 3, is_guess=True),
        Prose(("Some losses are not spoken of. They weigh no less.",)),
        Heading("What helps?", is_guess=True),
        Prose(("No remedy shortens it.",)),
        BulletList(
            "These things make it bearable:",
            "bullets",
            ("company that asks nothing", "a walk at the same hour every day", "small tasks with an end"),
        ),
        Quote("Grief keeps the shape of what was there.", "Maren Holt"),
        KeyPoints("Key takeaways", ("Grief has no order.", "Company helps more than advice.")),
    ),
    notes=(
        "“What helps?” was taken for a heading: it is a question standing alone.",
        "“Early Grief”, “Delayed Grief” and “Quiet Grief” were taken for parts of “Kinds of grief”: "
        "plain text marks no levels.",
        "“Related Posts” at the end was left out, with the 2 lines after it: a leftover of the page it was copied "
        "from.",
    ),
    left_out=("Related Posts", "Winter and low mood", "Writing a letter you never send"),
)

QUESTIONS = Outline(
    title="Starting therapy: what people ask us",
    subtitle="",
    nodes=(
        Prose(
            (
                "By Morgan Ash",
                "The first appointment is mostly a conversation. These are the questions that come before it.",
            )
        ),
        Heading("Frequently asked questions"),
        Prose(("Here is what we are asked most.",)),
        Faq(
            "Questions and answers",
            (
                Question(
                    "What happens in the first session?",
                    "<p>You tell us as much or as little as you like.</p>"
                    "<p>We also agree on practical things:</p>"
                    "<ul><li>how often we meet</li><li>what it costs</li></ul>",
                ),
                Question(
                    "Is what I say confidential?",
                    "<p>Yes, with few exceptions, which we explain beforehand.</p>",
                ),
                Question("Can I stop at any time?", "<p>You can. We only ask you to say so in a session.</p>"),
            ),
        ),
        Heading("If you are still unsure"),
        Invitation("Many people are. Please get in touch with us and we will talk it over.", "Get in touch with us"),
    ),
    notes=(
        "Dividing lines were left out: 1.",
        "“By Morgan Ash” stayed in the text: author and dates have fields of their own.",
        "The heading “Questions and answers” was added right above the questions.",
        "The button of the closing invitation says “Get in touch with us”: a guess from its text.",
        "“Share this” at the end was left out, with the line after it: a leftover of the page it was copied from.",
    ),
    left_out=("* * *", "Share this", "Tags: beginnings, first session"),
)

PASTED_PAGE = Outline(
    title="Anger at Work",
    subtitle="Anger at Work: Reading the Signal Before It Speaks for You",
    nodes=(
        Heading("What Anger Tells You"),
        Prose(("Anger often means that a line was crossed. “Not now” is a whole answer, and so is silence.",)),
        Heading("Signs you are close to the edge"),
        BulletList("", "bullets", ("a tight jaw", "short answers", "to people you like", "rereading one message")),
        Quote("Say it on Thursday, when it is no longer about Monday.", "Ines Calder", "mediator"),
        Heading("Two Ways to Answer"),
        Prose(("There are two honest ways to answer, and one more for difficult days.",)),
        Heading("Naming It", 3, is_guess=True),
        Prose(("Say “I am angry” before you say why.",)),
        Heading("Leaving It", 3, is_guess=True),
        Prose(("Step out, and say when you will be back.",)),
        Faq(
            "FAQs",
            (
                Question("Is anger always harmful?", "<p>No. It harms when it is acted on at once.</p>"),
                Question("Does it help to hit a pillow?", "<p>Hardly. It rehearses the feeling.</p>"),
                Question("Should My Manager Know?", "<p>Only what they need to change something.</p>"),
            ),
        ),
    ),
    notes=(
        "A list inside a list was made one list: “a tight jaw”.",
        "“Should My Manager Know?” stands among the questions, but is written differently from the others: "
        "it could be a heading.",
        "“Naming It” and “Leaving It” were taken for parts of “Two Ways to Answer”: plain text marks no levels.",
        "“Contents” was left out: a leftover of the page the text was copied from.",
        "“Read more” was left out: a leftover of the page the text was copied from.",
        "The contents list was left out (2 lines): the text says them again.",
    ),
    left_out=("Contents", "Read more", "What Anger Tells You", "Two Ways to Answer"),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("flat_sections", FLAT_SECTIONS),
        ("numbered_steps", NUMBERED_STEPS),
        ("hard_wrapped", HARD_WRAPPED),
        ("one_per_line", ONE_PER_LINE),
        ("questions", QUESTIONS),
        ("pasted_page", PASTED_PAGE),
    ],
)
def test_sample_article_becomes_its_outline(samples, name, expected):
    assert read((samples / f"{name}.txt").read_bytes()) == expected


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028"])
def test_line_endings_make_no_difference(samples, ending):
    text = (samples / "one_per_line.txt").read_text(encoding="utf-8")

    assert read(text.replace("\n", ending).encode("utf-8-sig")) == ONE_PER_LINE
