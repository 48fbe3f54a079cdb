"""The content of a post, block editor and classic editor alike -> the nodes of an outline. No Django, no network."""

from blog.wordpress.content.reading import Content, read
from blog.wordpress.content.surroundings import Attachment, Surroundings

__all__ = ["Attachment", "Content", "Surroundings", "read"]
