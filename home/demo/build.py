"""The vocabulary the demo content is written in: each function gives one StreamField child as ``(block, value)``.

Values hold keys where the site will hold rows (``{"article": "slug"}``); ``home.demo.load`` swaps them for
primary keys. Links inside text are written ``<a href="article:slug">`` and swapped in the same way.
"""

from dataclasses import dataclass

Child = tuple[str, object]


@dataclass(frozen=True)
class Reference:
    """One published source. ``published_in`` names the journal, publisher or organisation."""

    authors: str
    title: str
    published_in: str
    year: int | None = None
    url: str = ""

    def value(self) -> dict:
        return {
            "authors": self.authors,
            "title": self.title,
            "published_in": self.published_in,
            "year": self.year,
            "url": self.url,
        }


@dataclass(frozen=True)
class Article:
    """One demo article. Days count back from the day the demo is loaded."""

    slug: str
    title: str
    standfirst: str
    description: str
    topics: tuple[str, ...]
    author: str
    reviewer: str
    days_ago: int
    body: tuple[Child, ...]
    references: tuple[Reference, ...] = ()
    related: tuple[str, ...] = ()
    content_note: str = ""
    updated_days_ago: int | None = None
    what_changed: str = ""


def heading(text: str, size: str = "section") -> Child:
    return "heading", {"text": text, "size": size}


def part(text: str) -> Child:
    return heading(text, "part")


def text(*paragraphs: str) -> Child:
    return "paragraph", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def bullets(introduction: str, *items: str, style: str = "bullets") -> Child:
    return "bullet_list", {"introduction": introduction, "style": style, "items": list(items)}


def steps(title: str, *pairs: tuple[str, str]) -> Child:
    return "steps", {"heading": title, "steps": [{"title": t, "text": f"<p>{b}</p>"} for t, b in pairs]}


def quote(
    words: str,
    speaker: str = "",
    role: str = "",
    source_title: str = "",
    source_url: str = "",
    year: int | None = None,
    verified: bool = False,
) -> Child:
    return "quote", {
        "text": words,
        "speaker": speaker,
        "role": role,
        "source_title": source_title,
        "source_url": source_url,
        "year": year,
        "verified": verified,
    }


def key_points(*points: str, title: str = "Key points") -> Child:
    return "key_points", {"heading": title, "points": list(points)}


def callout(tone: str, title: str, *paragraphs: str) -> Child:
    return "callout", {"tone": tone, "heading": title, "text": "".join(f"<p>{p}</p>" for p in paragraphs)}


def urgent_help(title: str = "If you need help now", words: str = "") -> Child:
    return "urgent_help", {"heading": title, "text": f"<p>{words}</p>" if words else ""}


def statistic(figure: str, meaning: str, source_title: str, source_url: str = "", year: int | None = None) -> Child:
    return "statistic", {
        "figure": figure,
        "meaning": meaning,
        "source_title": source_title,
        "source_url": source_url,
        "year": year,
    }


def faq(*pairs: tuple[str, str], title: str = "Questions people ask") -> Child:
    items = [{"question": q, "answer": a if a.startswith("<") else f"<p>{a}</p>"} for q, a in pairs]
    return "faq", {"heading": title, "items": items}


def term(name: str, definition: str, also_known_as: str = "") -> Child:
    return "glossary_term", {"term": name, "also_known_as": also_known_as, "definition": f"<p>{definition}</p>"}


def sources(*items: Reference, title: str = "Further reading") -> Child:
    return "references", {"heading": title, "items": [item.value() for item in items]}


def table(caption: str, columns: tuple[str, ...], *rows: tuple[str, ...]) -> Child:
    return "comparison_table", {
        "columns": [{"type": "text", "heading": column} for column in columns],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }


def picture(key: str, alt: str, caption: str = "", credit: str = "") -> Child:
    return "image", {
        "image": {"image": {"picture": key}, "alt_text": alt, "decorative": not alt},
        "caption": caption,
        "credit": credit,
    }


def video(title: str, url: str, description: str, transcript: str = "") -> Child:
    return "video", {"title": title, "url": url, "description": description, "transcript": transcript}


def download(key: str, title: str, description: str) -> Child:
    return "download", {"document": {"document": key}, "title": title, "description": description}


def button(label: str, page: str = "", address: str = "") -> dict:
    """``page`` is a key: "consultation", "about", ... or "article:slug"; both empty = the consultation page."""
    return {"label": label, "page": {"page": page} if page else None, "address": address}


def invitation(title: str, words: str, *buttons: dict) -> Child:
    return "invitation", {"heading": title, "text": f"<p>{words}</p>", "buttons": list(buttons)}


def shared_invitation(key: str) -> Child:
    """``key``: "first-conversation", "couples" or "call-us"."""
    return "shared_invitation", {"invitation": key}


def person_card(key: str, note: str = "") -> Child:
    """``key``: a person's slug."""
    return "person_card", {"person": {"person": key}, "note": note}


def related(*slugs: str, title: str = "Read next") -> Child:
    return "related_articles", {"heading": title, "articles": [{"article": slug} for slug in slugs]}
