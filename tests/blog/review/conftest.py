"""In whose name mails are written."""

import pytest

from hub.core.models import Practice


@pytest.fixture
def practice(site):
    return Practice.objects.create(site=site, name="Example Practice")
