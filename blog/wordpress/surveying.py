"""The first pass: what is in an export and what would be lost, before anything is written."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from blog.importing.nodes import Download, Picture
from blog.wordpress.catalogue import Catalogue
from blog.wordpress.filling import surroundings, understood
from blog.wordpress.mapping import DROP, Rules, for_search_engines, moment, plain_title
from blog.wordpress.uploads import Uploads
from blog.wordpress.wxr import Channel, Item, read

logger = logging.getLogger(__name__)

_NOT_UNDERSTOOD = "It could not be understood, and will not be taken over; the log has the details."
_NOT_CONTENT = {"attachment", "wp_block"}
_MOST = 2000


@dataclass
class Survey:
    """Counts by name, and for the items that need a look their remarks."""

    title: str = ""
    address: str = ""
    counts: Counter = field(default_factory=Counter)
    kinds: dict[str, dict[str, int]] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    topics: dict[str, list[str]] = field(default_factory=lambda: {"create": [], "map": [], "drop": []})
    mended: dict[str, int] = field(default_factory=dict)
    shortcodes: Counter = field(default_factory=Counter)
    dynamic: Counter = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    items: list[dict] = field(default_factory=list)

    def as_json(self) -> dict:
        return {name: dict(value) if isinstance(value, Counter) else value for name, value in vars(self).items()}


def with_content(path: Path, catalogue: Catalogue) -> Iterator[tuple[int, Item]]:
    """Read an export again: every item with its number in the catalogue."""
    with path.open("rb") as file:
        for place, item in enumerate(read(file, Channel())):
            yield catalogue.number_at(place), item


def survey(
    path: Path, catalogue: Catalogue, rules: Rules, uploads: Uploads, tick: Callable[[], None] = lambda: None
) -> Survey:
    """Understand every item as the import would, and say what was found. Raises: UnreadableExport."""
    found = _overview(catalogue, rules)
    for number, item in with_content(path, catalogue):
        tick()
        if catalogue.is_wanted(item.kind, item.status):
            try:
                _look_at(found, number, item, catalogue, uploads)
            except Exception:
                logger.exception("Item %s could not be understood.", number)
                facts = {"title": item.title, "kind": item.kind, "status": item.status, "from": item.link}
                found.items.append(facts | {"notes": [_NOT_UNDERSTOOD], "left_out": [], "missing": []})
    found.missing = list(dict.fromkeys(found.missing))
    found.counts["pictures missing"] = len(found.missing)
    return found


def _overview(catalogue: Catalogue, rules: Rules) -> Survey:
    channel = catalogue.channel
    found = Survey(channel.title, channel.address, mended={name: n for name, n in channel.mended.items() if n})
    for (kind, status), count in sorted(catalogue.counts.items()):
        if catalogue.is_wanted(kind, status):
            found.kinds.setdefault(kind, {})[status] = count
        elif kind not in _NOT_CONTENT:
            found.others[kind] = found.others.get(kind, 0) + count
    found.counts["files"] = sum(count for (kind, _), count in catalogue.counts.items() if kind == "attachment")
    found.counts["comments"], found.counts["protected"] = catalogue.comments, catalogue.protected
    for login in dict.fromkeys(row.author for row in catalogue.wanted() if row.author):
        author = channel.authors.get(login)
        name = plain_title(author.name) if author and author.name else login
        found.authors[login] = {DROP: ""}.get(rule := rules.authors.of(login, name), name if rule == "create" else rule)
    for (domain, slug), _ in catalogue.labels().most_common():
        if domain in {"category", "post_tag"}:
            term = channel.terms.get((domain, slug))
            name = plain_title(term.name) if term else slug
            rule = rules.for_term(domain).of(slug, name)
            kind = rule if rule in found.topics else "map"
            found.topics[kind].append(f"{name} → {rule}" if kind == "map" else name)
    return found


def _look_at(found: Survey, number: int, item: Item, catalogue: Catalogue, uploads: Uploads) -> None:
    row = catalogue.row(number)
    outline, content = understood(item, row, surroundings(catalogue, row, lambda address: bool(uploads.find(address))))
    found.shortcodes.update(content.shortcodes)
    found.dynamic.update(content.dynamic)
    wanted = [node.source for node in outline.nodes if isinstance(node, Picture)]
    found.counts["pictures shown"] += len(wanted)
    found.counts["documents shown"] += sum(isinstance(node, Download) for node in outline.nodes)
    thumbnail = item.meta.get("_thumbnail_id", "")
    if thumbnail.isascii() and thumbnail.isdecimal() and (picture := catalogue.attachment(int(thumbnail))):
        wanted.append(picture.address)
    missing = [address for address in wanted if not uploads.find(address)]
    found.missing += missing
    seo = for_search_engines(item, outline.title, found.title, outline.subtitle)
    found.counts["titles for search engines"] += bool(seo.title)
    found.counts["descriptions for search engines"] += bool(seo.description)
    found.counts["focus phrases"] += bool(seo.focus_phrase)
    if not moment(item.date_gmt) and row.was_public:
        found.counts["without a date"] += 1
    if not outline.nodes:
        found.counts["without text"] += 1
    if (outline.notes or outline.left_out or missing) and len(found.items) < _MOST:
        facts = {"title": outline.title, "kind": item.kind, "status": item.status, "from": item.link}
        found.items.append(
            facts | {"notes": list(outline.notes), "left_out": list(outline.left_out), "missing": missing}
        )
