"""Explaining a difficulty: panic, grief, worry at night."""

from .prompts import prompt
from .shapes import (
    Skeleton,
    bullets,
    heading,
    invitation,
    points,
    quote,
    source,
    text,
    urgent_help,
    usual_questions,
)

DIFFICULTY = Skeleton(
    key="difficulty",
    title="Explaining a difficulty",
    line="What it is, how it can feel, why it happens, what helps, when to get help.",
    icon="info-circle",
    standfirst=prompt(
        "Two short sentences: what this is, in the words of somebody who has it, and what they will know after reading."
    ),
    body=(
        points(
            prompt("What it is, in one sentence that a twelve-year-old would understand."),
            prompt("What most often helps."),
            prompt("When to get help, and from whom."),
        ),
        heading(f"What is {prompt('the difficulty, by its everyday name')}?"),
        text(
            prompt(
                "Answer the heading in the first sentence. Give the everyday word first, then the clinical one, "
                "explained. Say how common it is only with a source."
            )
        ),
        heading("How it can feel"),
        bullets(
            "You may notice:",
            prompt("A sign in the body, such as a tight chest"),
            prompt("A thought or a feeling"),
            prompt("Something people do, or stop doing, because of it"),
        ),
        text(prompt("Say that people differ and that nobody has all of these. A list is no diagnosis.")),
        quote(
            prompt("Somebody's own words on what it is like, as they were said or printed. Without any: no quote."),
            prompt("Their name, or how they agreed to be named"),
        ),
        heading("Why it happens"),
        text(
            prompt(
                "What is known and what is not. Name more than one cause, blame nobody. Put the source beside each "
                "claim: a link, or (Author, year)."
            )
        ),
        heading("What you can do yourself"),
        bullets(
            "These often help:",
            prompt("One thing to try today, as an instruction: Go to bed at the same time"),
            prompt("Another. Keep to what is safe for somebody who is alone with it"),
            style="ticks",
        ),
        heading("How therapy can help"),
        text(
            prompt(
                "Which treatments are recommended, and by whom (NICE, the NHS). How long they usually take and what "
                "they ask of a person. Write “often” and “for many people”, never “always”."
            )
        ),
        heading("When to get help"),
        text(
            prompt(
                "The signs that it is time to see a GP or a therapist: how long it has lasted, how strong it is, what "
                "it keeps somebody from doing. Say what happens at a first appointment."
            )
        ),
        urgent_help(),
        usual_questions(),
        invitation(),
    ),
    references=(source(), source()),
)
