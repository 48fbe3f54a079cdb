"""Which links a page has, and the table that follows what is published."""

import pytest

from hub.core.models import CrisisSupport, Practice
from hub.outbound.extracting import links_of
from hub.outbound.models import LinkPlace, OutboundLink
from hub.outbound.register import holders, keep_in_step
from tests.factories import (
    ArticlePageFactory,
    InvitationFactory,
    LocationPageFactory,
    PersonPageFactory,
    StandardPageFactory,
)
from tests.helpers import restricted, stream

A, B, C = "https://a.example/", "https://b.example/", "https://c.example/"


def paragraph(*urls):
    return ("paragraph", "<p>" + " ".join(f'<a href="{url}">to {url[8]}</a>' for url in urls) + "</p>")


def urls(page):
    return [(found.text, found.url) for found in links_of(page, frozenset())]


BUTTONS = [
    {"label": "Book", "page": None, "address": "book.example/now"},
    {"label": "Call", "page": None, "address": "01632 960123"},
]
EVERYWHERE = [
    (paragraph(A), [("to a", A)]),
    (("bullet_list", {"introduction": "", "items": [f'<p><a href="{A}">x</a></p>']}), [("x", A)]),
    (("steps", {"heading": "", "steps": [{"title": "1", "text": f'<p><a href="{A}">x</a></p>'}]}), [("x", A)]),
    (("quote", {"text": "Q", "source_title": "Book", "source_url": A}), [("Book", A)]),
    (("quote", {"text": "Q", "source_title": "", "source_url": A}), []),
    (("callout", {"tone": "tip", "text": f'<p><a href="{A}">x</a></p>'}), [("x", A)]),
    (("statistic", {"figure": "1", "source_title": "Report", "source_url": A}), [("Report", A)]),
    (("faq", {"items": [{"question": "?", "answer": f'<p><a href="{A}">x</a></p>'}]}), [("x", A)]),
    (("references", {"items": [{"title": "Paper", "url": A}]}), [("Paper", A)]),
    (("video", {"title": "Film", "url": A, "transcript": f'<p><a href="{B}">x</a></p>'}), [("Film", A), ("x", B)]),
    (("invitation", {"heading": "H", "text": "", "buttons": BUTTONS}), [("Book", "https://book.example/now")]),
    (("paragraph", '<p><a linktype="page" id="3">in</a> <a href="/x/">x</a> <a href="mailto:a@b.c">y</a></p>'), []),
]


@pytest.mark.parametrize(("child", "found"), EVERYWHERE)
def test_every_block_tells_its_links(articles, child, found):
    assert urls(ArticlePageFactory(parent=articles, body=stream(child))) == found


def test_fields_beside_the_body_tell_theirs(articles, home):
    article = ArticlePageFactory(parent=articles, references=stream(("reference", {"title": "Paper", "url": A})))
    profiles = stream(("profile", {"name": "Register", "url": B}))
    person = PersonPageFactory(parent=home, biography=f'<p><a href="{A}">her</a></p>', profiles=profiles)
    location = LocationPageFactory(parent=home, directions=f'<p><a href="{C}">Bus</a></p>')

    assert [urls(page) for page in (article, person, location)] == [
        [("Paper", A)],
        [("her", A), ("Register", B)],
        [("Bus", C)],
    ]


def test_place_is_named_as_the_editor_names_it(articles):
    article = ArticlePageFactory(parent=articles, body=stream(EVERYWHERE[8][0]))
    block = article.body.raw_data[0]

    (found,) = links_of(article, frozenset())

    item = block["value"]["items"][0]["id"]
    assert (found.path, found.label) == (f"body.{block['id']}.items.{item}.url", "Sources")


def test_table_holds_each_address_once_and_every_place(articles):
    one = ArticlePageFactory(parent=articles, body=stream(paragraph(A, B, A)))
    two = ArticlePageFactory(parent=articles, body=stream(paragraph(f"{A}#part"), paragraph(A)))

    keep_in_step()

    assert list(OutboundLink.objects.values_list("url", "host")) == [(A, "a.example"), (B, "b.example")]
    assert list(LinkPlace.objects.filter(link__url=A).order_by("pk").values_list("page", flat=True)) == [
        one.pk,
        two.pk,
        two.pk,
    ]


def test_what_is_not_public_leads_nowhere(articles):
    ArticlePageFactory(parent=articles, body=stream(paragraph(A)), live=False)
    restricted(ArticlePageFactory(parent=articles, body=stream(paragraph(B))))

    keep_in_step()

    assert not OutboundLink.objects.exists()


def test_link_stays_known_while_it_stands_somewhere(articles):
    one = ArticlePageFactory(parent=articles, body=stream(paragraph(A, B)))
    two = ArticlePageFactory(parent=articles, body=stream(paragraph(A)))
    keep_in_step()
    kept = OutboundLink.objects.get(url=A).pk

    one.body = stream(paragraph(C))
    one.save()
    keep_in_step()

    assert set(OutboundLink.objects.values_list("url", flat=True)) == {A, C}
    assert OutboundLink.objects.get(url=A).pk == kept
    two.unpublish()
    keep_in_step()
    assert set(OutboundLink.objects.values_list("url", flat=True)) == {C}


def test_second_time_changes_nothing(articles):
    ArticlePageFactory(parent=articles, body=stream(*(child for child, _ in EVERYWHERE)))
    keep_in_step()
    before = list(LinkPlace.objects.values())

    keep_in_step()

    assert list(LinkPlace.objects.values()) == before


def test_one_page_alone_is_brought_in_step(articles):
    one = ArticlePageFactory(parent=articles, body=stream(paragraph(A)))
    ArticlePageFactory(parent=articles, body=stream(paragraph(B)))
    keep_in_step()
    one.body = stream(paragraph(C))
    one.save()

    keep_in_step(one.pk)

    assert set(OutboundLink.objects.values_list("url", flat=True)) == {B, C}


def test_what_every_page_shows_has_links_too(site):
    line = stream(("line", {"region": "UK", "name": "Help", "url": A}))
    CrisisSupport.objects.create(site=site, lines=line)
    Practice.objects.create(site=site, profiles=stream(("profile", {"name": "Mastodon", "url": B})))
    InvitationFactory(text=f'<p><a href="{C}">x</a></p>', name="Talk")
    InvitationFactory(text='<p><a href="https://hidden.example/">x</a></p>', live=False)

    assert [(holder.title, holder.links[0].url) for holder in holders()] == [
        ("Shared invitation “Talk”", C),
        ("Settings, practice", B),
        ("Settings, crisis support", A),
    ]


def test_own_host_does_not_lead_out(site, home):
    body = stream(paragraph("http://testserver/about/", "https://127.0.0.1:9/", A))
    StandardPageFactory(parent=home, body=body)

    (holder,) = holders()

    assert [found.url for found in holder.links] == ["https://127.0.0.1:9/", A]


def test_work_grows_with_hundreds_and_not_with_pages(articles, django_assert_max_num_queries):
    for number in range(20):
        ArticlePageFactory(parent=articles, body=stream(paragraph(f"https://n{number}.example/", A)))

    with django_assert_max_num_queries(35):
        keep_in_step()
