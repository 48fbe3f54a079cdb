"""The rules, by subject. Importing them registers them."""

from . import agreement, features, feeds, files, head, hours, links, robots, sharing, site, sitemaps, structure, terms

__all__ = [
    "agreement",
    "features",
    "feeds",
    "files",
    "head",
    "hours",
    "links",
    "robots",
    "sharing",
    "site",
    "sitemaps",
    "structure",
    "terms",
]
