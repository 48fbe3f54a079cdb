"""Whether every visible word of a WordPress export is on its page or in the report of its import.

    python -m tests.blog.wordpress.compare_words EXPORT.xml

after ``manage.py import_wordpress EXPORT.xml --publish``. It reads the export with Python's own XML parser and looks at
the pages as a visitor gets them, so that it shares nothing with what it checks.
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment

WP, CONTENT, EXCERPT = (
    "{http://wordpress.org/export/1.2/}",
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    "{http://wordpress.org/export/1.2/excerpt/}encoded",
)
#: What WordPress reads and never shows.
UNSEEN = re.compile(r"\[/?(?:caption|wp_caption|gallery|audio|video|embed)\b[^\]]*\]")


@dataclass(frozen=True)
class Compared:
    title: str
    words: int
    lost: Counter


def words(text: str) -> Counter:
    return Counter(re.findall(r"\w+", text.lower()))


def visible(markup: str) -> str:
    soup = BeautifulSoup(UNSEEN.sub(" ", markup), "html.parser")
    for hidden in soup.find_all(["script", "style", "noscript", "template", "head"]):
        hidden.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return soup.get_text(" ")


def published(path: str) -> Iterator[tuple[int, str, str]]:
    """Number, title and text of every post and page that was public."""
    for item in ElementTree.parse(path).iter("item"):
        facts = [item.findtext(f"{WP}{name}") for name in ("post_type", "status", "post_password")]
        if facts[0] in {"post", "page"} and facts[1] == "publish" and not facts[2]:
            text = " ".join(visible(item.findtext(name) or "") for name in ("title", CONTENT))
            yield int(item.findtext(f"{WP}post_id")), item.findtext("title") or "", text


def compare(path: str, client) -> Iterator[Compared]:
    """Every public item with the words that are neither on its page nor in its report."""
    from blog.wordpress.models import ImportedItem

    for number, title, text in published(path):
        item = ImportedItem.objects.get(kind="item", key=str(number))
        answer = client.get(item.page.url)
        page = visible(answer.content.decode()) if answer.status_code == 200 else ""
        report = " ".join([*item.report["notes"], *item.report["left_out"], *item.report["missing"]])
        wanted = words(text)
        yield Compared(title, sum(wanted.values()), wanted - words(page) - words(report))


def share_kept(compared: list[Compared]) -> float:
    total = sum(one.words for one in compared)
    return 1 - sum(sum(one.lost.values()) for one in compared) / total if total else 1.0


def main(path: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.base")
    import django

    django.setup()
    from django.test import Client
    from wagtail.models import Site

    site = Site.objects.get(is_default_site=True)
    compared = list(compare(path, Client(headers={"host": site.root_url.partition("//")[2]})))
    for one in compared:
        if one.lost:
            print(f"{one.title}: {dict(one.lost)}")  # noqa: T201
    kept = share_kept(compared)
    print(f"{kept:.4%} of {sum(one.words for one in compared)} words of {len(compared)} posts and pages")  # noqa: T201
    return 0 if kept >= 0.999 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
