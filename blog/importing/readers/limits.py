"""How much a reader takes on. Whatever a file claims, reading it stays within a minute and 600 MB.

Measured: a Word document of nearly 8 MB of XML (150,000 stretches of text) took 27 s of one core and 510 MB, a page of
4 MB of markup 13 s and 170 MB, Markdown of 1 MB 11 s and 290 MB.
"""

#: Bytes of a file, by what it is.
LARGEST_TEXT = 1_000_000
LARGEST_PAGE = 20_000_000
LARGEST_ARCHIVE = 60_000_000

#: Characters of markup once pictures written into it are taken out, bytes of a Word document's own XML.
LONGEST_MARKUP = 4_000_000
LARGEST_XML = 8_000_000

#: What an archive may hold, unpacked.
MOST_ENTRIES, LARGEST_UNPACKED, LARGEST_ENTRY = 2_000, 200_000_000, 40_000_000

#: Pictures and other files that an article brings along.
MOST_MEDIA, LARGEST_MEDIA, LARGEST_MEDIA_TOGETHER = 200, 20_000_000, 120_000_000

#: How deep elements may lie inside each other: as written, and once the markup is clean.
DEEPEST_WRITTEN, DEEPEST = 1_500, 100

LONGEST_PARAGRAPH = 50_000
