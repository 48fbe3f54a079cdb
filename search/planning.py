"""Which passages a database is asked for, so that no question costs more than a bounded amount of work. Pure functions.

A word that stands in nearly every passage says little, and reading all of its passages would take a database
hundreds of milliseconds. As MaxScore does (Turtle and Flood 1995, https://doi.org/10.1016/0306-4573(95)00020-H),
rare words choose the passages and common ones only narrow or order them. All passages that any word stands in are
ranked by the database where they are few enough; else it is asked for all the words, then for fewer, then for each.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from search.query import Group

#: How many passages are handed on to be ranked in full.
POOL = 200
#: How many entries of its index the database may read to rank passages itself.
BUDGET = 20_000


@dataclass(frozen=True)
class Step:
    """One request to an engine: passages that hold all of ``required`` and, where there are any, one of ``wanted``.

    Ranked ones come best first; the rest in no order, as soon as ``limit`` are found.
    """

    required: tuple[Group, ...] = ()
    wanted: tuple[Group, ...] = ()
    is_ranked: bool = False
    limit: int = POOL


def estimated(group: Group, frequency: Mapping[str, int]) -> int:
    """Return in how many passages, at most, a group's ways to say it stand."""
    return sum(min(frequency.get(stem, 0) for stem in way.stems) for way in group.alternatives)


def steps(groups: tuple[Group, ...], frequency: Mapping[str, int], budget: int | None = None) -> list[Step]:
    """Return what to ask for, one after another until the pool is full.

    Args:    frequency: in how many passages each stem stands; a stem without an entry stands in none. budget: how
             many entries of its index the database may read to rank passages, ``BUDGET`` unless told.
    """
    budget = BUDGET if budget is None else budget
    must = tuple(group for group in groups if group.is_required)
    if any(not estimated(group, frequency) for group in must):
        return []
    counts = {group: estimated(group, frequency) for group in groups if group not in must}
    may = sorted((group for group, count in counts.items() if count), key=counts.get)
    if must:
        least = min(estimated(group, frequency) for group in must)
        return [Step(must, tuple(may), is_ranked=bool(may) and least <= budget), Step(must)]
    if (total := sum(counts.values())) <= budget:
        return [Step(wanted=tuple(may), is_ranked=total > POOL)] if may else []
    return _narrowing(may, counts, budget)


def _narrowing(may: list[Group], counts: Mapping[Group, int], budget: int) -> list[Step]:
    """Return steps for a question of common words, ``may`` being its groups, rarest first."""
    rare, spent = [], 0
    for group in may:
        spent += counts[group]
        if spent > budget:
            break
        rare.append(group)
    found = []
    if rare:
        found.append(Step(wanted=tuple(rare), is_ranked=True, limit=POOL // 2))
    found += [Step(required=tuple(may[:size])) for size in range(len(may), 1, -1)]
    found += [Step(required=(group,)) for group in may]
    return found
