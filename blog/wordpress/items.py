"""The rows that say what each thing of the old site became."""

import hashlib
import json
from dataclasses import asdict
from urllib.parse import urlsplit

from blog.importing.drafts import digest
from blog.wordpress.addresses import host_of
from blog.wordpress.models import ImportedItem, WordPressImport
from blog.wordpress.wxr import Item

ITEM, FILE, AUTHOR = "item", "file", "author"
_OURS = "slug seo_title search_description noindex focus_phrase published_on author_id hero_image_id hero_alt".split()


def site_key(address: str) -> str:
    """The old site as its items name it: host and path."""
    return (host_of(address) + urlsplit(address).path.rstrip("/"))[:200]


class Items:
    """The items of one old site, on behalf of one import."""

    def __init__(self, record: WordPressImport):
        self.record, self.site = record, site_key(record.address)

    def find(self, kind: str, key) -> ImportedItem | None:
        return ImportedItem.objects.filter(site=self.site, kind=kind, key=str(key)[:200]).first()

    def all(self, kind: str):
        return ImportedItem.objects.filter(site=self.site, kind=kind)

    def make(self, kind: str, key, **facts) -> ImportedItem:
        return ImportedItem.objects.create(site=self.site, kind=kind, key=str(key)[:200], made_by=self.record, **facts)

    def pages(self) -> dict[int, int]:
        """From WordPress' number to the key of the page."""
        found = self.all(ITEM).filter(page__isnull=False).values_list("key", "page_id")
        return {int(key): page for key, page in found.iterator()}


def source_digest(item: Item) -> str:
    """A fingerprint of an item as it stands in the export. Comments and the day of the last change do not count."""
    facts = asdict(item) | {"comments": 0, "modified_gmt": "", "notes": ()}
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


def page_digest(page) -> str:
    """A fingerprint of all that an import decides of a page, whoever saved it last."""
    facts = [str(getattr(page, name, "")) for name in _OURS]
    topics = sorted(topic.pk for topic in page.topics.all()) if hasattr(page, "topics") else []
    text = digest(page) if hasattr(page, "body") else str([page.title, getattr(page, "biography", "")])
    return hashlib.sha256(json.dumps([text, facts, topics]).encode()).hexdigest()


def is_untouched(item: ImportedItem) -> bool:
    """Whether a page stands as the import left it: neither changed, nor published or hidden, nor locked."""
    page = item.page.specific if item.page_id else None
    if page is None or page.locked or page.approved_schedule or page.live != item.made_public:
        return False
    return page_digest(page.get_latest_revision_as_object()) == item.page_digest
