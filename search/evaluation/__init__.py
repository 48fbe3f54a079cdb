"""How good search is, in figures: on judged collections, beside other engines, and as articles grow in number."""

from collections.abc import Mapping

from search import embeddings
from search.evaluation import baselines, systems

#: By the name they are reported under.
SYSTEMS: Mapping[str, systems.System] = {
    "hub": systems.hub,
    "hub+embeddings": lambda texts: systems.hub(texts, embeddings.encoder()),
    "wagtail": baselines.wagtail,
    "bm25s": baselines.bm25s,
    "tantivy": baselines.tantivy,
    "wagtail_or": baselines.wagtail_or,
}
#: Measured where they are asked for: on SQLite the last takes seconds a question.
OPTIONAL = frozenset({"wagtail_or"})
#: Those that are stopped after some minutes, with what they have answered until then.
SLOW = frozenset({"wagtail", "wagtail_or"})
