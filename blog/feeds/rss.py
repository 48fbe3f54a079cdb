"""RSS 2.0. Pure. Source: rssboard.org/rss-specification, and its best practices profile."""

from email.utils import format_datetime
from xml.etree import ElementTree as ET

from hub.core.seo.xml import legal

from .atom import document
from .values import Channel, Entry

_SPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def write(channel: Channel) -> bytes:
    """Return the feed as an XML document."""
    rss = ET.Element("rss", {"version": "2.0", **_SPACES})
    top = _add(rss, "channel")
    _add(top, "title", channel.title)
    _add(top, "link", channel.address)
    _add(top, "description", channel.summary or channel.title)
    _add(top, "language", channel.language)
    _add(top, "lastBuildDate", format_datetime(channel.updated))
    _add(top, "docs", "https://www.rssboard.org/rss-specification")
    _add(top, "atom:link", rel="self", type="application/rss+xml", href=channel.itself)
    for entry in channel.entries:
        _write_item(_add(top, "item"), entry)
    return document(rss)


def _write_item(element, entry: Entry) -> None:
    _add(element, "title", entry.title)
    _add(element, "link", entry.address)
    _add(element, "guid", entry.id, isPermaLink="false")
    if entry.published:
        _add(element, "pubDate", format_datetime(entry.published))
    _add(element, "atom:updated", entry.updated.isoformat())
    for author in entry.authors:
        _add(element, "dc:creator", author.name)
    for topic in entry.topics:
        _add(element, "category", topic)
    # A description is HTML to whoever reads it: plain text has to be escaped once more than XML does.
    _add(element, "description", _as_html(entry.summary))
    if entry.content:
        _add(element, "content:encoded", entry.content)


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _add(parent, name: str, text: str = "", **attributes):
    element = ET.SubElement(parent, name, {key: legal(value) for key, value in attributes.items()})
    element.text = legal(text) or None
    return element
