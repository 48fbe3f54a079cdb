"""The export that WordPress tests its themes with, where it lies beside the project."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.blog.wordpress.compare_words import compare, share_kept

SAMPLE = settings.BASE_DIR.parent / "shared" / "corpora" / "wordpress" / "64-block-test-data.xml"


@pytest.mark.skipif(not Path(SAMPLE).is_file(), reason="The sample is not on this machine.")
def test_every_visible_word_is_on_its_page_or_in_the_report(articles, run, client):
    found = run(SAMPLE, "--publish")

    compared = list(compare(str(SAMPLE), client))

    assert found.record.report["public"] == len(compared) == 62
    assert share_kept(compared) >= 0.999


def test_every_visible_word_of_the_practice_is_kept_too(practice, client):
    from tests.blog.wordpress.exports import PRACTICE

    compared = list(compare(str(PRACTICE), client))
    assert [one.lost for one in compared if one.lost] == []
