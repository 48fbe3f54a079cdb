"""A kind of therapy: couples therapy, EMDR, cognitive behavioural therapy."""

from .prompts import prompt
from .shapes import (
    Skeleton,
    bullets,
    figure,
    heading,
    invitation,
    points,
    source,
    steps,
    text,
    usual_questions,
)

THERAPY = Skeleton(
    key="therapy",
    title="A kind of therapy",
    line="What it is, whom it suits, how it goes, what research says, what it can't do.",
    icon="group",
    standfirst=prompt("Two short sentences: what this therapy is, and whom this page helps to decide."),
    body=(
        points(
            prompt("What it is, in one sentence without the name of a school or a founder."),
            prompt("What it is used for, and how well that is known."),
            prompt("How often people meet, for how long, for how many weeks."),
        ),
        heading(f"What is {prompt('the therapy')}?"),
        text(
            prompt(
                "Say what happens between the people in the room before you say what the theory is. Write an "
                "abbreviation out the first time."
            )
        ),
        heading("Whom it suits"),
        bullets(
            "It may suit you if:",
            prompt("What somebody wants to change, in their words"),
            prompt("What they are ready to do for it: meet weekly, write things down, bring a partner"),
            style="ticks",
        ),
        bullets(
            "It may not be the place to begin if:",
            prompt("What makes something else the better first step, and what that is"),
            style="crosses",
        ),
        heading("How it goes"),
        steps(
            "",
            ("The first meeting", prompt("What is asked, what is agreed, what the reader may ask in return.")),
            ("The work itself", prompt("An ordinary session, so that a stranger can picture it. Between sessions?")),
            ("The end", prompt("How both know that it is time, and what happens if things get harder again.")),
        ),
        heading("What research says"),
        text(
            prompt(
                "For which difficulties it has been studied, what was found, how sure that is, and what has not been "
                "studied. Prefer guidelines and reviews to single studies. Put the source beside each claim."
            )
        ),
        figure(
            prompt("For example: 5 in 10"),
            prompt("What the number counts, in whom, compared with what. No good number: take this block out."),
            prompt("Title of the source; its address and year stand under the settings"),
        ),
        heading("Risks and hard moments"),
        text(
            prompt(
                "What can be hard or go wrong: feeling worse for a while, a poor fit, time and money. Say what to do "
                "then. Every treatment has some."
            )
        ),
        heading("Other ways"),
        text(prompt("Two or three alternatives, medicines and no treatment among them, each with what speaks for it.")),
        heading("Finding somebody"),
        text(
            prompt(
                "Which training and which register to look for, what it costs, what the NHS offers and how long that "
                "takes. Don't praise this practice."
            )
        ),
        usual_questions(),
        invitation(),
    ),
    references=(source(), source()),
)
