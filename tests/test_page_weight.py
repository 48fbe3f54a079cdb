"""What a reader's telephone has to load before it can show an article."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from hub.core.models.pages import RARE_BLOCKS
from hub.core.storage import BUNDLES, bundled
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import BLOCK_NAMES, soup, stream

MOST = 60_000
MOST_JAVASCRIPT = 10_000

SENTENCE = "Trust grows slowly, from small promises that somebody makes and then keeps when it would be easier not to. "


def source(name):
    with open(finders.find(name), encoding="utf-8") as file:
        return file.read()


def served(url):
    """Return a static file as it is served in production, before compression."""
    name = url.removeprefix(settings.STATIC_URL)
    text = source(name)
    if name in BUNDLES:
        text = bundled(text, lambda part: source(f"css/{part}"))
    return text.encode()


def section(number):
    return (
        ("heading", {"text": f"What to expect in part {number}", "size": "section"}),
        ("paragraph", f"<p>{SENTENCE * 7}</p><p>{SENTENCE * 6}</p>"),
        ("bullet_list", {"introduction": "What helps:", "style": "ticks", "items": [f"<p>{SENTENCE}</p>"] * 3}),
        ("quote", {"text": SENTENCE, "speaker": "C. S. Lewis", "role": "writer"}),
    )


@pytest.fixture
def article(home, articles):
    """An article of 2,000 words with lists, quotes and questions, on a site with a menu."""
    for _ in range(5):
        StandardPageFactory(parent=home, show_in_menus=True, in_footer=True)
    topics = [TopicPageFactory(parent=home) for _ in range(3)]
    people = [PersonPageFactory(parent=home, role="Therapist") for _ in range(2)]
    for _ in range(4):
        ArticlePageFactory(
            parent=articles, topics=topics, standfirst=SENTENCE, hero_image=ImageFactory(), hero_is_decorative=True
        )
    questions = [{"question": "How long does it take?", "answer": f"<p>{SENTENCE * 2}</p>"}] * 6
    body = [part for number in range(5) for part in section(number)]
    return ArticlePageFactory(
        parent=articles,
        topics=topics,
        author=people[0],
        reviewer=people[1],
        reviewed_on="2026-01-01",
        standfirst=SENTENCE,
        hero_image=ImageFactory(),
        hero_alt="A boat",
        body=stream(*body, ("faq", {"heading": "Questions", "items": questions})),
    )


def test_article_is_light_in_all(client, article):
    assert 1_900 < article.word_count < 2_300
    answer = client.get(article.url)
    page = soup(answer)

    weights = {"html": len(answer.content)}
    for link in page.find_all("link", rel="stylesheet"):
        weights[link["href"]] = len(served(link["href"]))
    for script in page.find_all("script", src=True):
        weights[script["src"]] = len(served(script["src"]))

    assert sum(weights.values()) <= MOST, weights


def test_javascript_is_light_in_all():
    scripts = sorted((settings.BASE_DIR / "hub" / "static" / "js").rglob("*.js"))

    assert sum(len(path.read_bytes()) for path in scripts) <= MOST_JAVASCRIPT


def test_nothing_is_loaded_from_elsewhere(client, article):
    page = soup(client.get(article.url))

    loaded = [
        tag.get("src") or tag.get("href") for tag in page.find_all(["script", "img", "iframe", "source", "video"])
    ]
    loaded += [link["href"] for link in page.find_all("link") if link["rel"] != ["canonical"]]
    loaded += [part.split()[0] for tag in page.find_all(srcset=True) for part in tag["srcset"].split(",")]
    assert [url for url in loaded if url and not url.startswith(("/", "http://testserver/"))] == []


def sheets(client, articles, *children):
    page = soup(client.get(ArticlePageFactory(parent=articles, body=stream(*children)).url))
    return [link["href"].rpartition("/")[2] for link in page.find_all("link", rel="stylesheet")]


def test_styles_of_rare_blocks_are_loaded_where_there_is_one(client, articles):
    plain = ("paragraph", "<p>Trust grows slowly.</p>")
    rare = ("statistic", {"figure": "1 in 6", "meaning": "adults", "source_title": "", "source_url": "", "year": None})

    assert sheets(client, articles, plain) == ["main.css"]
    assert sheets(client, articles, plain, rare) == ["main.css", "blocks.css"]


def components(name):
    """The components that a style sheet imports."""
    return set(re.findall(r"components/([\w-]+)\.css", source(f"css/{name}.css")))


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_every_block_finds_its_styles(name):
    template = (settings.BASE_DIR / "hub/core/templates/core/blocks" / f"{name}.html").read_text()
    classes = {word.partition("__")[0] for found in re.findall(r'class="([\w -]+)', template) for word in found.split()}
    rare = components("blocks") - components("main")

    assert bool(classes & rare) == (name in RARE_BLOCKS)


def test_other_pages_have_the_styles_of_all_blocks():
    assert components("blocks") <= components("fronts")
