"""What a ranking is worth. Pure functions over identifiers.

nDCG is the standard one of ``trec_eval`` (``ndcg_cut``) and of BEIR: a document's grade is its gain, discounted by
log2(rank + 1) (Järvelin and Kekäläinen 2002, https://doi.org/10.1145/582415.582418), against the best ranking of all
that was judged. Grades of 0 and less are not relevant.
"""

import math
from collections.abc import Mapping, Sequence

#: How many documents a system is asked for.
DEPTH = 50

Grades = Mapping[str, float]


def ndcg(ranked: Sequence[str], grades: Grades, depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first ``depth`` documents, from 0 to 1."""
    best = _gain(sorted(_gains(grades).values(), reverse=True)[:depth])
    found = _gains(grades)
    return _gain(found.get(document, 0.0) for document in ranked[:depth]) / best if best else 0.0


def _gains(grades: Grades) -> dict[str, float]:
    return {document: grade for document, grade in grades.items() if grade > 0}


def _gain(gains) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def reciprocal_rank(ranked: Sequence[str], grades: Grades) -> float:
    """Return one over the place of the first relevant document, 0 where none was found."""
    return next((1 / place for place, document in enumerate(ranked, start=1) if grades.get(document, 0) > 0), 0.0)


def recall(ranked: Sequence[str], grades: Grades, depth: int = DEPTH) -> float:
    """Return the share of the relevant documents that are among the first ``depth``."""
    relevant = _gains(grades)
    return len(relevant.keys() & set(ranked[:depth])) / len(relevant) if relevant else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of ``values`` that ``share`` of them do not exceed (nearest rank); 0 for no values."""
    if not values:
        return 0.0
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def summary(
    rankings: Mapping[str, Sequence[str]], judgements: Mapping[str, Grades], seconds: Sequence[float]
) -> dict[str, float | int]:
    """Return the measures of a system, averaged over the queries that it was asked.

    Args:
        rankings: what it found for each query, best first.
        judgements: the grades of documents for each of those queries.
        seconds: what each query took.
    """
    count = len(rankings) or 1

    def mean(measure) -> float:
        return round(sum(measure(ranked, judgements[query]) for query, ranked in rankings.items()) / count, 4)

    return {
        "ndcg@10": mean(ndcg),
        "mrr": mean(reciprocal_rank),
        "recall@50": mean(recall),
        "no_result": sum(not ranked for ranked in rankings.values()),
        "p50_ms": round(percentile(seconds, 0.5) * 1000, 2),
        "p99_ms": round(percentile(seconds, 0.99) * 1000, 2),
    }
