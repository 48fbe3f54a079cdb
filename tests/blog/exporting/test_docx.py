"""Word files of articles, read back as they were."""

from dataclasses import replace

from hypothesis import given, settings

from blog.exporting.docx import document
from blog.importing.readers.own.word import is_ours, read

from .nodes import as_word_keeps_it, outlines


@given(outlines)
@settings(max_examples=25)
def test_every_article_reads_back_as_it_was(outline):
    written = document(outline)

    assert is_ours(written)
    assert read(written) == as_word_keeps_it(outline)


@given(outlines)
@settings(max_examples=5)
def test_the_same_article_makes_the_same_bytes(outline):
    assert document(outline) == document(replace(outline))
