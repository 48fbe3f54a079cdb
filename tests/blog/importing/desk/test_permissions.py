"""Who may add articles somewhere may import there; nobody sees another's uploads."""

import pytest
from django.test import Client
from django.urls import reverse

from blog.importing.desk.models import Document
from tests.blog.importing.desk.conftest import editor_of, signed_in
from tests.factories import ArticleIndexPageFactory
from tests.helpers import soup


@pytest.fixture
def addresses(document):
    return [
        reverse("importing:start"),
        document.batch.get_absolute_url(),
        f"{document.batch.get_absolute_url()}progress/",
        document.get_absolute_url(),
        f"{document.get_absolute_url()}made/",
        f"{document.get_absolute_url()}pictures/1/",
    ]


def test_visitors_are_asked_to_sign_in(addresses):
    assert {Client().get(address).status_code for address in addresses} == {302}
    assert {Client().post(address).url.partition("?")[0] for address in addresses} == {reverse("wagtailadmin_login")}


def test_who_may_not_add_articles_is_sent_away(addresses, bystander_client):
    assert {bystander_client.get(address).url for address in addresses} == {reverse("wagtailadmin_home")}
    assert {bystander_client.post(address).url for address in addresses} == {reverse("wagtailadmin_home")}


def test_nobody_sees_the_documents_of_another(addresses, articles, document):
    other = signed_in(editor_of(articles, "add"))

    assert [other.get(address).status_code for address in addresses[1:]] == [404] * 5
    assert other.post(document.get_absolute_url(), {"do": "make"}).status_code == 404
    assert other.post(document.batch.get_absolute_url(), {"do": "remove-all"}).status_code == 404
    assert Document.objects.exists()
    assert soup(other.get(addresses[0])).select("tbody tr") == []


def test_who_may_do_everything_sees_all_documents(addresses, admin_client):
    assert [admin_client.get(address).status_code for address in addresses[:4]] == [200] * 4


def test_only_places_one_may_add_to_are_offered(home, articles, document, editor_client):
    ArticleIndexPageFactory(parent=home, title="Elsewhere")

    shown = soup(editor_client.get(document.get_absolute_url()))

    assert [option.get_text() for option in shown.select("#id_place option")] == ["Articles"]


def test_a_permission_that_was_taken_away_counts_at_once(document, editor, do):
    editor.groups.clear()

    do(document, "make")

    assert document.article is None


def test_the_menu_and_the_list_of_articles_lead_here(editor_client, articles, bystander_client):
    listing = editor_client.get(reverse("wagtailadmin_explore", args=[articles.pk])).content.decode()

    assert f"{reverse('importing:start')}?place={articles.pk}" in listing
    assert reverse("importing:start") in editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("importing:start") not in bystander_client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_form_from_elsewhere_is_refused(document, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    assert client.post(document.get_absolute_url(), {"do": "make"}).status_code == 403
    assert client.post(reverse("importing:start")).status_code == 403
