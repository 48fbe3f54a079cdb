"""The demo practice, loaded once for all tests of a module, and the seed's article beside it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from hub.audit.checking import Audit
from hub.core.prefetching import forget

SEED = Path(settings.BASE_DIR).parent / "shared" / "seed"

#: Style sheets are served from where they are written, for nobody collects them before the tests.
STATIC = {"WHITENOISE_USE_FINDERS": True, "WHITENOISE_AUTOREFRESH": True}


@pytest.fixture(autouse=True)
def _static_files(settings):
    for name, value in STATIC.items():
        setattr(settings, name, value)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, media_folder):
    """The demo practice with the seed's article where it lies beside the checkout; all is undone at the end."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media_folder, **STATIC), transaction.atomic():
        cache.clear()
        forget()
        call_command("load_demo", verbosity=0)
        if SEED.exists():
            call_command("import_articles", str(SEED / "trust-issues-therapy.txt"), publish=True, verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def audit(demo):
    """A run over the whole demo, with its findings in ``found``."""
    audit = Audit()
    audit.found = list(audit.check_all())
    return audit


@pytest.fixture(scope="module")
def responses(audit):
    """Every page of the demo, and one of each kind of listing, by address."""
    return {url: audit.fetcher.get(url) for url, answer in audit.fetcher.answers.items() if answer.ids is not None}
