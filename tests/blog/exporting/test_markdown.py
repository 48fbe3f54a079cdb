"""Markdown that a person likes to read, and that reads back as it was."""

from hypothesis import given

from blog.exporting.markdown import write
from blog.importing.readers.directives import read_body as read

from .nodes import bodies, nodes


@given(nodes)
def test_every_node_reads_back_as_it_was(node):
    assert read(write((node,))) == (node,)


@given(bodies)
def test_neighbours_read_back_as_they_were(body):
    assert read(write(body)) == body
