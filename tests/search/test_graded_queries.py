"""Search over the demo practice: questions as readers ask them lead to the pages that answer them."""

from statistics import fmean

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from wagtail.models import Page

from search import finding
from search.engines import index_on
from search.evaluation.measures import ndcg
from search.query import cleaned, synonym_table
from search.site_index import documents
from search.starting import SYNONYMS
from tests.search.graded import GRADED, KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """What was found in the demo practice, which is undone.

    Gives for each question the pages found, best first, each with the headings of its passages, best first; and
    the headings of every page.
    """
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        cache.clear()
        call_command("load_demo", verbosity=0)
        slugs = dict(Page.objects.values_list("pk", "slug"))
        index = index_on(connection, "graded", is_temporary=True)
        index.create()
        pages = documents(slugs)
        index.add(pages)
        index.optimize()
        synonyms = synonym_table(SYNONYMS)
        found = {}
        for graded in GRADED:
            question = finding.ask(index, cleaned(graded.text), synonyms)
            hits = finding.by_page(finding.find(index, question).hits, 10)
            found[graded] = {slugs[key]: [hit.passage.heading for hit in of_page] for key, of_page in hits.items()}
        index.drop()
        transaction.set_rollback(True)
    cache.clear()
    return found, {slugs[page.page_id]: {passage.heading for passage in page.passages} for page in pages}


@pytest.fixture(scope="module")
def answers(demo):
    return demo[0]


@pytest.fixture(scope="module")
def headings(demo):
    return demo[1]


def test_there_are_seventy_questions_or_more_and_none_twice():
    assert len(GRADED) == len({graded.text.casefold() for graded in GRADED}) >= 70


def test_graded_pages_are_pages_of_the_demo(headings):
    assert {slug for graded in GRADED for slug in graded.grades} - headings.keys() == set()


def test_every_question_finds_something(answers):
    assert [graded.text for graded, pages in answers.items() if not pages] == []


def test_rankings_are_worth_what_they_were(answers):
    """Measured when the questions were graded: nDCG@10 of 0.84 on both databases. The floor leaves room for chance."""
    gains = {graded: ndcg([*pages], graded.grades) for graded, pages in answers.items()}
    by_kind = {kind: round(fmean(gains[graded] for graded in questions), 2) for kind, questions in KINDS.items()}

    assert fmean(gains.values()) >= 0.8, by_kind


@pytest.mark.parametrize(
    "kind, floor",
    [("words", 0.85), ("abbreviations", 0.75), ("typing mistakes", 0.85), ("questions", 0.85), ("people", 0.85)],
)
def test_kind_of_question_is_understood(answers, kind, floor):
    gains = {graded.text: ndcg([*answers[graded]], graded.grades) for graded in KINDS[kind]}

    assert fmean(gains.values()) >= floor, gains


def test_best_page_is_on_the_first_page_of_results(answers):
    """Measured: for 87 of 92. Those that fail share no word with their page, or only one that every page has."""
    missed = [graded.text for graded, pages in answers.items() if not {*graded.best} & {*[*pages][:10]}]

    assert len(missed) <= 0.08 * len(answers), missed


def test_best_page_comes_first_for_most(answers):
    """Measured: for 70 of 92."""
    missed = [graded.text for graded, pages in answers.items() if [*pages][:1] and [*pages][0] not in graded.best]

    assert len(missed) <= 0.3 * len(answers), missed


def test_result_leads_to_the_passage_that_answers(answers):
    """Measured: for 40 of 44 questions whose answer stands in one place."""
    asked = {graded: pages for graded, pages in answers.items() if graded.passage}
    missed = [
        graded.text
        for graded, pages in asked.items()
        if not any(pages[slug][0] == graded.passage for slug in graded.best if slug in pages)
    ]

    assert len(missed) <= 0.15 * len(asked), (len(asked), missed)


def test_passages_that_are_graded_stand_on_a_best_page(headings):
    wrong = [
        (graded.text, graded.passage)
        for graded in GRADED
        if graded.passage and not any(graded.passage in headings[slug] for slug in graded.best)
    ]

    assert wrong == []
