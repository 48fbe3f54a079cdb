"""JSON Feed 1.1. Pure. Source: jsonfeed.org/version/1.1."""

import json

from .values import Author, Channel, Entry


def write(channel: Channel) -> bytes:
    """Return the feed as JSON in UTF-8."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.address,
        "feed_url": channel.itself,
        "description": channel.summary,
        "icon": channel.icon,
        "favicon": channel.icon,
        "language": channel.language,
        "authors": [{"name": channel.author}],
        "items": [_item(entry) for entry in channel.entries],
    }
    # Halves of surrogate pairs can't be written as UTF-8; everything else JSON takes as it is.
    return json.dumps(_filled(feed) | {"items": feed["items"]}, ensure_ascii=False).encode("utf-8", "replace")


def _item(entry: Entry) -> dict:
    # Without the whole text the summary is the text: an item has to have one.
    text = {"content_html": entry.content} if entry.content else {"content_text": entry.summary}
    return text | _filled(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary if entry.content else "",
            "image": entry.picture,
            "date_published": entry.published.isoformat() if entry.published else "",
            "date_modified": entry.updated.isoformat(),
            "authors": [_author(author) for author in entry.authors],
            "tags": list(entry.topics),
        }
    )


def _author(author: Author) -> dict:
    return _filled({"name": author.name, "url": author.address})


def _filled(values: dict) -> dict:
    return {key: value for key, value in values.items() if value}
