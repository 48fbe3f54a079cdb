"""An export of a small practice with its uploads, and exports made up on the spot."""

import io
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape

import pytest
from django.core.management import call_command
from PIL import Image

from blog.wordpress.models import ImportedItem, WordPressImport

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


@pytest.fixture
def write(tmp_path):
    """Write an export of these items and return its path."""

    def write(*items: str, name: str = "export.xml", head: str = "") -> Path:
        path = tmp_path / name
        path.write_text(export(*items, head=head), encoding="utf-8")
        return path

    return write


@pytest.fixture
def uploads(tmp_path):
    """The folder of uploads that belongs to the practice's export."""
    folder = tmp_path / "uploads"
    (folder / "2021" / "11").mkdir(parents=True)
    (folder / "2020" / "03").mkdir(parents=True)
    Image.new("RGB", (60, 40), "teal").save(folder / "2021" / "11" / "harbour.jpg")
    (folder / "2020" / "03" / "checklist.pdf").write_bytes(b"%PDF-1.4 a checklist")
    return folder


@pytest.fixture
def run():
    """Call the command; return its output, the import and its pages by WordPress' number."""

    def run(*arguments) -> SimpleNamespace:
        out = io.StringIO()
        call_command("import_wordpress", *map(str, arguments), stdout=out)
        items = ImportedItem.objects.filter(kind="item").select_related("page")
        pages = {int(found.key): found.page.specific for found in items if found.page_id}
        reports = {int(found.key): found.report for found in items}
        return SimpleNamespace(
            text=out.getvalue(), record=WordPressImport.objects.first(), pages=pages, reports=reports
        )

    return run


@pytest.fixture
def practice(articles, uploads, run):
    """The practice's export, imported with its uploads and published."""
    return run(PRACTICE, "--media", uploads, "--publish")
