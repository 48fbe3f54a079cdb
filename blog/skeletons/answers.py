"""Question and answer: what people ask about one subject."""

from .prompts import prompt
from .shapes import Skeleton, heading, invitation, points, questions, source, text, urgent_help

ANSWERS = Skeleton(
    key="questions",
    title="Questions and answers",
    line="What people ask about one subject, each question with an answer and an address of its own.",
    icon="help",
    standfirst=prompt("Two short sentences: what the questions are about, and who has answered them."),
    body=(
        text(
            prompt("Two or three sentences for somebody who comes without a question of their own: what this is about.")
        ),
        points(
            prompt("The answer to the question that is asked most, in one sentence."),
            prompt("The one that calms."),
            prompt("The one that people find out too late."),
        ),
        questions(
            prompt("The first group, as readers would name it: Before the first session"),
            (
                prompt("The question that is asked most, with a question mark"),
                prompt("Answer in the first sentence: yes, no, or it depends on what. Then why. Then what to do."),
            ),
            (prompt("A question about time or money"), prompt("Numbers, and the day they were true.")),
            (prompt("The question that people hardly dare to ask"), prompt("Answer it kindly and plainly.")),
        ),
        questions(
            prompt("The second group: Once it has begun"),
            (prompt("What people ask when it gets hard"), prompt("Say what is usual, and when it no longer is.")),
            (
                prompt("What they ask about risk, evidence or other ways"),
                prompt("Say how sure the answer is, and put the source beside it."),
            ),
        ),
        heading("If your question is not here"),
        text(prompt("Whom to ask, how, and how soon an answer comes. Say that e-mail is no place for a crisis.")),
        urgent_help(),
        invitation(),
    ),
    references=(source(),),
)
