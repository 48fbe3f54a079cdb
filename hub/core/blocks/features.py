"""The few kinds of formatting that running text may have."""

#: Headings, lists and quotations are blocks of their own, so that text holds only emphasis and links.
INLINE = ["bold", "italic", "link", "document-link"]

#: An answer or a step is a small text of its own and may need a list.
ANSWER = [*INLINE, "ul", "ol"]
