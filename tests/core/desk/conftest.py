"""A page of each type, and what the panel shows of a form that is not saved."""

import pytest
from django.urls import reverse

from tests.factories import (
    ArticlePageFactory,
    ConsultationPageFactory,
    LocationPageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import filled_in, soup


@pytest.fixture
def pages(home, articles):
    return {
        "home": home,
        "index": articles,
        "article": ArticlePageFactory(parent=articles, standfirst="Where the guard comes from."),
        "topic": TopicPageFactory(parent=home),
        "person": PersonPageFactory(parent=home),
        "standard page": StandardPageFactory(parent=home),
        "location": LocationPageFactory(parent=home),
        "consultation page": ConsultationPageFactory(parent=home),
    }


@pytest.fixture
def form(admin_client):
    """What the browser sends of a page's form, its streams empty, with some fields changed."""

    def make(page, **fields):
        editor = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return filled_in(editor, type(page), fields)

    return make


@pytest.fixture
def new_form(admin_client):
    """The same of the form for a new page."""

    def make(model, parent, **fields):
        address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
        return filled_in(admin_client.get(address, {"skeleton": "empty"}), model, fields)

    return make


@pytest.fixture
def panel(admin_client, form):
    """The panel's answer to a form, parsed."""

    def ask(page, **fields):
        answer = admin_client.post(reverse("appearance:edit", args=[page.pk]), form(page, **fields))
        assert answer.status_code == 200
        return soup(answer)

    return ask
