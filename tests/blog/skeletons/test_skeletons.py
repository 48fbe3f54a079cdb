"""Every skeleton makes a draft that can be edited, looked at, and published once its prompts are gone."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.rich_text import RichText

from blog.desk.starting import begin, stored
from blog.models import ArticlePage
from blog.quality.gate import judge
from blog.skeletons import SKELETONS
from blog.skeletons.prompts import MARK
from tests.factories import ArticlePageFactory, PersonPageFactory, SourceFactory, UserFactory
from tests.helpers import BLOCK_NAMES, BODY, soup, stream

pytestmark = pytest.mark.django_db
EACH = pytest.mark.parametrize("skeleton", SKELETONS.values(), ids=SKELETONS)


def test_there_are_five_with_a_name_and_a_line_of_their_own():
    assert list(SKELETONS) == ["difficulty", "therapy", "how-to", "questions", "account"]
    assert (
        len({skeleton.title for skeleton in SKELETONS.values()}) == len({one.line for one in SKELETONS.values()}) == 5
    )


@EACH
def test_every_block_is_one_an_editor_could_save(skeleton):
    BODY.clean(BODY.to_python(json.loads(stored(skeleton.body))))
    references = ArticlePage._meta.get_field("references").stream_block
    references.clean(references.to_python(json.loads(stored(skeleton.references))))
    for name in ("standfirst", "content_note"):
        ArticlePage._meta.get_field(name).run_validators(getattr(skeleton, name))


@pytest.fixture
def draft(articles):
    """A stored draft of a skeleton, by key."""

    def make(skeleton):
        page = ArticlePage(title="Being afraid of lifts", slug="lifts")
        begin(page, skeleton)
        articles.add_child(instance=page)
        return page

    return make


@EACH
def test_only_what_the_writer_must_still_do_stops_it(draft, skeleton):
    found = judge(draft(skeleton)).must

    assert {finding.rule for finding in found} == {"prompt-left", "author-missing"}


@EACH
def test_every_prompt_is_found(draft, skeleton):
    page = draft(skeleton)

    found = [finding for finding in judge(page).must if finding.rule == "prompt-left"]

    texts = [page.standfirst, page.content_note, page.body.get_prep_value(), page.references.get_prep_value()]
    said = json.dumps(texts, ensure_ascii=False)
    different = set(re.findall(rf"\[{MARK}[^\]]*\]", said))
    assert len({finding.excerpt for finding in found}) == len(different)


@EACH
def test_what_the_skeleton_says_itself_is_fit_to_be_published(draft, skeleton, home):
    """The words around the prompts pass the rules that judge words."""
    page = draft(skeleton)
    page.author = PersonPageFactory(parent=home, credentials="MSc")

    rules = {finding.rule for finding in judge(page).findings}

    about_words = {"promise", "superlative", "stigmatising-words", "unsourced-claim", "repeated-text", "mixed-spelling"}
    about_words |= {"lead-in-without-list", "leftovers", "link-text", "empty-heading", "grade", "long-sentence"}
    assert rules & about_words == set()


@EACH
def test_it_opens_in_the_editor_and_in_the_preview(admin_client, draft, skeleton):
    page = draft(skeleton)
    page.save_revision()

    editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    preview = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert (editor.status_code, preview.status_code) == (200, 200)
    assert MARK in soup(preview).select_one("article.prose").get_text()


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_a_prompt_is_found_in_every_kind_of_block(articles, name):
    """In each text that a block holds, at whatever depth."""
    block = BODY.child_blocks[name]
    preview = block.get_prep_value(block.get_preview_value()) if name != "shared_invitation" else None
    places = list(_texts(preview))
    for place in places:
        value = _with(preview, place, f"[{MARK} what goes here]")
        page = ArticlePageFactory.build(body=json.dumps([{"type": name, "value": value, "id": "b"}]), title="T")

        found = [finding for finding in judge(page).must if finding.rule == "prompt-left"]

        assert [finding.place.key for finding in found] == ["b"], place
    assert places or name in {"shared_invitation", "image"}


def _texts(value, path=()):
    if isinstance(value, str | RichText):
        yield path
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"id", "type", "style", "size", "tone", "columns"}:
                yield from _texts(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*path, place))


def _with(value, path, text):
    if not path:
        return text
    step, *rest = path
    if isinstance(value, dict):
        return {**value, step: _with(value[step], rest, text)}
    return [_with(inner, rest, text) if place == step else inner for place, inner in enumerate(value)]


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "standfirst",
        "content_note",
        "hero_alt",
        "what_changed",
        "seo_title",
        "search_description",
        "focus_phrase",
    ],
)
def test_a_prompt_is_found_in_every_field(articles, field):
    page = ArticlePageFactory.build(**{"title": "T", field: f"[{MARK} here]"})

    found = [finding.place.key for finding in judge(page).must if finding.rule == "prompt-left"]

    assert found == [field]


def test_a_prompt_is_found_in_the_references(articles):
    page = ArticlePageFactory.build(references=stream(("reference", {"title": f"[{MARK} here]"})), title="T")

    assert page.references[0].id in {finding.place.key for finding in judge(page).must}


def test_a_prompt_is_found_in_a_shared_source(articles):
    source = SourceFactory(title=f"[{MARK} here]")
    page = ArticlePageFactory.build(references=stream(("shared_reference", source.pk)), title="T")

    assert page.references[0].id in {finding.place.key for finding in judge(page).must}


@EACH
def test_every_prompt_without_its_pencil_is_found(draft, skeleton):
    """As far as a sentence of it is long enough to be known."""
    page = draft(skeleton)
    page.body = json.dumps(page.body.get_prep_value(), ensure_ascii=False).replace(f"[{MARK} ", "[")

    excerpts = [finding.excerpt for finding in judge(page).must if finding.rule == "prompt-unmarked"]

    assert len(excerpts) > 5


def test_list_of_what_must_be_agreed_is_not_published_empty(draft):
    """Whoever cleared its lines and left its heading meets the heading's own note."""
    page = draft(SKELETONS["account"])
    body = page.body.get_prep_value()
    body[0]["value"]["text"] = "<p>All agreed.</p>"
    page.body = json.dumps(body)

    found = [finding.place.key for finding in judge(page).must if finding.rule == "prompt-left"]

    assert body[0]["id"] in found


def test_the_demo_has_no_prompt(db):
    call_command("load_demo", verbosity=0)

    found = [finding for page in ArticlePage.objects.all() for finding in judge(page).findings]

    assert [finding for finding in found if finding.rule in {"prompt-left", "prompt-unmarked"}] == []


@pytest.fixture
def writer_client(db):
    writer = UserFactory()
    writer.groups.add(Group.objects.get(name="Writers"))
    client = Client()
    client.force_login(writer)
    return client


def add(articles, **parameters):
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", articles.pk])
    return address + ("?" + "&".join(f"{name}={value}" for name, value in parameters.items()) if parameters else "")


def test_a_new_article_begins_with_a_choice(writer_client, articles):
    shown = soup(writer_client.get(add(articles, next="/admin/")))

    links = [link["href"] for link in shown.select(".skeletons li a")]
    assert links == [f"?next=%2Fadmin%2F&skeleton={key}" for key in [*SKELETONS, "empty"]]


@EACH
def test_the_form_is_filled_and_nothing_is_stored(writer_client, articles, skeleton):
    before = Page.objects.count()

    response = writer_client.get(add(articles, skeleton=skeleton.key))

    form = response.context["form"]
    assert form["title"].value() in (None, "")
    assert [child.block_type for child in form["body"].value()] == [name for name, _ in skeleton.body]
    assert f"{skeleton.title}: give it a title" in response.content.decode()
    assert Page.objects.count() == before


def test_an_empty_article_is_empty(writer_client, articles):
    form = writer_client.get(add(articles, skeleton="empty")).context["form"]

    assert (len(form["body"].value()), form["standfirst"].value()) == (0, "")


def test_who_may_not_write_gets_no_choice(bystander_client, articles):
    assert bystander_client.get(add(articles)).status_code in (302, 403)
    assert bystander_client.get(add(articles, skeleton="how-to")).status_code in (302, 403)
