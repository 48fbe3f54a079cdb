"""A page in order, and the ways to break it: each rule has a fault of its own to find."""

import copy
import json
from dataclasses import dataclass, field
from pathlib import Path

from hub.audit.answers import Answer, Subject
from hub.audit.documents import parse

HOME = "https://practice.example/"
PAGE = f"{HOME}articles/trust/"
PICTURE = f"{HOME}media/images/trust.jpg"

SAMPLES = Path(__file__).parents[1] / "samples" / "audit"
HTML = (SAMPLES / "article.html").read_text(encoding="utf-8")
GRAPH = json.loads((SAMPLES / "article.json").read_text(encoding="utf-8"))

JPEG, LOGO = Answer(200, "image/jpeg", size=(1200, 630)), Answer(200, "image/png", size=(512, 512))
ANSWERS = {
    HOME: Answer(200, "text/html", ids=frozenset()),
    PAGE: Answer(200, "text/html", ids=frozenset({"title"}), canonical=PAGE),
    PICTURE: JPEG,
    f"{HOME}static/logo.png": LOGO,
    f"{HOME}articles/": Answer(200, "text/html", ids=frozenset()),
    f"{HOME}articles/feed/": Answer(200, "application/atom+xml"),
    f"{HOME}articles/grief/": Answer(200, "text/html", ids=frozenset({"waves"})),
    f"{HOME}people/ines/": Answer(200, "text/html", ids=frozenset()),
    f"{HOME}people/tom/": Answer(200, "text/html", ids=frozenset()),
    f"{HOME}media/a.mp4": Answer(200, "video/mp4"),
}


@dataclass
class Sample:
    """A page in order, to be broken."""

    html: str = HTML
    graph: list = field(default_factory=lambda: copy.deepcopy(GRAPH))
    answers: dict = field(default_factory=lambda: {**ANSWERS})
    script: str = ""
    robots_header: str = ""
    is_preview: bool = False

    def swap(self, old: str, new: str) -> "Sample":
        assert old in self.html, f"{old} is not in the sample."
        self.html = self.html.replace(old, new)
        return self

    def drop(self, *lines: str) -> "Sample":
        """Remove the lines that contain any of ``lines``."""
        kept = [line for line in self.html.split("\n") if not any(part in line for part in lines)]
        assert len(kept) < len(self.html.split("\n"))
        self.html = "\n".join(kept)
        return self

    def node(self, kind: str) -> dict:
        """The first node of a type among the graph's roots."""
        return next(node for node in self.graph if kind in node["@type"])

    def set(self, kind: str, **values) -> "Sample":
        self.node(kind).update(values)
        return self

    def answer(self, url: str, *args, **kwargs) -> "Sample":
        self.answers[url] = Answer(*args, **kwargs)
        return self

    def subject(self) -> Subject:
        data = json.dumps({"@context": "https://schema.org", "@graph": self.graph}).replace("<", "\\u003c")
        html = self.html.replace("GRAPH", self.script or data)
        document = parse(PAGE, html, robots_header=self.robots_header, is_preview=self.is_preview)
        return Subject(document, self.answers, frozenset({"practice.example"}))
