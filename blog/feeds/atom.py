"""Atom. Pure. Source: RFC 4287."""

from xml.etree import ElementTree as ET

from hub.core.seo.xml import legal

from .values import Channel, Entry

_SPACE = "http://www.w3.org/2005/Atom"


def write(channel: Channel) -> bytes:
    """Return the feed as an XML document."""
    feed = ET.Element("feed", {"xmlns": _SPACE, "xml:lang": channel.language})
    _add(feed, "id", channel.id)
    _add(feed, "title", channel.title)
    if channel.summary:
        _add(feed, "subtitle", channel.summary)
    _add(feed, "updated", channel.updated.isoformat())
    _add(feed, "link", rel="alternate", type="text/html", href=channel.address)
    _add(feed, "link", rel="self", type="application/atom+xml", href=channel.itself)
    if channel.icon:
        _add(feed, "icon", channel.icon)
    _add(_add(feed, "author"), "name", channel.author)
    for entry in channel.entries:
        _write_entry(_add(feed, "entry"), entry)
    return document(feed)


def _write_entry(element, entry: Entry) -> None:
    _add(element, "id", entry.id)
    _add(element, "title", entry.title, type="text")
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.published:
        _add(element, "published", entry.published.isoformat())
    _add(element, "updated", entry.updated.isoformat())
    for author in entry.authors:
        person = _add(element, "author")
        _add(person, "name", author.name)
        if author.address:
            _add(person, "uri", author.address)
    for topic in entry.topics:
        _add(element, "category", term=topic)
    if entry.summary or not entry.content:
        _add(element, "summary", entry.summary, type="text")
    if entry.content:
        _add(element, "content", entry.content, type="html")


def _add(parent, name: str, text: str = "", **attributes):
    element = ET.SubElement(parent, name, {key: legal(value) for key, value in attributes.items()})
    element.text = legal(text) or None
    return element


def document(root) -> bytes:
    """Return an element as an XML document in UTF-8."""
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)
