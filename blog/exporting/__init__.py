"""Articles as documents (Markdown, HTML, Word) that import again to the same blocks."""
