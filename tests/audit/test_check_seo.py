"""``manage.py check_seo``: what it prints, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from hub.addresses.noise import is_robot
from hub.audit.checking import Audit
from hub.audit.fetching import AGENT, Fetcher, ForeignAddress
from tests.factories import StandardPageFactory


@pytest.fixture
def trust(home):
    return StandardPageFactory(parent=home, title="Trust after a betrayal", search_description="What helps, and when.")


def run(capsys, *arguments):
    """Return what the command printed and the code it ended with."""
    code = 0
    try:
        call_command("check_seo", *arguments)
    except SystemExit as end:
        code = end.code
    return capsys.readouterr().out, code


def test_json_is_a_list_of_findings(trust, capsys):
    printed, code = run(capsys, "/trust-after-a-betrayal/", "/nowhere/", "--format", "json")

    found = json.loads(printed)
    assert all([*finding] == ["url", "rule", "severity", "message"] for finding in found)
    assert {
        "url": "http://testserver/nowhere/",
        "rule": "page-answers",
        "severity": "error",
        "message": "The address answers 404: nobody can read it.",
    } in found
    assert code == 1


def test_a_page_without_errors_ends_well(trust, capsys):
    printed, code = run(capsys, trust.full_url, "--format", "json")

    assert {finding["severity"] for finding in json.loads(printed)} <= {"warning", "notice"}
    assert code == 0


def test_text_names_each_address_once_and_counts(trust, capsys):
    printed, _ = run(capsys, "/nowhere/", "/nor-here/")

    assert printed.count("http://testserver/nowhere/") == 1
    assert "2 errors, 0 warnings" in printed


def test_feeds_and_files_are_checked_as_what_they_are(articles, capsys):
    printed, code = run(capsys, "/robots.txt", "/sitemap.xml", f"{articles.url}feed/", "/llms.txt", "--format", "json")

    assert (json.loads(printed), code) == ([], 0)


@pytest.mark.parametrize("arguments", [[], ["/", "--all"]])
def test_addresses_or_all_are_asked_for(site, arguments):
    with pytest.raises(CommandError, match="Name one or more addresses, or --all"):
        call_command("check_seo", *arguments)


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "mailto:a@b.example", "http://[broken"])
def test_an_address_elsewhere_is_refused(site, url):
    with pytest.raises(CommandError, match="not of this site"):
        call_command("check_seo", url)


def test_the_whole_site_is_walked_from_the_tree_the_sitemap_and_the_links(trust):
    audit = Audit()
    rules = {(finding.url, finding.rule) for finding in audit.check_all()}

    assert "http://testserver/trust-after-a-betrayal/" in audit.fetcher.answers
    assert ("http://testserver/trust-after-a-betrayal/", "page-orphan") in rules


def test_rules_are_listed(db, capsys):
    printed, code = run(capsys, "--rules")

    assert "canonical-answers" in printed and code == 0


def test_an_address_is_asked_as_its_own_host_and_without_a_cookie(site, monkeypatch):
    seen = []
    fetcher = Fetcher()
    monkeypatch.setattr(fetcher.client, "get", lambda path, **how: seen.append((path, how)) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        fetcher.get("http://testserver/a/?b=c")

    assert seen == [("/a/?b=c", {"secure": False, "headers": {"host": "testserver"}})]
    assert fetcher.client.defaults["HTTP_USER_AGENT"] == AGENT


def test_what_a_check_does_not_find_is_not_logged_as_a_reader_s():
    assert is_robot(AGENT)


def test_a_site_behind_https_is_asked_by_https(site, settings):
    site.port = 443
    site.save()
    settings.SECURE_SSL_REDIRECT = True

    assert Fetcher().get("https://testserver/").status == 200


def test_no_network_is_used(site):
    with pytest.raises(ForeignAddress):
        Fetcher().get("https://schema.org/")


def test_a_site_that_is_not_set_up_says_so(db):
    Site.objects.all().delete()

    with pytest.raises(CommandError, match="prepare"):
        call_command("check_seo", "/")
