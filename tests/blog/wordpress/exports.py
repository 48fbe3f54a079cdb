"""Exports made up on the spot."""

from pathlib import Path
from xml.sax.saxutils import escape

PRACTICE = Path(__file__).parents[2] / "samples" / "wordpress" / "practice.xml"

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Old</title>'
    "<link>https://old.example.org</link><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_blog_url>https://old.example.org</wp:base_blog_url>"
)


def item(number: int, content: str = "Words.", **facts) -> str:
    """One item of an export. ``facts`` are WordPress' own names without "wp:"; ``meta`` is a dictionary."""
    kind = facts.pop("post_type", "post")
    slug = facts.pop("post_name", f"item-{number}")
    meta = facts.pop("meta", {})
    extra = facts.pop("extra", "")
    title, link = facts.pop("title", f"Item {number}"), facts.pop("link", f"https://old.example.org/{slug}/")
    values = {"post_date": "2020-05-06 07:08:09", "post_date_gmt": "2020-05-06 07:08:09", "status": "publish", **facts}
    fields = "".join(f"<wp:{name}>{escape(str(value))}</wp:{name}>" for name, value in values.items())
    rows = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{escape(value)}</wp:meta_value></wp:postmeta>"
        for key, value in meta.items()
    )
    text = content.replace("]]>", "]]]]><![CDATA[>")
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><dc:creator>mira</dc:creator>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_name>{slug}</wp:post_name><wp:post_type>{kind}</wp:post_type>{fields}{rows}{extra}</item>"
    )


def export(*items: str, head: str = "") -> str:
    return f"{_HEAD}{head}{''.join(items)}</channel></rss>"
