"""The report of links out: who sees which, what it says, and what editors do about them."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from hub.core.models import CrisisSupport
from hub.outbound.models import OutboundLink
from hub.outbound.register import keep_in_step
from hub.outbound.verdicts import State
from tests.factories import ArticlePageFactory, InvitationFactory, TopicPageFactory, UserFactory
from tests.helpers import soup, stream

GONE, MOVED, SHY, FINE = (f"https://{name}.example/" for name in ("gone", "moved", "shy", "fine"))
REPORT = "links_out"


def article(articles, *urls, **fields):
    text = " ".join(f'<a href="{url}">to {url[8]}</a>' for url in urls)
    return ArticlePageFactory(parent=articles, body=stream(("paragraph", f"<p>{text}</p>")), **fields)


def found(url, **facts):
    OutboundLink.objects.filter(url=url).update(checked_at=timezone.now(), **facts)


@pytest.fixture
def links(articles):
    """Four links on two articles, each in another state."""
    article(articles, GONE, MOVED, title="About trust")
    article(articles, SHY, FINE, GONE, title="About grief")
    keep_in_step()
    found(GONE, state=State.BROKEN, status=404, reason="There is no such page (404).", failures=2)
    found(MOVED, state=State.FINE, moved_to="https://new.example/")
    found(SHY, state=State.UNSURE, status=403)
    found(FINE, state=State.FINE, status=200)


def told(client, **question):
    """The addresses in the report, in its order."""
    answer = client.get(reverse(REPORT), question)
    assert answer.status_code == 200
    return [link.url for link in answer.context["object_list"]]


def test_broken_links_come_first(admin_client, links):
    assert told(admin_client) == [GONE, SHY, FINE, MOVED]


def test_before_the_first_check_the_report_says_so(admin_client, articles):
    shown = admin_client.get(reverse(REPORT))

    assert "Nothing has been looked at yet" in shown.content.decode()
    assert "Nothing has been looked at" not in admin_client.get(reverse(REPORT), {"found": "broken"}).content.decode()


def test_row_says_what_is_wrong_and_where(admin_client, links):
    answer = admin_client.get(reverse(REPORT))
    row = soup(answer).select(".links-out tbody tr")[0]
    text = " ".join(row.get_text(" ").split())

    assert "There is no such page (404)." in text
    assert "About trust Text: “to g”" in text
    assert "About grief" in text


def test_row_leads_to_the_block_in_the_editor(admin_client, articles):
    page = article(articles, GONE)
    keep_in_step()

    link = soup(admin_client.get(reverse(REPORT))).select_one(".links-out__places a")

    block = page.body.raw_data[0]["id"]
    assert link["href"] == f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#:w:contentpath=body.{block}"


def test_settings_and_invitations_lead_to_their_forms(admin_client, site):
    CrisisSupport.objects.create(site=site, lines=stream(("line", {"region": "UK", "name": "Help", "url": GONE})))
    InvitationFactory(text=f'<p><a href="{FINE}">x</a></p>')
    keep_in_step()

    for link in soup(admin_client.get(reverse(REPORT))).select(".links-out__places a"):
        assert admin_client.get(link["href"].partition("#")[0]).status_code == 200


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ({"found": "broken"}, [GONE]),
        ({"found": "unsure"}, [SHY]),
        ({"found": "moved"}, [MOVED]),
        ({"found": "left"}, []),
        ({"found": "fine"}, [FINE, MOVED]),
        ({"url": "shy"}, [SHY]),
        ({"page": "grief"}, [GONE, SHY, FINE]),
        ({"page": "nothing"}, []),
    ],
)
def test_filters(admin_client, links, question, shown):
    assert told(admin_client, **question) == shown


def test_filter_by_topic(admin_client, articles, home):
    topic = TopicPageFactory(parent=home)
    article(articles, GONE, topics=[topic])
    article(articles, FINE)
    keep_in_step()

    assert told(admin_client, topic=topic.pk) == [GONE]


def test_spreadsheet_names_every_place(admin_client, links):
    answer = admin_client.get(reverse(REPORT), {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert len(rows) == 4
    assert rows[0]["Address"] == GONE
    assert rows[0]["Found"] == "Broken"
    assert rows[0]["Stands on"] == "About trust (Text); About grief (Text)"


def test_spreadsheet_holds_no_formula_and_the_hours_of_our_own_clock(admin_client, admin, articles):
    article(articles, "https://a.example/", title="=1+1")
    keep_in_step()
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    OutboundLink.objects.update(left_as="x", left_because="@SUM(A1)", left_by=admin, checked_at=late)

    answer = admin_client.get(reverse(REPORT), {"export": "csv"})
    (row,) = csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig")))

    assert row["Said to be fine because"] == "'@SUM(A1)"
    assert row["Stands on"].startswith("'=1+1")
    assert row["Last checked"] == "2026-07-01 00:30:00"


def test_links_that_are_equal_have_an_order(admin_client, articles):
    urls = [f"https://{name}.example/" for name in "dbeca"]
    article(articles, *urls)
    keep_in_step()

    assert told(admin_client, ordering="rank") == sorted(urls)
    assert told(admin_client, ordering="-rank") == sorted(urls)


NOTHING_SINCE = "No link has been checked since"


def test_checks_that_come_to_nothing_are_told_of(admin_client, links):
    OutboundLink.objects.update(checked_at=timezone.now() - timedelta(days=3))
    assert NOTHING_SINCE not in admin_client.get(reverse(REPORT)).content.decode()

    OutboundLink.objects.filter(url=GONE).update(due_at=timezone.now() - timedelta(days=2, hours=12))
    assert NOTHING_SINCE in admin_client.get(reverse(REPORT)).content.decode()

    found(FINE)
    assert NOTHING_SINCE not in admin_client.get(reverse(REPORT)).content.decode()


def test_no_query_for_a_row(admin_client, articles, django_assert_max_num_queries):
    def queries(number):
        for n in range(number):
            article(articles, f"https://n{n}.example/", GONE)
        keep_in_step()
        with django_assert_max_num_queries(200) as counted:
            admin_client.get(reverse(REPORT))
        return len(counted)

    queries(1)
    assert queries(3) == queries(20)


def member(name):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=name))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("name", "sees"), [("Writers", True), ("Editors", True), ("Practice team", False), ("Clinical reviewers", False)]
)
def test_who_edits_pages_sees_links_out(links, name, sees):
    client = member(name)
    link = OutboundLink.objects.get(url=GONE)
    answers = [
        client.get(reverse(REPORT)),
        client.get(reverse("links_out_results")),
        client.get(reverse(REPORT), {"export": "csv"}),
    ]
    acts = [
        client.post(reverse("links_out_check", args=[link.pk])),
        client.post(reverse("links_out_leave", args=[link.pk]), {"reason": "x"}),
    ]

    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert [answer.status_code == 200 for answer in answers] == [sees] * 3
    assert [answer["location"] == reverse(REPORT) for answer in acts] == [sees] * 2
    assert (reverse(REPORT) in menu) == sees
    assert bool(OutboundLink.objects.get(url=GONE).left_as) == sees


def test_who_edits_some_pages_sees_their_links(articles, home, links):
    own = article(articles, FINE, title="Mine")
    keep_in_step()
    group = Group.objects.create(name="Guests")
    GroupPagePermission.objects.create(group=group, page=own, permission_type="change")
    group.permissions.add(*Group.objects.get(name="Writers").permissions.filter(codename="access_admin"))
    client = member("Guests")

    answer = client.get(reverse(REPORT))

    assert [link.url for link in answer.context["object_list"]] == [FINE]
    assert "About grief" not in answer.content.decode()
    hidden = OutboundLink.objects.get(url=GONE)
    assert client.post(reverse("links_out_leave", args=[hidden.pk]), {"reason": "x"}).status_code == 404


def act(client, name, link, **data):
    return client.post(reverse(name, args=[link.pk]), {"next": reverse(REPORT) + "?found=broken", **data}, follow=True)


def test_checking_again_makes_it_due(admin_client, links):
    link = OutboundLink.objects.get(url=GONE)
    found(GONE, due_at=timezone.now() + timezone.timedelta(days=9))

    answer = act(admin_client, "links_out_check", link)

    assert OutboundLink.objects.due().filter(pk=link.pk).exists()
    assert "gone.example is asked again by the next check" in answer.content.decode()
    assert answer.request["QUERY_STRING"] == "found=broken"


def test_link_that_is_fine_is_left_with_a_reason_and_counts_again(admin_client, admin, links):
    link = OutboundLink.objects.get(url=GONE)

    act(admin_client, "links_out_leave", link, reason="  Only from  here. ")
    link.refresh_from_db()
    assert (link.left_as, link.left_because, link.left_by) == ("broken:404", "Only from here.", admin)
    assert told(admin_client, found="broken") == []
    assert told(admin_client, found="left") == [GONE]
    assert told(admin_client)[-1] == GONE

    act(admin_client, "links_out_leave", link, restore="1")
    assert told(admin_client, found="broken") == [GONE]


def test_reason_that_a_database_would_refuse_is_kept_without_what_it_refuses(admin_client, links):
    link = OutboundLink.objects.get(url=GONE)

    admin_client.post(reverse("links_out_leave", args=[link.pk]), {"reason": "a\x00b"})

    assert OutboundLink.objects.get(url=GONE).left_because == "ab"


def test_nobody_leaves_a_link_without_a_reason(admin_client, links):
    answer = act(admin_client, "links_out_leave", OutboundLink.objects.get(url=GONE), reason=" ")

    assert "Say why the link is fine" in answer.content.decode()
    assert told(admin_client, found="broken") == [GONE]


@pytest.mark.parametrize("name", ["links_out_check", "links_out_leave"])
def test_nothing_is_done_by_looking(admin_client, links, name):
    assert admin_client.get(reverse(name, args=[OutboundLink.objects.first().pk])).status_code == 405


def test_nobody_is_led_elsewhere_afterwards(admin_client, links):
    link = OutboundLink.objects.first()

    answer = admin_client.post(reverse("links_out_check", args=[link.pk]), {"next": "https://elsewhere.example/"})

    assert answer["location"] == reverse(REPORT)


def test_address_of_a_page_is_shown_as_text(admin_client, articles):
    article(articles, "https://a.example/&quot;><script>alert(1)</script>")
    keep_in_step()

    assert "<script>alert" not in admin_client.get(reverse(REPORT)).content.decode()
