"""From an article page to what the rules see of it, and the seed that this project exists to publish."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from blog.models import ArticlePage
from blog.quality.articles import draft_of, surroundings_of
from blog.quality.draft import Link, Role
from blog.quality.gate import judge
from hub.outbound.models import OutboundLink
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, StandardPageFactory
from tests.helpers import BLOCK_NAMES, BODY, restricted, stream

SEED = Path(__file__).parents[4] / "shared" / "seed" / "trust-issues-therapy.txt"

pytestmark = pytest.mark.django_db


def seen(articles, *children, **fields):
    return draft_of(ArticlePageFactory(parent=articles, body=stream(*children), **fields))


def test_texts_are_seen_in_reading_order_with_their_roles(articles):
    draft = seen(
        articles,
        ("heading", {"text": "Why", "size": "part"}),
        ("paragraph", "<p>First  line.</p><p>Second.</p>"),
        ("bullet_list", {"introduction": "These:", "style": "bullets", "items": ["<p>one</p>", "<p>two</p>"]}),
        ("quote", {"text": "Rest.", "speaker": "Eve", "role": "", "verified": True}),
        ("faq", {"heading": "Questions", "items": [{"question": "Why?", "answer": "<p>So.</p><ul><li>a</li></ul>"}]}),
    )

    assert [(passage.role, passage.text) for passage in draft.passages] == [
        (Role.HEADING, "Why"),
        (Role.PROSE, "First line."),
        (Role.PROSE, "Second."),
        (Role.INTRODUCTION, "These:"),
        (Role.ITEM, "one"),
        (Role.ITEM, "two"),
        (Role.QUOTE, "Rest."),
        (Role.HEADING, "Questions"),
        (Role.QUESTION, "Why?"),
        (Role.ANSWER, "So."),
        (Role.ITEM, "a"),
    ]
    assert draft.passages[0].level == 3
    assert draft.passages[1].typed == "First  line."
    assert [(quotation.speaker, quotation.is_checked) for quotation in draft.quotations] == [("Eve", True)]


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_every_block_can_be_seen_even_when_it_is_empty(articles, name):
    empty = BODY.child_blocks[name].get_prep_value(BODY.child_blocks[name].get_default())

    body = json.dumps([{"type": name, "value": empty, "id": "1"}])
    draft = draft_of(ArticlePageFactory(parent=articles, body=body))

    assert [kind for _, kind in draft.blocks] == [name]


def test_links_are_seen_with_their_targets(articles):
    other = ArticlePageFactory(parent=articles)
    about = ArticlePageFactory(parent=articles)
    draft = seen(
        articles,
        ("paragraph", f'<p><a linktype="page" id="{other.pk}">grief</a> <a href="https://a.org/">A</a></p>'),
        ("invitation", {"heading": "", "text": "", "buttons": [{"label": "Go", "page": about.pk, "address": ""}]}),
        related=stream(("article", other.pk)),
    )

    assert [(link.text, link.href, link.page) for link in draft.links] == [
        ("grief", "", other.pk),
        ("A", "https://a.org/", None),
        ("Go", "", about.pk),
        ("(chosen)", "", other.pk),
    ]


def test_pictures_bring_their_alternative_text(articles):
    picture = {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}

    draft = seen(
        articles, ("image", {"image": picture, "caption": "Two"}), hero_image=ImageFactory(), hero_is_decorative=True
    )

    assert [(picture.alt, picture.caption, picture.is_decorative) for picture in draft.pictures] == [
        ("", "", True),
        ("A chair", "Two", False),
    ]


def test_surroundings_tell_what_links_lead_to(articles, home):
    shown, hidden = ArticlePageFactory(parent=articles), restricted(ArticlePageFactory(parent=articles))
    about = StandardPageFactory(parent=home, slug="about")
    page = ArticlePageFactory(
        parent=articles,
        body=stream(
            (
                "paragraph",
                "<p>"
                + "".join(f'<a linktype="page" id="{key}">x</a>' for key in (shown.pk, hidden.pk, about.pk, 987654))
                + '<a href="/about/">a</a><a href="/about/#x">a</a><a href="/gone/">b</a><a href="/search/">s</a></p>',
            )
        ),
    )

    around = surroundings_of(page, draft_of(page))

    assert {key: (target.is_article, target.is_visible) for key, target in around.targets.items()} == {
        shown.pk: (True, True),
        hidden.pk: (True, False),
        about.pk: (False, True),
    }
    assert around.paths == {"/about/": True, "/about/#x": True, "/gone/": False, "/search/": True}


def test_surroundings_know_titles_and_who_links_here(articles):
    page = ArticlePageFactory(parent=articles, title="Sleep")
    ArticlePageFactory(parent=articles, title="sleep", slug="other")
    ArticlePageFactory(parent=articles, body=stream(("paragraph", f'<p><a linktype="page" id="{page.pk}">x</a></p>')))

    around = surroundings_of(page, draft_of(page))

    assert around.same_title == ("sleep",)
    assert around.inbound == 1


def test_author_and_reviewer_are_seen(articles, home):
    about = StandardPageFactory(parent=home)
    author = PersonPageFactory(parent=about, title="Ada", credentials="MSc")

    draft = seen(articles, author=author)

    assert (draft.author.name, draft.author.credentials, draft.reviewer) == ("Ada", "MSc", None)


def test_a_link_without_words_is_seen(articles):
    draft = seen(articles, ("paragraph", '<p>See <a href="https://a.org/"></a>.</p>'))

    assert [(link.text, link.href) for link in draft.links] == [("", "https://a.org/")]
    assert isinstance(draft.passages[0].links[0], Link)


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside this checkout")
def test_the_seed_shows_what_its_readers_would_stumble_over(articles, capsys):
    call_command("import_articles", str(SEED))
    page = ArticlePage.objects.get(import_source=SEED.name).get_latest_revision_as_object()

    found = judge(page).findings
    rules = [finding.rule for finding in found]

    assert rules.count("quote-without-speaker") == 2
    assert {
        "author-missing",
        "repeated-text",
        "unsourced-claim",
        "superlative",
        "no-sources",
        "urgent-help-missing",
        "grade",
        "few-links",
        "therapy-and-coaching",
        "mixed-spelling",
    } <= set(rules)
    excerpts = " ".join(finding.excerpt for finding in found)
    assert "Research and clinical experience consistently show" in excerpts
    assert "most effective" in excerpts
    assert "best trust-building therapy" in excerpts


def test_link_out_that_is_broken_is_found_where_it_stands(articles):
    gone = "https://gone.example/paper"
    source = ("reference", {"title": "A paper", "url": f"{gone}#page=3", "authors": "", "published_in": ""})
    page = ArticlePageFactory(parent=articles, references=stream(source))
    link = OutboundLink.to(gone)
    link.state, link.reason, link.failing_since = "broken", "There is no such page (404).", timezone.now()
    link.save()

    (finding,) = (one for one in judge(page).findings if one.rule == "broken-link-out")

    block = page.references.raw_data[0]["id"]
    assert (finding.place.key, finding.place.is_block, finding.excerpt) == (block, True, "A paper")
    assert "There is no such page (404). It has failed since" in finding.message
    OutboundLink.objects.update(left_as="broken:404", left_because="Members only.")
    assert not [one for one in judge(page).findings if one.rule == "broken-link-out"]
