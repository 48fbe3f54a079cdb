"""Shared sources: shown as an article's own, corrected once, kept while they are in use."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.exporting.twin import text_of
from blog.models import ArticlePage
from blog.quality.articles import draft_of
from hub.core.models import Source
from tests.factories import ArticlePageFactory, InvitationFactory, SourceFactory, UserFactory
from tests.helpers import graph, soup, stream

pytestmark = pytest.mark.django_db
OWN = {"authors": "Weth, J.", "title": "Sleep", "published_in": "", "year": 2020, "url": ""}


@pytest.fixture
def source():
    return SourceFactory(
        authors="Bowlby, J.", title="A Secure Base", published_in="Routledge", year=1988, url="https://doi.org/10.1/b"
    )


@pytest.fixture
def article(articles, source):
    references = stream(("reference", OWN), ("shared_reference", source.pk))
    return ArticlePageFactory(parent=articles, body=stream(("paragraph", "<p>So.</p>")), references=references)


def member(group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def shown(client, page):
    return [item.get_text().strip() for item in soup(client.get(page.url)).select(".references li")]


def test_a_shared_source_is_shown_as_one_of_the_article_s_own(client, article, articles, source):
    own = ArticlePageFactory(parent=articles, references=stream(("reference", source.as_reference())))

    assert shown(client, article) == ["Weth, J. (2020). Sleep.", "Bowlby, J. (1988). A Secure Base. Routledge."]
    assert shown(client, own) == shown(client, article)[1:]


def test_one_correction_mends_every_article(client, article, source):
    source.title = "A Safe Base"
    source.save()

    assert "A Safe Base" in shown(client, article)[1]


def test_a_source_that_is_gone_leaves_no_number_behind(client, article, source):
    source.delete()

    assert shown(client, article) == ["Weth, J. (2020). Sleep."]
    assert draft_of(ArticlePage.objects.get(pk=article.pk)).references == 1


def test_search_engines_are_told_of_it(client, article):
    (node,) = graph(client.get(article.url))["BlogPosting"]

    assert [cited["name"] for cited in node["citation"]] == ["Sleep", "A Secure Base"]


def test_it_counts_for_the_rules(article):
    assert draft_of(article).references == 2


def test_it_stands_in_the_markdown_twin(article, rf):
    text = text_of(article, rf.get("/", headers={"host": "testserver"}))

    references = [line for line in text.partition("## References")[2].splitlines() if line[:2] in ("1.", "2.")]
    assert (len(references), "A Secure Base" in references[1], "Bowlby, J." in references[1]) == (2, True, True)


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_what_is_exported_comes_back_as_a_reference(tmp_path, article, articles, source, form):
    article.save_revision().publish()
    call_command("export_articles", str(tmp_path), format=form, verbosity=0)
    address = article.url
    article.delete()

    call_command("import_articles", str(tmp_path), publish=True, verbosity=0)

    (page,) = [page for page in ArticlePage.objects.all() if page.url == address]
    assert [dict(value) for value in page.sources] == [OWN, source.as_reference()]


def test_the_feed_asks_once_for_all_articles(client, articles):
    def visit(number):
        for _ in range(number):
            ArticlePageFactory(parent=articles, references=stream(("shared_reference", SourceFactory().pk)))
        client.get(f"{articles.url}feed/")
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert Source.objects.last().title in client.get(f"{articles.url}feed/").content.decode()
        return len(asked)

    assert visit(3) == visit(12)


@pytest.mark.parametrize("year", [999, 2101])
def test_a_year_is_one_in_which_something_was_published(year):
    with pytest.raises(ValidationError):
        Source(title="Sleep", year=year).full_clean()


@pytest.mark.parametrize(
    ("group", "view", "is_allowed"),
    [
        ("Editors", "add", True),
        ("Editors", "edit", True),
        ("Editors", "delete", True),
        ("Writers", "add", True),
        ("Writers", "edit", False),
        ("Writers", "delete", False),
        ("Clinical reviewers", "add", False),
        ("Clinical reviewers", "edit", False),
        ("Practice team", "add", False),
    ],
)
def test_who_may_do_what(site, source, group, view, is_allowed):
    address = reverse(f"wagtailsnippets_core_source:{view}", args=[] if view == "add" else [source.pk])

    assert (member(group).get(address).status_code == 200) is is_allowed


@pytest.mark.parametrize("name", ["invitation", "source"])
def test_what_is_in_use_is_not_deleted(admin_client, articles, name):
    kept = InvitationFactory() if name == "invitation" else SourceFactory()
    where = {"body": stream(("shared_invitation", kept.pk))}
    if name == "source":
        where = {"references": stream(("shared_reference", kept.pk))}
    page = ArticlePageFactory(parent=articles, title="Where it stands", **where)

    answer = admin_client.post(reverse(f"wagtailsnippets_core_{name}:delete", args=[kept.pk]), follow=True)

    assert "is in use and was not deleted" in answer.content.decode()
    assert "Where it stands" in answer.content.decode()
    assert type(kept).objects.filter(pk=kept.pk).exists()
    page.delete()
    admin_client.post(reverse(f"wagtailsnippets_core_{name}:delete", args=[kept.pk]))
    assert not type(kept).objects.filter(pk=kept.pk).exists()


@pytest.mark.parametrize("name", ["invitation", "source"])
def test_the_list_says_how_often_each_is_used_at_the_same_cost(admin_client, articles, name):
    address = reverse(f"wagtailsnippets_core_{name}:list")

    def look(number):
        for _ in range(number):
            kept = InvitationFactory() if name == "invitation" else SourceFactory()
            field, block = ("body", "shared_invitation") if name == "invitation" else ("references", "shared_reference")
            ArticlePageFactory(parent=articles, **{field: stream((block, kept.pk))})
        admin_client.get(address)
        with CaptureQueriesContext(connection) as asked:
            answer = admin_client.get(address)
        assert "Used 1 time" in answer.content.decode()
        return len(asked)

    assert look(3) == look(12)


def test_sources_are_found_in_the_chooser(site, source):
    SourceFactory(title="Another book")
    address = reverse("wagtailsnippetchoosers_core_source:choose_results")

    answer = member("Writers").get(address, {"q": "secure"})

    assert ("A Secure Base" in answer.content.decode(), "Another book" in answer.content.decode()) == (True, False)
