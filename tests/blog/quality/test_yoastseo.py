"""Our counts beside those of yoastseo, a package that many editors know, wherever both measure the same thing.

It is asked from outside (``YOASTSEO=.../node_modules``, which CI sets) and no part of this project. Words, sentences,
paragraphs, links, pictures and occurrences of a phrase agree exactly; Flesch's reading ease within five points, for
syllables are guessed from spelling on both sides, by rules of our own here. Where we differ on purpose, a test says
how.
"""

import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from blog.quality.articles import draft_of
from blog.quality.prose import measure, occurrences
from blog.quality.rich_text import paragraphs
from home.demo import articles as demo_articles
from tests.factories import ArticlePageFactory, ImageFactory
from tests.helpers import rendered, stream

EASE_APART = 5

#: Articles of the demo, by module, each with a phrase that readers search with.
ARTICLES = {
    "after_a_betrayal": "trust",
    "panic_attacks": "panic attack",
    "setting_boundaries": "a boundary",
    "telling_therapies_apart": "therapy",
    "what_anxiety_does_in_the_body": "anxiety",
    "worry_at_night": "worry",
}
#: Short texts with what is hard to count, each with a phrase.
SHORT = {
    "numbers and times": (
        "<p>At 3 a.m. it cost 3.50 pounds, i.e. half of 7. By 10.30 it was 10,000 people, or 12.5% more.</p>",
        "it",
    ),
    "joined words": (
        "<p>A long-term, well-known self-help group: don’t say it's “one-size-fits-all”. It isn't.</p>"
        "<ul><li>Day-to-day worry, worry and more worry</li><li>Mother's worry &amp; hers</li></ul>",
        "worry",
    ),
    "dashes, entities and what is no word": (
        "<p>Rest – really rest – and wait &hellip; Then breathe &amp; count. Ready? Go! Worry, worry, worry.</p>",
        "rest",
    ),
    "links and levels": (
        '<h2>What helps?</h2><p>See <a href="/a/">the first steps</a>, <a href="https://example.org/">a charity</a>'
        ' and <a href="mailto:us@example.org">our team</a>.</p><ol><li>Stop.</li><li>Breathe. Look round.</li></ol>'
        "<p>What helps is <b>plain</b>. What helps you?</p>",
        "what helps",
    ),
}


@pytest.fixture(scope="module")
def ask():
    """Ask yoastseo: ``(html, phrase)`` pairs in, a dict for each out."""
    folder = Path(os.environ.get("YOASTSEO") or "node_modules").resolve()
    if not (folder / "yoastseo" / "package.json").is_file() or not shutil.which("node"):
        pytest.skip("Set YOASTSEO to a node_modules folder with yoastseo, and have node: npm install yoastseo.")

    def asked(*texts):
        sent = json.dumps([{"html": html, "phrase": phrase} for html, phrase in texts])
        driver = Path(__file__).with_name("yoastseo.cjs")
        done = subprocess.run(
            ["node", driver, folder], input=sent, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return asked


@cache
def demo_text(name: str) -> str:
    """Return the rich text of a demo article, paragraphs and lists one after another."""
    body = importlib.import_module(f"home.demo.articles.{name}").ARTICLE.body
    return "\n".join(text for text in _strings(body) if text.startswith("<"))


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def alike(html: str) -> str:
    """Return a text without the quotation marks behind which only we end a sentence (see ``DIFFERENCES``)."""
    return re.sub(r"(?<=[.!?…])”(?= “?[A-Z])", "", html)


def ours(html: str, phrase: str) -> dict:
    found = [paragraph for paragraph in paragraphs(html) if paragraph.text]
    measured = measure(paragraph.text for paragraph in found)
    return {
        "words": measured.words,
        "sentences": measured.sentences,
        "links": sum(len(paragraph.links) for paragraph in found),
        "phrase": sum(occurrences(phrase, paragraph.text) for paragraph in found),
        "ease": measured.ease,
    }


TEXTS = {name: (alike(demo_text(name)), phrase) for name, phrase in ARTICLES.items()} | SHORT


@pytest.fixture(scope="module")
def theirs(ask):
    return dict(zip(TEXTS, ask(*TEXTS.values()), strict=True))


@pytest.mark.parametrize("count", ["words", "sentences", "links", "phrase"])
def test_counts_agree_exactly(theirs, count):
    assert {name: ours(*text)[count] for name, text in TEXTS.items()} == {
        name: found[count] for name, found in theirs.items()
    }
    assert sum(found[count] for found in theirs.values()) > len(TEXTS)


def test_paragraphs_agree_exactly(theirs):
    """An item of a list is one to yoastseo. Headings stand in blocks of their own here, not in such a text."""
    counted = {
        name: sum(bool(one.text) for one in paragraphs(html)) for name, (html, _) in TEXTS.items() if "<h2" not in html
    }

    assert counted == {name: theirs[name]["paragraphs"] for name in counted}


def test_reading_ease_is_within_five_points(ask):
    """Of whole articles, all of the demo: in a few words a syllable is many points, and yoastseo ends at 100."""
    names = sorted(module.name for module in pkgutil.iter_modules(demo_articles.__path__))
    texts = [(alike(demo_text(name)), "") for name in names]

    apart = {
        name: abs(ours(*text)["ease"] - found["ease"])
        for name, text, found in zip(names, texts, ask(*texts), strict=True)
    }

    assert len(apart) >= 10
    assert {name: points for name, points in apart.items() if points > EASE_APART} == {}


#: Words and sentences, ours and theirs, where we differ on purpose.
DIFFERENCES = {
    # The question is quoted, and over: what follows is another sentence.
    "<p>He asks “Is that right?” Swap over.</p>": ((7, 2), (7, 1)),
    # Initials end no sentence.
    "<p>C. S. Lewis wrote of it. He kept notebooks.</p>": ((9, 2), (9, 3)),
    # A sign is not read as a word.
    "<p>Rest + sleep = calm * * *</p>": ((3, 1), (7, 1)),
    # What stands between angle brackets is text, not markup.
    "<p>Wait, &lt;breathe&gt; and go.</p>": ((4, 1), (3, 1)),
    # Readers read two words.
    "<p>Sleep and/or rest</p>": ((4, 1), (3, 1)),
    # A space that is missing makes nobody read one word.
    "<p>First sleep.Then rest.</p>": ((4, 1), (3, 1)),
}


@pytest.mark.parametrize("html", DIFFERENCES)
def test_where_we_differ(ask, html):
    (found,) = ask((html, "sleep"))
    own = ours(html, "sleep")

    assert ((own["words"], own["sentences"]), (found["words"], found["sentences"])) == DIFFERENCES[html]


@pytest.mark.django_db
def test_pictures_and_links_of_a_page_agree(ask, articles):
    picture = {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}
    body = [
        ("paragraph", f'<p>See <a linktype="page" id="{articles.pk}">more</a> or <a href="tel:116123">ring</a>.</p>'),
        ("image", {"image": picture, "caption": "A chair by the window"}),
        ("image", {"image": picture | {"alt_text": "The same chair"}, "caption": ""}),
    ]
    draft = draft_of(ArticlePageFactory(parent=articles, body=stream(*body)))

    (found,) = ask((str(rendered(*body)), "chair"))

    assert (len(draft.pictures), len(list(draft.links))) == (found["pictures"], found["links"]) == (2, 2)
