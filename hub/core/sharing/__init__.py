"""The picture a page is shared with where it has none of its own: drawn once, kept, found at an address of its own."""
