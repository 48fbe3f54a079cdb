"""The desk: what is told before addresses change, loops refused, one click from a missing address to a page."""

import csv
import io

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.views import create_redirects_from_dataset

from hub.addresses.desk.suggesting import Atlas, Place, words
from hub.addresses.models import MissingAddress
from tests.addresses.conftest import delete, rename
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import soup


@pytest.fixture
def about(home):
    about = StandardPageFactory(parent=home, title="About us", slug="about")
    for number in range(7):
        StandardPageFactory(parent=about, slug=f"part-{number}")
    return about


@pytest.fixture
def missing(site):
    def make(path, **fields):
        days = {"first_seen": "2026-05-01", "last_seen": "2026-05-02"}
        return MissingAddress.objects.create(site=site, path=path, **{**days, "hits": 3, **fields})

    return make


def told(answer):
    return " ".join(soup(answer).get_text(" ").split())


def test_editor_is_told_what_a_new_slug_does_before_it_happens(admin_client, about):
    answer = admin_client.get(reverse("addresses_renaming", args=[about.pk]), {"slug": "us"})

    assert "8 addresses will lead to the new ones" in told(answer)
    assert "/about/ → /us/ /about/part-0/ → /us/part-0/" in told(answer)
    assert "and 3 more" in told(answer)
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("slug", ["about", "", "no slug", "é", "x" * 300])
def test_slug_that_changes_nothing_is_passed_over(admin_client, about, slug):
    assert admin_client.get(reverse("addresses_renaming", args=[about.pk]), {"slug": slug}).content == b""


def test_editor_is_told_of_a_redirect_that_will_end(admin_client, home, about):
    rename(about, "us")
    other = StandardPageFactory(parent=home, slug="other")

    answer = admin_client.get(reverse("addresses_renaming", args=[other.pk]), {"slug": "about"})

    assert "/about/ leads to “About us” today. That ends once a page is there." in told(answer)


def test_editor_is_told_what_a_move_does_before_it_happens(admin_client, home, about):
    parent = StandardPageFactory(parent=home, slug="help")
    address = reverse("wagtailadmin_pages:move_confirm", args=[about.pk, parent.pk])

    assert "/about/ → /help/about/" in told(admin_client.get(address))
    assert "8 addresses will lead" in told(admin_client.get(address))
    admin_client.post(address)
    assert Redirect.objects.filter(redirect_page=about, old_path="/about").exists()


def test_what_is_told_is_what_is_stored(admin_client, about):
    answer = admin_client.get(reverse("addresses_renaming", args=[about.pk]), {"slug": "us"})
    rename(about, "us")

    assert f"{Redirect.objects.count()} addresses" in told(answer)


def test_bystander_is_told_nothing(bystander_client, about):
    assert bystander_client.get(reverse("addresses_renaming", args=[about.pk]), {"slug": "us"}).status_code == 302


def save(client, **data):
    answer = client.post(reverse("wagtailredirects:add"), {"is_permanent": "on", **data})
    if answer.status_code == 302:
        return []
    return [error for errors in answer.context["form"].errors.values() for error in errors]


def test_address_of_a_page_is_not_redirected(admin_client, about):
    assert (
        "There is a page at this address"
        in save(admin_client, old_path="/About/", redirect_link="https://example.org")[0]
    )


@pytest.mark.parametrize("link", ["/a/", "/A.html", "/b/", "http://hub.example/a?x=1"])
def test_loop_is_refused(admin_client, site, link):
    site.hostname = "hub.example"
    site.save()
    Redirect.objects.create(old_path="/b", redirect_link="http://hub.example/c/")
    Redirect.objects.create(old_path="/c", redirect_link="http://hub.example/a/")

    assert "leads back" in save(admin_client, old_path="/a", redirect_link=link)[0]
    assert not Redirect.objects.filter(old_path="/a").exists()


def test_withdrawn_page_is_not_redirected_to_itself(admin_client, about):
    about.unpublish()

    assert "leads back" in save(admin_client, old_path="/about/", redirect_page=about.pk)[0]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "//evil.example/", "about", "ftp://example.org/"])
def test_target_that_is_no_address_is_refused(admin_client, site, link):
    assert save(admin_client, old_path="/a", redirect_link=link)
    assert not Redirect.objects.exists()


def test_redirect_without_a_target_is_refused(admin_client, site):
    assert "Choose a page" in save(admin_client, old_path="/a")[0]


def test_address_of_this_site_is_stored_as_its_page(client, admin_client, about):
    Redirect.objects.create(old_path="/b", redirect_page=about)
    for old, link in (("/A", "/about/"), ("/c", "/b")):
        assert save(admin_client, old_path=old, redirect_link=link) == []
    rename(about, "us")

    assert [client.get(path).headers["Location"] for path in ("/a/", "/b/", "/c/")] == ["/us/"] * 3


def test_address_elsewhere_is_kept_as_it_is(admin_client, site):
    assert save(admin_client, old_path="/book", redirect_link="https://example.org/x") == []
    assert Redirect.objects.get().redirect_link == "https://example.org/x"


def test_imported_table_is_held_to_the_same_rules(site):
    table = [["/a", "/a/"], ["/b", "https://example.org/"]]
    done = create_redirects_from_dataset(table, {"from_index": 0, "to_index": 1, "permanent": True, "site": None})

    assert (done["successes"], [row[0] for row in done["errors"]]) == (1, ["/a"])


def test_report_suggests_the_nearest_page_and_one_click_leads_there(client, admin_client, articles, missing):
    grief = ArticlePageFactory(parent=articles, title="Grief does not run on a timetable", slug="grief-no-timetable")
    ArticlePageFactory(parent=articles, title="Worry at night", slug="worry-at-night")
    row = missing("/blog/greif-timetable")

    page = soup(admin_client.get(reverse("addresses_missing")))
    form = page.find("form", action=reverse("addresses_lead", args=[row.pk]))
    fields = {field["name"]: field["value"] for field in form.find_all("input")}
    answer = admin_client.post(form["action"], fields, follow=True)

    assert "leads to “Grief does not run on a timetable” from now on" in answer.content.decode()
    assert client.get("/blog/greif-timetable/").headers["Location"] == grief.url
    assert not MissingAddress.objects.exists()


def test_deleted_page_is_listed_with_its_title(admin_client, articles):
    page = ArticlePageFactory(parent=articles, title="Worry at night", slug="night")
    ArticlePageFactory(parent=articles, title="Worrying at night again", slug="again")
    delete(page)

    shown = told(admin_client.get(reverse("addresses_missing"), {"gone": "true"}))

    assert "/articles/night/ deleted “Worry at night”" in shown
    assert "Redirect to “Worrying at night again”" in shown


def test_address_is_filled_in_where_another_page_is_chosen(admin_client, missing):
    missing("/old")
    page = soup(admin_client.get(reverse("addresses_missing")))

    form = soup(admin_client.get(page.find("a", string="Choose a page")["href"]))

    assert form.find(id="id_old_path")["value"] == "/old"
    assert form.find("form", action=reverse("wagtailredirects:add"))


def test_dismissed_address_is_off_the_list_and_can_be_put_back(admin_client, missing):
    row = missing("/old")
    admin_client.post(reverse("addresses_dismiss", args=[row.pk]))

    assert "/old/" not in told(admin_client.get(reverse("addresses_missing")))
    assert "/old/" in told(admin_client.get(reverse("addresses_missing"), {"is_dismissed": "true"}))
    admin_client.post(reverse("addresses_dismiss", args=[row.pk]))
    assert "/old/" in told(admin_client.get(reverse("addresses_missing")))


def test_list_is_filtered_and_exported(admin_client, missing):
    missing("/often", hits=9)
    missing("/seldom", hits=1)

    answer = admin_client.get(reverse("addresses_missing"), {"hits": "5", "export": "csv"})
    table = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert [(row["Address"], row["Asked for"]) for row in table] == [("/often", "9")]


@pytest.mark.parametrize("data", [{}, {"page": "x"}, {"page": "999999"}, {"page": "1" * 30}])
def test_click_on_nothing_changes_nothing(admin_client, missing, data):
    row = missing("/old")

    assert admin_client.post(reverse("addresses_lead", args=[row.pk]), data).status_code in {302, 404}
    assert MissingAddress.objects.filter(pk=row.pk).exists()


def test_list_is_for_those_who_may_redirect(bystander_client, missing):
    row = missing("/old")

    assert bystander_client.get(reverse("addresses_missing")).status_code == 302
    assert bystander_client.post(reverse("addresses_dismiss", args=[row.pk])).status_code == 302
    assert not MissingAddress.objects.get().is_dismissed


PLACES = [
    Place(number, title, address, words(f"{address.rpartition('/')[2]} {title}"))
    for number, (title, address) in enumerate(
        [
            ("Panic attacks: what to do in the moment", "/articles/panic-attacks"),
            ("What anxiety does in the body", "/articles/what-anxiety-does-in-the-body"),
            ("Setting boundaries without closing the door", "/articles/setting-boundaries"),
            ("Fees and practical matters", "/fees"),
            ("Trust", "/topics/trust"),
            ("Privacy", "/privacy"),
        ]
    )
]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/blog/panic-atacks", "/articles/panic-attacks"),
        ("/articles/anxiety-in-the-body", "/articles/what-anxiety-does-in-the-body"),
        ("/set-boundaries.html", "/articles/setting-boundaries"),
        ("/fees-and-prices", "/fees"),
        ("/privacy-policy", "/privacy"),
        ("/trust", "/topics/trust"),
        ("/jobs", None),
        ("/summer-party-2019", None),
        ("/a", None),
    ],
)
def test_nearest_page_is_one_a_person_would_name(asked, found):
    place = Atlas(PLACES).nearest(asked)
    assert (place and place.address) == found


def test_withdrawn_page_is_named_where_it_stands(admin_client, about, missing):
    about.unpublish()
    missing("/about")

    assert "unpublished About us stands here" in told(admin_client.get(reverse("addresses_missing")))
