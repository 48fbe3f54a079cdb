"""An export of a small practice with its uploads, and the command that imports."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from PIL import Image

from blog.wordpress.models import ImportedItem, WordPressImport
from tests.blog.wordpress.exports import PRACTICE, export


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
