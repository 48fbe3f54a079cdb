"""Feeds: Atom (RFC 4287), RSS 2.0 (rssboard.org) and JSON Feed 1.1 (jsonfeed.org)."""

from email.utils import parsedate_to_datetime

from ..answers import File
from ..documents import split
from ..feeds import KINDS, Entry, Feed, is_rfc822, read
from ..findings import FEED, Severity, shortened
from .dates import RFC3339, moment


def _called(entry: Entry) -> str:
    return f"“{shortened(entry.title or entry.id or entry.url, 50)}”"


@FEED("feed-readable", Severity.ERROR)
def is_readable(file: File):
    """A feed answers 200 and is Atom, RSS or JSON Feed."""
    if file.status != 200:
        yield f"The feed answers {file.status}."
    elif fault := read(file.text).fault:
        yield f"The feed {fault}."


@FEED("feed-type", Severity.ERROR)
def has_its_type(file: File):
    """A feed is sent as what it is."""
    feed = read(file.text)
    if file.status == 200 and feed.form and file.kind not in KINDS[feed.form]:
        yield f"The feed is sent as {file.kind}: send it as {KINDS[feed.form][0]}."


@FEED("feed-required", Severity.ERROR)
def has_required(file: File):
    """A feed and its entries have all that their format requires."""
    feed = read(file.text)
    required = {
        "atom": {"an id": feed.id, "a title": feed.title, "a date of change": feed.updated},
        "rss": {"a title": feed.title, "a link": feed.home, "a description": feed.about},
        "json": {"a title": feed.title},
    }
    for what in [what for what, value in required.get(feed.form, {}).items() if not value]:
        yield f"The feed lacks {what}."
    for entry in feed.entries:
        if lacking := _entry_lacks(feed, entry):
            yield f"The entry {_called(entry)} lacks {', '.join(lacking)}."


def _entry_lacks(feed: Feed, entry: Entry) -> list[str]:
    needs = {"an id": entry.id}
    if feed.form == "atom":
        needs |= {"a title": entry.title, "a date of change": entry.updated, "an author": entry.author or feed.author}
        needs |= {"a link or content": entry.url or entry.content}
    elif feed.form == "rss":
        needs = {"a guid": entry.id, "a title or description": entry.title or entry.content, "a link": entry.url}
    elif feed.form == "json":
        needs |= {"content": entry.content}
    return [what for what, value in needs.items() if not value]


@FEED("feed-ids", Severity.ERROR)
def ids_are_unique(file: File):
    """Every entry has an id of its own, and Atom's are addresses."""
    feed = read(file.text)
    seen = set()
    for entry in feed.entries:
        if entry.id and entry.id in seen:
            yield f"The id {entry.id} stands for two entries: feed readers will show one of them."
        seen.add(entry.id)
    for name in [feed.id, *seen] if feed.form == "atom" else ():
        if name and not split(name).scheme:
            yield f"The id “{shortened(name)}” is no address: urn:uuid: makes one that lasts."


@FEED("feed-dates", Severity.ERROR)
def dates_are_dates(file: File):
    """Dates are in the format's own form, with a zone, in order and not in the future."""
    feed = read(file.text)
    is_date = is_rfc822 if feed.form == "rss" else lambda text: bool(RFC3339.match(text) and moment(text))
    read_date = parsedate_to_datetime if feed.form == "rss" else moment
    dated = [("The feed", [feed.updated])]
    dated += [(f"The entry {_called(entry)}", [entry.published, entry.updated]) for entry in feed.entries]
    for called, values in dated:
        dates = [value for value in values if value]
        wrong = [value for value in dates if not is_date(value)]
        for value in wrong:
            yield f"{called} has the date “{shortened(value)}”, which its format doesn't know."
        moments = [] if wrong else [read_date(value) for value in dates]
        if moments and max(moments) > file.now:
            yield f"{called} is dated {max(moments).isoformat()}, which has not come yet."
        if len(moments) == 2 and moments[1] < moments[0]:
            yield f"{called} was changed ({dates[1]}) before it was published ({dates[0]})."


@FEED("feed-self", Severity.ERROR)
def knows_itself(file: File):
    """A feed names its own address, the one it was found at."""
    feed = read(file.text)
    if feed.form and feed.itself != file.url:
        yield f"The feed calls {feed.itself or 'no address'} its own and was found at {file.url}: let both be the same."


@FEED("feed-links", Severity.ERROR)
def links_answer(file: File):
    """What a feed links to has a whole address and can be opened at once."""
    feed = read(file.text)
    named = [("The feed", feed.home), *((f"The entry {_called(entry)}", entry.url) for entry in feed.entries)]
    for called, url in named:
        if not url:
            continue
        answer = file.answer(url)
        if split(url).scheme not in {"http", "https"}:
            yield f"{called} links to “{url}”: write its whole address."
        elif answer and not answer.is_found:
            yield f"{called} links to {url}, which answers {answer.status}: link to where the page is."
