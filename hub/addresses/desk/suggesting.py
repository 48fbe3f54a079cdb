"""The page that somebody who asked for an address most likely meant. Near in its words, not in its meaning."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from wagtail.models import Page

from hub.addresses.history import Root
from hub.core.querysets import only_published

#: Below this (of 100) a guess misleads more than it helps.
NEAR_ENOUGH = 62
#: From here on (of 100) two words are taken for one, mistyped.
ALIKE = 75
MOST_PAGES = 20_000
MOST_COMPARED = 100

#: What is in many addresses and tells none from another.
_FILLER = {"a", "an", "and", "the", "of", "in", "for", "to", "page", "html", "www", "index", "php", "amp", "category"}


@dataclass(frozen=True)
class Place:
    """A page that may be suggested. ``address`` has no last slash; ``words``: those of slug and title."""

    key: int
    title: str
    address: str
    words: str


def words(text: str) -> str:
    """Return the telling words of an address or a title, in lower case, parted by blanks."""
    found = re.findall(r"[^\W_]+", text.lower())
    return " ".join(word for word in found if word not in _FILLER) or " ".join(found)


def places(root: Root) -> list[Place]:
    """Return what a visitor may open on a site. One query."""
    pages = only_published(Page.objects.filter(url_path__startswith=root.url_path)).order_by("path")
    rows = pages.values_list("pk", "title", "url_path", "slug")[:MOST_PAGES]
    return [
        Place(key, title, root.address(url_path) or "", words(f"{slug} {title}")) for key, title, url_path, slug in rows
    ]


class Atlas:
    """Pages by the words of their slugs and titles, so that many addresses can be looked up in a large site."""

    def __init__(self, known: list[Place]):
        self.known = known
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for number, place in enumerate(known):
            for word in place.words.split():
                self._by_word[word].add(number)
        self._vocabulary = list(self._by_word)
        self._near: dict[str, dict[str, float]] = {}

    def nearest(self, path: str, also: str = "") -> Place | None:
        """Return the page whose slug and title are nearest to the last step of ``path``; None where none is near.

        ``also``: more that is known of what was there, such as the title of a deleted page.
        """
        steps = [step for step in path.split("/") if step]
        asked = words(f"{steps[-1] if steps else ''} {also}").split()
        if not asked or len("".join(asked)) < 3:
            return None
        above = "".join(f"/{step}" for step in steps[:-1])
        best, score = None, 0.0
        for place in self._candidates(asked):
            # Among equals the one in the same part of the site.
            nearness = self._likeness(asked, place) + (4 if place.address.rpartition("/")[0] == above else 0)
            if nearness > score:
                best, score = place, nearness
        return best if score >= NEAR_ENOUGH else None

    def _spelt_like(self, word) -> dict[str, float]:
        """Return the known words spelt like ``word``, each with how like (75 to 100)."""
        if word not in self._near:
            found = process.extract(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=20)
            self._near[word] = {other: ratio for other, ratio, _ in found}
        return self._near[word]

    def _candidates(self, asked) -> list[Place]:
        """Return the pages that have most of the words."""
        shared: Counter = Counter()
        for word in asked:
            near = self._spelt_like(word)
            for number in set().union(*(self._by_word[other] for other in near)):
                shared[number] += len(word)
        return [self.known[number] for number, _ in shared.most_common(MOST_COMPARED)]

    def _likeness(self, asked, place) -> float:
        """0 to 100: how much of what was asked for stands there, spelt alike, in whatever order.

        Words in common count by how many of all words they are, so that one shared word makes no match, unless
        it is all of the page's slug.
        """
        known = list(dict.fromkeys(place.words.split()))
        found = sum(
            max((self._spelt_like(word).get(other, 0) for other in known), default=0) * len(word) for word in asked
        )
        covered = found / sum(map(len, asked))
        whole = fuzz.token_sort_ratio(" ".join(asked), " ".join(known))
        slug = words(place.address.rpartition("/")[2]).split()
        is_slug_asked = bool(slug) and all(any(part in self._spelt_like(word) for word in asked) for part in slug)
        return max(0.75 * covered + 0.25 * whole, 70 * is_slug_asked)
