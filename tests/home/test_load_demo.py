"""The demo practice: all of it or nothing, and good enough to judge the product by."""

from collections import Counter
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, Site

from blog.models import ArticlePage, PersonPage, TopicPage
from home.demo import load
from home.models import HomePage
from hub.core.models import BasePage, BodyPage, CrisisSupport, HubImage, Invitation, Practice
from tests.helpers import BLOCK_NAMES, soup


def load_demo():
    call_command("load_demo", verbosity=0)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo practice, loaded once for all that only look at it; undone at the end.

    Gives the pages, freshly read, and what the test client was answered at each address it was led to.
    """
    from django.core.cache import cache
    from django.db import transaction
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        cache.clear()
        load_demo()
        Site.objects.update(hostname="testserver", port=80)
        cache.clear()
        yield
        transaction.set_rollback(True)
    cache.clear()


def pages():
    """Every page of the demo, as its own type."""
    return list(Page.objects.filter(depth__gt=1).specific())


@pytest.fixture(scope="module")
def answers(demo):
    """What every address answered that links lead to from the home page."""
    client, found, waiting = Client(), {}, ["/"]
    while waiting:
        url = waiting.pop()
        answer = client.get(url)
        found[url] = answer
        if answer.status_code != 200 or "text/html" not in answer.get("Content-Type", ""):
            continue
        for tag in soup(answer).find_all(href=True):
            target = urlsplit(urldefrag(urljoin(f"http://testserver{url}", tag["href"])).url)
            address = target._replace(scheme="", netloc="").geturl()
            is_ours = target.scheme == "http" and target.netloc == "testserver" and not address.startswith("/static/")
            if is_ours and address not in found and address not in waiting:
                waiting.append(address)
    return found


def html(answers):
    return {url: soup(answer) for url, answer in answers.items() if "text/html" in answer.get("Content-Type", "")}


# The two that change the database come first: what follows shares one demo.
def test_site_with_pages_of_its_own_is_left_alone(home):
    with pytest.raises(CommandError, match="pages already"):
        load_demo()

    assert list(HomePage.objects.all()) == [home]


def test_site_whose_only_page_was_renamed_is_left_alone(db):
    Page.objects.filter(depth=2).update(slug="mine")

    with pytest.raises(CommandError):
        load_demo()


def test_failure_half_way_leaves_nothing(db, monkeypatch):
    def fail(keys):
        raise RuntimeError("half-way")

    monkeypatch.setattr(load, "_settings", fail)
    before = list(Page.objects.values_list("pk", "title"))

    with pytest.raises(RuntimeError, match="half-way"):
        load_demo()

    assert list(Page.objects.values_list("pk", "title")) == before
    assert [model.objects.count() for model in (HubImage, Invitation, Practice, CrisisSupport)] == [0, 0, 0, 0]


def test_demo_is_not_loaded_twice(demo):
    with pytest.raises(CommandError):
        load_demo()


def test_there_are_twelve_articles_or_more_in_five_topics_by_four_people(demo):
    assert ArticlePage.objects.published().count() >= 12
    assert (TopicPage.objects.published().count(), PersonPage.objects.published().count()) == (5, 4)


def test_every_topic_has_articles_and_every_person_writes_and_reviews(demo):
    articles = ArticlePage.objects.published()

    assert [topic.title for topic in TopicPage.objects.all() if not articles.about(topic)] == []
    assert [person.title for person in PersonPage.objects.all() if not articles.filter(author=person)] == []
    assert [person.title for person in PersonPage.objects.all() if not articles.filter(reviewer=person)] == []


def test_every_article_is_substantial(demo):
    assert {page.slug: page.word_count for page in ArticlePage.objects.all() if page.word_count < 700} == {}


def test_every_block_is_used_somewhere(demo):
    used = Counter(child.block_type for page in pages() if isinstance(page, BodyPage) for child in page.body)

    assert sorted(set(BLOCK_NAMES) - set(used)) == []


def test_everything_is_published(demo):
    assert [page.title for page in pages() if not page.live or page.has_unpublished_changes] == []


def test_every_page_passes_its_own_rules(demo):
    for page in pages():
        page.full_clean()


def test_every_block_passes_its_own_rules(demo):
    for page in pages():
        for name in ("body", "references", "related", "buttons", "featured"):
            stream = getattr(page, name, None)
            if stream:
                stream.stream_block.clean(stream)
    for holder, name in (
        *((invitation, "buttons") for invitation in Invitation.objects.all()),
        (CrisisSupport.objects.get(), "lines"),
        (Practice.objects.get(), "opening_hours"),
    ):
        stream = getattr(holder, name)
        stream.stream_block.clean(stream)


def test_every_page_is_described_in_a_length_that_is_shown(demo):
    lengths = {page.slug: len(page.description) for page in pages()}

    assert {slug: length for slug, length in lengths.items() if not 50 <= length <= 165} == {}


def test_no_two_pages_say_the_same_of_themselves(demo):
    for field in ("title", "description"):
        said = Counter(getattr(page, field) for page in pages())
        assert [text for text, times in said.items() if times > 1] == []


def test_every_article_is_attributed_dated_and_sourced(demo):
    fields = ("standfirst", "author", "reviewer", "published_on", "reviewed_on", "review_due")

    assert {
        page.slug: [field for field in fields if not getattr(page, field)]
        for page in ArticlePage.objects.all()
        if not all(getattr(page, field) for field in fields)
    } == {}


def test_crisis_lines_are_the_real_ones(demo):
    lines = {line.value["name"]: line.value["number"] for line in CrisisSupport.objects.get().lines}

    expected = {"Samaritans": "116 123", "988 Suicide & Crisis Lifeline": "988", "Lifeline": "13 11 14"}
    assert expected.items() <= lines.items()


def test_every_page_is_led_to_and_answers(answers):
    missing = {page.url for page in pages() if isinstance(page, BasePage)} - set(answers)

    assert missing == set()
    assert {url: answer.status_code for url, answer in answers.items() if answer.status_code != 200} == {}


def test_every_anchor_is_on_the_page_it_leads_to(answers):
    found = html(answers)
    ids = {url: {tag["id"] for tag in page.find_all(id=True)} for url, page in found.items()}

    dead = []
    for url, page in found.items():
        for link in page.find_all("a", href=True):
            target, anchor = urldefrag(urljoin(url, link["href"]))
            if anchor and target in ids and anchor not in ids[target]:
                dead.append((url, link["href"]))
    assert dead == []


def test_no_page_skips_a_heading_level(answers):
    levels = {
        url: [int(tag.name[1]) for tag in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        for url, page in html(answers).items()
    }

    skipping = [
        url
        for url, found in levels.items()
        if any(after > before + 1 for before, after in zip([0, *found], found, strict=False))
    ]
    assert skipping == []
    assert [url for url, found in levels.items() if found.count(1) != 1] == []


def test_no_id_is_used_twice_on_a_page(answers):
    twice = {}
    for url, page in html(answers).items():
        times = Counter(tag["id"] for tag in page.find_all(id=True))
        if repeated := [name for name, count in times.items() if count > 1]:
            twice[url] = repeated
    assert twice == {}


def test_every_picture_has_alternative_text_or_says_it_has_none(answers):
    assert [
        (url, str(image))
        for url, page in html(answers).items()
        for image in page.find_all("img")
        if "alt" not in image.attrs
    ] == []


def test_nobody_s_machine_or_tool_is_named(answers):
    traces = ("localhost", "127.0.0.1", "lorem ipsum")

    assert [(url, word) for url, page in html(answers).items() for word in traces if word in page.get_text()] == []


def test_untouched_site_becomes_the_demo(demo):
    practice = Practice.objects.get()

    assert isinstance(Site.objects.get().root_page.specific, HomePage)
    assert (practice.consultation_page.live, bool(practice.name), bool(practice.telephone)) == (True, True, True)
