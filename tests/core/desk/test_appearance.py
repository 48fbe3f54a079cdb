"""The panel "As others see it": what it shows is what the page's own head says, and only those who may write see it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.models import FormState
from wagtail.models import GroupPagePermission, Page, Revision

from blog.models import ArticlePage
from home.models import StandardPage
from hub.core.models import Practice
from hub.core.sharing import keeping
from tests.factories import ArticlePageFactory, ImageFactory, StandardPageFactory, UserFactory
from tests.helpers import graph, restricted, soup

PAGES = ["home", "index", "article", "topic", "person", "standard page", "location", "consultation page"]
LONG = "Why trust feels so hard after a betrayal, and what helps when you want to stay but can’t believe a word of it"
CHANGES = [
    {"title": "Worry at night"},
    {"title": LONG},
    {"title": "Worry", "seo_title": LONG},
    {"title": "كيف تعود الثقة بعد الخيانة عندما لا تصدق كلمة واحدة مما يقال لك في كل يوم يمر"},
    {"title": "Trust 👩\u200d👩\u200d👧 again 🙂" * 5},
    {"title": '<b>Fear</b> & "worry" | <script>alert(1)</script>'},
    {"title": "Worry", "search_description": "What helps at night, and what can wait. " * 8},
    {"title": "Posttraumatische Belastungsstörungsbehandlungsmöglichkeiten im Überblick für Angehörige & Freunde"},
    {"title": "夜の不安と眠れないときの対処法" * 4},
    {"title": "{title} | {practice} &amp; 100 % %s"},
    {"title": "Worry", "seo_title": "Worry | Worry | Worry"},
    {"title": "Worry", "search_description": "Line one\r\nline two\t\u2028and  three &lt;b&gt;"},
    {"title": "Worry", "noindex": "on"},
    {"title": "Worry", "canonical_url": "https://elsewhere.example/first/"},
]


def head_of(answer):
    """Return what the head of a rendered page says, as plain text."""
    head = soup(answer).head
    said = {tag.get("property") or tag.get("name"): tag["content"] for tag in head.find_all("meta", content=True)}
    canonical = head.find("link", rel="canonical")
    return said | {"title": head.title.get_text(), "canonical": canonical["href"] if canonical else ""}


def previewed(client, address, data):
    """Return the head of the preview of a form that is not saved."""
    assert client.post(address, data).json()["is_valid"]
    return head_of(client.get(address))


def whole(figure, kind):
    """Return a text of a result as it begins, and what the panel says is left out of it."""
    shown = figure.select_one(f"[data-appearance-{kind}]").get_text()
    row = figure.select(".appearance__measure")[kind == "description"]
    left_out = row.select_one("[dir=auto]")
    return (shown.removesuffix(" …"), left_out.get_text().removesuffix("…")) if left_out else (shown, "")


def assert_agrees(panel, head):
    """Hold what the panel shows against what the page's head says."""
    for result in panel.select("[data-appearance-result]"):
        for kind in ("title", "description"):
            begun, left_out = whole(result, kind)
            said = " ".join(head[kind].split())
            if left_out:
                assert said.startswith(begun) and left_out in said[len(begun) :]
            else:
                assert begun == said
        assert result.select_one(".search-result__name").get_text() == head["og:site_name"]
    host = head["canonical"].split("/")[2]
    for card in panel.select("[data-appearance-card]"):
        title = card.select_one("[data-appearance-title]").get_text()
        assert " ".join(head["og:title"].split()).startswith(title.removesuffix(" …"))
        text = card.select_one("[data-appearance-description]")
        assert head.get("og:description", "").startswith(text.get_text().removesuffix(" …") if text else "")
        assert host in card.select_one(".share-card__host").get_text()
        assert card.img["alt"] == head.get("og:image:alt", "")
        if "/share/" in head.get("og:image", "/share/"):
            assert card.img["src"].startswith("data:image/webp;base64,")
        else:
            assert head["og:image"].endswith(card.img["src"])


@pytest.mark.parametrize("name", PAGES)
def test_panel_shows_what_the_head_of_the_preview_says(admin_client, pages, form, name):
    page = pages[name]
    as_it_is = form(page)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    for changed in CHANGES:
        data = as_it_is.copy()
        for field, value in changed.items():
            data[field] = value
        shown = soup(admin_client.post(reverse("appearance:edit", args=[page.pk]), data))
        assert_agrees(shown, previewed(admin_client, address, data))


@pytest.mark.parametrize("name", ["article", "standard page", "location"])
@pytest.mark.parametrize("state", ["private", "unpublished"])
def test_panel_shows_what_the_head_says_of_a_page_nobody_can_open(admin_client, pages, form, name, state):
    page = pages[name]
    if state == "private":
        restricted(page)
    else:
        page.unpublish()
    data = form(page, title="Worry by day")

    shown = soup(admin_client.post(reverse("appearance:edit", args=[page.pk]), data))

    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert_agrees(shown, previewed(admin_client, address, data))


@pytest.mark.parametrize(("model", "name"), [(ArticlePage, "index"), (StandardPage, "home")])
def test_panel_shows_what_the_head_says_of_a_page_that_was_never_saved(admin_client, pages, new_form, model, name):
    parent = pages[name]
    place = [model._meta.app_label, model._meta.model_name, parent.pk]
    data = new_form(model, parent, title=LONG, slug="worry", standfirst="What helps at night.")

    shown = soup(admin_client.post(reverse("appearance:create", args=place), data))

    head = previewed(admin_client, reverse("wagtailadmin_pages:preview_on_add", args=place), data)
    assert_agrees(shown, head)
    assert "Its artwork comes with the first save" in shown.get_text()
    assert "Not published yet" in shown.get_text()


def test_panel_shows_what_the_published_page_says(client, panel, pages):
    for page in pages.values():
        assert_agrees(panel(page), head_of(client.get(page.url)))


@pytest.mark.parametrize("pattern", ["{practice}: {title}", "{title}", "{title} {practice}"])
def test_panel_follows_the_practice_s_new_name_and_pattern(client, panel, pages, pattern):
    page = pages["article"]
    practice = Practice.for_site(page.get_site())
    practice.name, practice.title_pattern = "Ärzte & Söhne “Am Ring”", pattern
    practice.save()

    assert_agrees(panel(page), head_of(client.get(page.url)))


def test_picture_of_the_article_is_the_one_the_head_names(admin_client, articles, form):
    page = ArticlePageFactory(parent=articles, hero_image=ImageFactory(), hero_alt="A boat")
    data = form(page)

    shown = soup(admin_client.post(reverse("appearance:edit", args=[page.pk]), data))

    assert shown.select_one("[data-appearance-card=post] img")["src"].startswith("/media/images/")
    assert_agrees(shown, previewed(admin_client, reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), data))


def test_way_to_the_page_is_that_of_its_breadcrumbs(client, panel, home):
    above = StandardPageFactory(parent=home, title="About us")
    page = StandardPageFactory(parent=above, title="Fees")

    shown = panel(page).select_one("[data-appearance-result=desktop] .search-result__address").get_text()

    steps = [step["name"] for step in graph(client.get(page.url))["BreadcrumbList"][0]["itemListElement"]]
    assert steps == ["Home", "About us", "Fees"]
    assert shown == "testserver › About us"


def test_hidden_page_above_is_no_step(panel, home):
    above = StandardPageFactory(parent=home, title="Only for us", live=False)
    page = StandardPageFactory(parent=above, title="Fees")

    assert "Only for us" not in panel(page).get_text()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"noindex": "on"}, "“Keep out of search” is ticked"),
        ({"canonical_url": "https://elsewhere.example/first/"}, "https://elsewhere.example/first/"),
    ],
)
def test_page_that_search_engines_will_not_show_says_so(panel, pages, changed, said):
    shown = panel(pages["standard page"], **changed)

    assert said in shown.select_one(".appearance__note--grave").get_text()
    assert "Search engines won’t show this page." in shown.div["data-appearance-summary"]


def test_private_page_says_so(panel, pages):
    assert "The page is private" in panel(restricted(pages["topic"])).get_text()


def test_page_below_a_private_one_says_so(panel, pages):
    restricted(pages["index"])

    assert "The page is private" in panel(pages["article"]).get_text()


def test_site_closed_to_search_engines_says_so(panel, pages, settings):
    settings.SITE_IS_INDEXABLE = False
    assert "closed to search engines" in panel(pages["topic"]).get_text()
    settings.SITE_IS_INDEXABLE = True
    assert "closed to search engines" not in panel(pages["topic"]).get_text()


@pytest.mark.parametrize("title", ["", "   "])
def test_missing_title_is_missing(panel, pages, title):
    shown = panel(pages["standard page"], title=title)

    assert "There is no title yet." in shown.get_text()
    assert "Placeholder" not in shown.get_text()
    assert {place.get_text() for place in shown.select("[data-appearance-title]")} == {"(no title)"}
    assert "Missing: title" in shown.div["data-appearance-summary"]


def test_description_falls_back_to_what_the_head_falls_back_to(panel, pages):
    shown = panel(pages["standard page"], standfirst="Who we are.")

    assert shown.select_one("[data-appearance-description]").get_text() == "Who we are."
    assert "No meta description is written" in shown.get_text()


def test_page_without_a_description_says_so(panel, pages):
    assert "There is no description" in panel(pages["standard page"]).get_text()


def test_cut_is_said_with_what_is_left_out(panel, pages):
    shown = panel(pages["standard page"], title=LONG, standfirst="Who we are.")

    row = shown.select_one("[data-appearance-result=desktop] .appearance__measure--cut")
    assert row.button["data-appearance-go"] == "title"
    assert "of 600 pixels: cut" in row.get_text() and "believe a word of it" in row.get_text()
    assert shown.div["data-appearance-summary"] == "Cut on a desktop: title. Cut on a phone: title."


def test_title_for_search_engines_is_the_field_to_mend(panel, pages):
    shown = panel(pages["standard page"], seo_title=LONG)

    assert shown.select_one("[data-appearance-go]")["data-appearance-go"] == "seo_title"


def test_field_that_cannot_be_saved_is_told_of(panel, pages):
    shown = panel(pages["standard page"], title="Worry", slug="not a slug")

    assert "A field holds what can’t be saved" in shown.get_text()
    assert shown.select_one("[data-appearance-title]").get_text().startswith("Worry")


@pytest.fixture
def empty_media(settings, tmp_path):
    """A media folder in which no other test has drawn anything."""
    settings.MEDIA_ROOT = tmp_path


def test_nothing_is_stored(admin_client, pages, form, empty_media):
    page = pages["article"]
    data = form(page, title="Worry by day")
    before = Page.objects.get(pk=page.pk).title

    for name in ("edit", "phone_edit"):
        admin_client.post(reverse(f"appearance:{name}", args=[page.pk]), data)

    assert Page.objects.get(pk=page.pk).title == before
    assert not Revision.objects.exists() and not FormState.objects.exists()
    assert not default_storage.exists("share")


def picture_address(page, title):
    """Return where the drawn picture of a page with this title would be found."""
    practice = Practice.for_site(page.get_site()).display_name
    return reverse("share_image", args=[page.pk, keeping.digest_of(title, practice, page.art_seed)])


def test_picture_of_a_draft_has_no_public_address(client, panel, articles, empty_media):
    page = ArticlePageFactory(parent=articles, live=False)

    panel(page, title="What nobody knows yet")

    assert client.get(picture_address(page, "What nobody knows yet")).status_code == 404
    assert not default_storage.exists("share")


def test_new_title_of_a_published_page_is_drawn_for_its_editor_alone(client, panel, pages):
    page = pages["standard page"]

    drawn = panel(page, title="What nobody knows yet").select_one(".share-card__picture")["src"]

    answer = client.get(picture_address(page, "What nobody knows yet"))
    assert answer.headers["Location"] == picture_address(page, page.title)
    assert panel(page).select_one(".share-card__picture")["src"] != drawn


def test_page_is_shown_as_a_visitor_gets_it(admin_client, pages, form):
    page = pages["article"]

    answer = admin_client.post(reverse("appearance:phone_edit", args=[page.pk]), form(page, title="Worry by day"))

    assert soup(answer).h1.get_text() == "Worry by day"
    assert "wagtail-userbar" not in answer.content.decode()


def test_page_that_cannot_be_shown_says_so(admin_client, pages, form, monkeypatch):
    page = pages["standard page"]
    data = form(page)
    monkeypatch.setattr(StandardPage, "get_preview_context", lambda *args, **kwargs: 1 / 0)
    client = Client(raise_request_exception=False)
    client.cookies = admin_client.cookies

    answer = client.post(reverse("appearance:phone_edit", args=[page.pk]), data)

    assert answer.status_code == 422


def addresses(pages):
    page, place = pages["article"], ["blog", "articlepage", pages["index"].pk]
    return [
        *(reverse(f"appearance:{name}", args=[page.pk]) for name in ("edit", "phone_edit")),
        *(reverse(f"appearance:{name}", args=place) for name in ("create", "phone_create")),
    ]


def test_only_who_may_edit_or_add_is_answered(bystander_client, client, pages, form):
    data = form(pages["article"])

    for address in addresses(pages):
        assert bystander_client.post(address, data).status_code in {302, 403}
        assert client.post(address, data).status_code == 302


def test_who_may_only_add_sees_nothing_of_the_pages_of_others(pages, form):
    adders = Group.objects.create(name="Adders")
    adders.permissions.add(Permission.objects.get(codename="access_admin"))
    adding = Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=adders, page=pages["index"], permission=adding)
    user = UserFactory()
    user.groups.add(adders)
    client = Client()
    client.force_login(user)
    data = form(pages["article"])

    statuses = [client.post(address, data).status_code for address in addresses(pages)]

    assert statuses == [302, 302, 200, 200]


@pytest.mark.parametrize("kind", [("users", "user"), ("home", "homepage"), ("home", "locationpage"), ("no", "such")])
def test_only_what_may_be_added_there_is_answered(admin_client, pages, form, kind):
    address = reverse("appearance:create", args=[*kind, pages["index"].pk])

    assert admin_client.post(address, form(pages["article"])).status_code in {302, 403, 404}


def test_get_shows_nothing(admin_client, pages):
    assert [admin_client.get(address).status_code for address in addresses(pages)] == [405] * 4


@pytest.mark.parametrize("name", PAGES)
def test_editor_of_every_page_type_has_the_panel(admin_client, pages, name):
    page = pages[name]
    page.save_revision()

    for view in ("edit", "revisions_revert"):
        key = [page.pk] if view == "edit" else [page.pk, page.latest_revision_id]
        editor = soup(admin_client.get(reverse(f"wagtailadmin_pages:{view}", args=key)))
        panel = editor.select_one("[data-side-panel=appearance] [data-appearance]")
        assert panel["data-appearance-address"] == reverse("appearance:edit", args=[page.pk])


def test_form_for_a_new_page_has_the_panel(admin_client, pages):
    place = ["blog", "articlepage", pages["index"].pk]
    editor = soup(admin_client.get(reverse("wagtailadmin_pages:add", args=place), {"skeleton": "empty"}))

    panel = editor.select_one("[data-side-panel=appearance] [data-appearance]")
    assert panel["data-appearance-address"] == reverse("appearance:create", args=place)


def test_page_deep_in_the_tree_costs_no_query_more(admin_client, home, form):
    def queries(page):
        data, address = form(page), reverse("appearance:edit", args=[page.pk])
        admin_client.post(address, data)
        with CaptureQueriesContext(connection) as found:
            admin_client.post(address, data)
        return len(found)

    page = shallow = StandardPageFactory(parent=StandardPageFactory(parent=home))
    for _ in range(4):
        page = StandardPageFactory(parent=page)

    assert queries(page) == queries(shallow)
