"""HTML files of articles: complete, readable, and read back as they were."""

from hypothesis import given

from blog.exporting.html import document
from blog.importing.readers.own.web import is_ours, read

from .nodes import outlines


@given(outlines)
def test_every_article_reads_back_as_it_was(outline):
    written = document(outline).decode()

    assert is_ours(written)
    assert read(written) == outline
