"""The sitemap: an index, and files split by page type and by ranges of primary keys.

A page's file follows from its type and key alone. No file is ever too long, none moves when another page comes or
goes, and each is read by its range, however many pages come before it. Source: sitemaps.org, protocol 0.9, and
Google's extension for images.
"""
