"""What a reader's telephone has to load before it can show an article."""

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from hub.core.storage import BUNDLES, bundled
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import soup, stream

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
