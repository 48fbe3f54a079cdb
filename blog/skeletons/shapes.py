"""The vocabulary skeletons are written in: a block's name and its plain value. Pure functions."""

from dataclasses import dataclass

from .prompts import prompt

Child = tuple[str, object]


@dataclass(frozen=True)
class Skeleton:
    """An article before it is written: its blocks in order, with prompts where the writer's words go.

    ``line`` says in the choice what it is for, ``icon`` is one of Wagtail's. ``body`` and ``references`` are pairs of a
    block's name and its plain value.
    """

    key: str
    title: str
    line: str
    icon: str
    standfirst: str
    body: tuple[Child, ...]
    references: tuple[Child, ...] = ()
    content_note: str = ""


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def heading(text: str, size: str = "section") -> Child:
    return "heading", {"text": text, "size": size}


def text(*texts: str) -> Child:
    return "paragraph", paragraphs(*texts)


def points(*texts: str) -> Child:
    return "key_points", {"heading": "Key points", "points": [paragraphs(point) for point in texts]}


def bullets(introduction: str, *items: str, style: str = "bullets") -> Child:
    return "bullet_list", {"introduction": introduction, "style": style, "items": [paragraphs(item) for item in items]}


def steps(title: str, *pairs: tuple[str, str]) -> Child:
    return "steps", {"heading": title, "steps": [{"title": name, "text": paragraphs(what)} for name, what in pairs]}


def quote(words: str, speaker: str) -> Child:
    return "quote", {"text": words, "speaker": speaker, "role": "", "source_title": "", "source_url": "", "year": None}


def callout(tone: str, title: str, html: str) -> Child:
    return "callout", {"tone": tone, "heading": title, "text": html}


def figure(number: str, meaning: str, source: str) -> Child:
    return "statistic", {
        "figure": number,
        "meaning": meaning,
        "source_title": source,
        "source_url": "",
        "year": None,
    }


def questions(title: str, *pairs: tuple[str, str]) -> Child:
    items = [{"question": asked, "answer": paragraphs(answer)} for asked, answer in pairs]
    return "faq", {"heading": title, "items": items}


def urgent_help() -> Child:
    """The crisis lines of the site: they need no word of the writer's."""
    return "urgent_help", {"heading": "If you need help now", "text": ""}


def invitation() -> Child:
    """The next step. A button without page and address leads to the consultation page."""
    return "invitation", {
        "heading": prompt("What the reader is invited to do, without pressing: Talk it over with somebody"),
        "text": paragraphs(
            prompt(
                "One or two sentences: what happens then, how long it takes, what it costs, that it commits to "
                "nothing. Or take this block out and choose a shared invitation."
            )
        ),
        "buttons": [{"label": "Arrange a first conversation", "page": None, "address": ""}],
    }


def source() -> Child:
    return "reference", {
        "authors": prompt("Authors or organisation, as the source gives them"),
        "title": prompt("Title of a guideline, review or study that you have read yourself; a news report is none"),
        "published_in": "",
        "year": None,
        "url": "",
    }


def usual_questions() -> Child:
    return questions(
        "Questions people ask",
        (
            prompt("A question in readers' own words: from the telephone, the consulting room, what they search for"),
            prompt("Answer in the first sentence. Then explain in two or three short ones."),
        ),
        (prompt("The question that people hardly dare to ask"), prompt("Answer it kindly and plainly.")),
    )
