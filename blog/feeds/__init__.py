"""Feeds of articles: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, from the same values.

articles -> gathering.channel -> Channel -> atom.write | rss.write | json_feed.write -> serving.feed -> reader
"""
