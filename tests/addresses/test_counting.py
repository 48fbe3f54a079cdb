"""Addresses not found are counted: by the address alone, within bounds, and never what is personal or a robot's."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from hub.addresses import counting
from hub.addresses.models import MissingAddress
from hub.addresses.noise import is_noise, is_robot, looks_personal, storable
from tests.factories import ArticlePageFactory


def ask(client, *paths, **headers):
    for path in paths:
        client.get(path, headers=headers)
    counting.flush()
    return {row.path: row.hits for row in MissingAddress.objects.all()}


def test_same_address_in_any_form_is_counted_as_one(client, site):
    counted = ask(client, "/old-page/", "/Old-Page", "/old-page//?utm_source=x&email=a@b.example")

    assert counted == {"/old-page": 3}


def test_counts_add_up_over_time(client, site):
    ask(client, "/old-page/")
    MissingAddress.objects.update(first_seen=timezone.localdate() - timedelta(days=9), last_seen="2020-01-01")

    assert ask(client, "/old-page/", "/old-page/") == {"/old-page": 3}
    row = MissingAddress.objects.get()
    assert (row.last_seen, row.first_seen) == (timezone.localdate(), timezone.localdate() - timedelta(days=9))


def test_row_holds_no_more_than_address_days_and_count(client, site):
    ask(
        client,
        "/old-page/?name=ada",
        **{"user-agent": "Mozilla/5.0 (X11)", "referer": "https://elsewhere.example/x?q=1"},
    )

    row = vars(MissingAddress.objects.get())
    assert {name: value for name, value in row.items() if name not in {"_state", "id"}} == {
        **{"site_id": site.pk, "path": "/old-page", "hits": 1, "linked_from": "", "gone_title": "", "gone_on": None},
        **{"first_seen": timezone.localdate(), "last_seen": timezone.localdate(), "is_dismissed": False},
    }


def test_page_of_ours_with_the_broken_link_is_named(client, site, articles):
    ask(client, "/old-page/", referer="http://testserver/articles/one/?from=17#x")

    assert MissingAddress.objects.get().linked_from == "/articles/one"


@pytest.mark.parametrize(
    "path",
    """/wp-login.php /.env /.git/config /xmlrpc.php /index.php /vendor/phpunit/x /cgi-bin/x
    /backup.zip /apple-touch-icon.png
    /wp-content/plugins/x/ /old.js /a.sql /phpmyadmin/ /etc/passwd /shell /<script> /a'b"c""".split(),
)
def test_knocking_of_robots_is_no_address(client, site, path):
    assert is_noise(path)
    assert ask(client, path) == {}


@pytest.mark.parametrize(
    "path",
    """/ada@example.org /unsubscribe/ada%40example.org /call/07700900123 /call/+44-7700-900-123 /order/1234567
    /reset/3f2504e0-4f89-11d3-9a0c-0305e82c3301 /t/eyJhbGciOiJIUzI1NiJ9
    /r/MTIzNDU2Nzg5MDEyMzQ1Ng /k/abcdefghjklmnpqrstvwxz
    """.split(),
)
def test_what_looks_personal_is_not_kept(client, site, path):
    assert looks_personal(path) or is_noise(path)
    assert ask(client, path) == {}


@pytest.mark.parametrize(
    "path",
    """/about-us /articles/grief-has-no-timetable /2019/05/12/on-worry /blog/2021-03-04-worry
    /couples-counselling-in-leeds
    /leaflets/panic.pdf /about_us.html /wp-content/uploads/2020/05/leaflet.pdf /category/self-esteem
    /psychotherapeutically
    """.split(),
)
def test_what_people_ask_for_is_kept(path):
    assert storable(path)


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("Mozilla/5.0 (compatible; bingbot/2.0)", True),
        ("Mozilla/5.0 zgrab/0.x", True),
        ("Baiduspider+", True),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", False),
        ("Mozilla/5.0 (Linux; Android 9; CUBOT X18) AppleWebKit/537.36", False),
        ("curl/8.5.0", False),
        ("", False),
    ],
)
def test_robots_name_themselves(agent, robot):
    assert is_robot(agent) == robot


def test_robots_are_not_counted(client, site):
    assert ask(client, "/old-page/", **{"user-agent": "Googlebot/2.1"}) == {}


def test_long_address_is_not_kept(client, site):
    assert ask(client, "/" + "word-" * 60 + "/") == {}


def test_table_stays_within_its_bounds_and_keeps_what_is_asked_for_most(client, site, monkeypatch):
    monkeypatch.setattr(counting, "MOST_ROWS", 20)
    ask(client, *["/wanted/"] * 3)
    counted = ask(client, *(f"/made-up/{chr(97 + n // 26)}{chr(97 + n % 26)}/" for n in range(60)))

    assert len(counted) <= 20
    assert counted["/wanted"] == 3


def test_flood_is_not_kept_in_memory(client, site, monkeypatch):
    monkeypatch.setattr(counting, "MOST_NOTED", 5)
    for letter in "abcdefghij":
        client.get(f"/made-up/{letter}/")

    assert len(counting._noted) == 5


def test_database_that_fails_loses_the_count_and_nothing_else(client, site, monkeypatch, caplog):
    def fails(*args):
        raise DatabaseError

    monkeypatch.setattr(counting, "evict", fails)
    assert client.get("/old-page/").status_code == 404
    counting.flush()

    assert not MissingAddress.objects.exists()
    assert "old-page" not in caplog.text


def test_old_counts_are_purged(client, site, capsys):
    ask(client, "/new/", "/old/")
    MissingAddress.objects.filter(path="/old").update(last_seen=timezone.localdate() - timedelta(days=181))

    call_command("purge_missing_addresses")
    assert [row.path for row in MissingAddress.objects.all()] == ["/new"]
    call_command("purge_missing_addresses", all=True)
    assert not MissingAddress.objects.exists()
    assert capsys.readouterr().out == "1 address erased.\n1 address erased.\n"


def test_address_that_becomes_a_page_is_missing_no_more(client, articles):
    ask(client, "/articles/coming/")
    ArticlePageFactory(parent=articles, slug="coming", live=False).save_revision().publish()

    assert not MissingAddress.objects.exists()
