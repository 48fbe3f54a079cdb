"""Whatever is created, renamed, moved, withdrawn and published: every address a page ever had leads to it at once."""

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from wagtail.models import Page

from hub.core.prefetching import forget
from tests.addresses.conftest import move, rename
from tests.factories import StandardPageFactory

SLUGS = st.sampled_from(["a", "b", "c", "d"])
NUMBERS = st.integers(0, 99)


class Histories(RuleBasedStateMachine):
    """``owners``: by address, the page that was public there last."""

    home: Page

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.client = Client()
        self.owners = {}
        self.keys = []

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def page(self, number):
        return Page.objects.get(pk=self.keys[number % len(self.keys)])

    def is_free(self, parent, slug, page=None):
        return Page._slug_is_available(slug, parent, page)

    def note(self):
        for page in Page.objects.filter(pk__in=self.keys, live=True):
            self.owners[page.url] = page.pk

    @rule(slug=SLUGS, below=NUMBERS)
    def create(self, slug, below):
        parent = self.page(below) if self.keys and below % 3 else Page.objects.get(pk=self.home.pk)
        if len(self.keys) < 5 and parent.depth < 5 and self.is_free(parent, slug):
            page = StandardPageFactory(parent=parent, slug=slug, live=False)
            page.save_revision().publish()
            self.keys.append(page.pk)
            self.note()

    @precondition(lambda self: self.keys)
    @rule(number=NUMBERS, slug=SLUGS)
    def rename(self, number, slug):
        page = self.page(number)
        if page.live and self.is_free(page.get_parent(), slug, page):
            rename(page, slug)
            self.note()

    @precondition(lambda self: self.keys)
    @rule(number=NUMBERS, below=NUMBERS)
    def move(self, number, below):
        page = self.page(number)
        parent = self.page(below) if below % 3 else Page.objects.get(pk=self.home.pk)
        is_within = parent.pk == page.pk or parent.is_descendant_of(page)
        if not is_within and parent.depth < 5 and self.is_free(parent, page.slug, page):
            move(page, parent)
            self.note()

    @precondition(lambda self: self.keys)
    @rule(number=NUMBERS)
    def withdraw_or_publish(self, number):
        page = self.page(number).specific
        if page.live:
            page.unpublish()
        else:
            page.get_latest_revision().publish()
        self.note()

    @invariant()
    def every_address_leads_to_its_page_at_once(self):
        pages = {page.pk: page for page in Page.objects.filter(pk__in=self.keys)}
        for address, owner in self.owners.items():
            forget()
            answer = self.client.get(address)
            page = pages[owner]
            if not page.live:
                assert answer.status_code == 404, (address, answer.headers.get("Location"))
            elif page.url == address:
                assert answer.status_code == 200, address
            else:
                assert (answer.status_code, answer.headers["Location"]) == (301, page.url), address


@pytest.mark.django_db
def test_any_history(home):
    Histories.home = home

    run_state_machine_as_test(Histories, settings=settings(max_examples=10, stateful_step_count=12, deadline=None))
