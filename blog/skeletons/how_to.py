"""How to do one thing: a breathing exercise, preparing a first session, talking to a child about a death."""

from .prompts import prompt
from .shapes import Skeleton, callout, heading, invitation, paragraphs, points, source, steps, text, usual_questions

HOW_TO = Skeleton(
    key="how-to",
    title="How to do something",
    line="One thing to do, step by step: what is needed, what may go wrong, when to stop.",
    icon="list-ol",
    standfirst=prompt("One sentence: what the reader will be able to do. A second: for whom, and how long it takes."),
    body=(
        points(
            prompt("The whole thing in one sentence, for somebody who needs it now."),
            prompt("What it is good for, and what it is not."),
            prompt("The mistake that most people make."),
        ),
        callout(
            "note",
            "Before you begin",
            paragraphs(
                prompt("What is needed, how long it takes, where it works, and who should not do it without advice.")
            ),
        ),
        heading("Step by step"),
        steps(
            prompt("What the steps lead to: How to breathe through a wave of panic"),
            (
                prompt("Begin with a verb: Sit where your feet reach the floor"),
                prompt("What to do, then what to expect. One action a step."),
            ),
            (prompt("The next action"), prompt("Say how long or how often, in numbers.")),
            (prompt("The last action"), prompt("How the reader knows that it is done.")),
        ),
        heading("If it does not work"),
        text(
            prompt("What usually goes wrong, what to change, how often to try. Without blame: nothing fits everybody.")
        ),
        callout(
            "caution",
            "When to stop",
            paragraphs(prompt("The signs that this is not the right thing now, and what to do instead.")),
        ),
        heading("Why it can help"),
        text(prompt("Two or three sentences on what is known of it, with a source beside each claim.")),
        heading("When to get help"),
        text(prompt("When trying alone is not enough, whom to ask, and how that goes.")),
        usual_questions(),
        invitation(),
    ),
    references=(source(),),
)
