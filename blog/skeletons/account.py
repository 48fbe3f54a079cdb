"""A personal account: what somebody has lived through, told with their consent."""

from .prompts import prompt
from .shapes import Skeleton, callout, heading, invitation, paragraphs, quote, text, urgent_help

_AGREED = (
    "They have read this text as it will be published, and agreed to it in writing",
    "They chose the name that stands here, and know who may recognise them all the same",
    "They know that they can take their consent back, and whom to tell",
    "Nobody else in it can be recognised who has not agreed; no child is named",
    "No method of self-harm, no weight, no dose, no place is described",
    "They were not asked while in treatment here, or somebody other than their therapist asked",
)

ACCOUNT = Skeleton(
    key="account",
    title="A personal account",
    line="What somebody has lived through, in their words: with consent, a note on what it mentions, and help.",
    icon="openquote",
    standfirst=prompt("Who tells, what of, and how far along they are now. No cliffhanger: say how it went."),
    content_note=prompt("What a reader may want to know first: Mentions a miscarriage. Clear the field if nothing."),
    body=(
        callout(
            "note",
            prompt("Before this is published"),
            f"<ul>{''.join(f'<li>{prompt(line)}</li>' for line in _AGREED)}</ul>"
            + paragraphs(prompt("Take this block out once every line is true.")),
        ),
        callout(
            "note",
            "About this account",
            paragraphs(
                prompt("By whom it is told, how it was written down, and whether names or details were changed."),
                "This is one person’s experience. Yours may be different.",
            ),
        ),
        heading(prompt("How it began, in a phrase of theirs")),
        text(
            prompt(
                "An ordinary day then, in the first person. Small and particular rather than dramatic: what they did, "
                "not how terrible it was."
            )
        ),
        quote(
            prompt("One sentence of theirs that stays in mind, word for word"),
            prompt("The name they chose"),
        ),
        heading(prompt("How it changed, in a phrase of theirs")),
        text(prompt("How they came to ask for help, what that was like, what took long. Leave in what did not help.")),
        heading("What helped"),
        text(prompt("What they did, who stood by them, which treatment it was. It helped them: promise it to nobody.")),
        heading("How it is now"),
        text(prompt("What is better, what is still hard. Nobody has to be cured for a story to be worth telling.")),
        heading("What I would tell somebody who is there now"),
        text(prompt("Their own words to a reader, two or three sentences.")),
        callout(
            "tip",
            "What a therapist would add",
            paragraphs(prompt("What is usual and what was particular here, what else is known to help, with a link.")),
        ),
        urgent_help(),
        invitation(),
    ),
)
