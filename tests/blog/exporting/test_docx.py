"""Word files of articles, read back as they were."""

from dataclasses import replace

from hypothesis import given, settings

from blog.exporting.docx import document
from blog.importing.outline import Outline, Prose
from blog.importing.readers.own.word import is_ours, read

from .nodes import as_word_keeps_it, outlines


@given(outlines)
@settings(max_examples=25)
def test_every_article_reads_back_as_it_was(outline):
    written = document(outline)

    assert is_ours(written)
    assert read(written) == as_word_keeps_it(outline)


def test_a_word_in_two_links_to_one_address_is_one_word():
    halves = '<a href="https://example.org/">be</a><a href="https://example.org/">fore</a>'

    found = read(document(Outline("A title", "", (Prose((halves,)),))))

    assert found.nodes == (Prose(('<a href="https://example.org/">before</a>',)),)
    assert found.left_out == ()


@given(outlines)
@settings(max_examples=5)
def test_the_same_article_makes_the_same_bytes(outline):
    assert document(outline) == document(replace(outline))
