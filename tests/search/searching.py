"""What several tests of search do: put pages into the index, ask, and read what was answered."""

from bs4 import BeautifulSoup
from django.db import connection

from search.site_index import live_index, update


def indexed(*pages):
    """Put pages that factories made into the index, which hears of publishing alone. Return the last one."""
    update([page.pk for page in pages])
    return pages[-1]


def asked(client, question, **narrowed):
    """Return what the results page was given to show for a question."""
    response = client.get("/search/", {"q": question, **narrowed})
    assert response.status_code == 200
    return response.context["answer"]


def joined(pieces):
    return "".join(piece.text for piece in pieces)


def titles(answer):
    """Return the titles of the pages found, in order; a question stands on its page."""
    return [joined(result.passage.text if result.label == "Question" else result.title) for result in answer.results]


def found(client, question, **narrowed):
    return titles(asked(client, question, **narrowed))


def counts(choices):
    return {choice.label: choice.count for choice in choices}


def suggested(client, typed):
    """Return the texts that are suggested for what is being typed."""
    return [suggestion["text"] for suggestion in client.get("/search/suggest/", {"q": typed}).json()["suggestions"]]


def contents(index=None):
    """Return all that an index holds, table by table, apart from sums that are nothing."""
    index = index or live_index()
    rows = {}
    for part in ("page", "topic", index.texts, "head", "word", "stem", "total"):
        rows[part] = {tuple(map(_plain, row)) for row in index.run(f"SELECT * FROM {{{part}}}")}  # noqa: S608
    rows["total"] = {row for row in rows["total"] if row[1]}
    return rows


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def index_tables():
    """Return the names of the tables that indexes are made of."""
    names = connection.introspection.table_names()
    return {name for name in names if name.startswith(("search_a_", "search_b_"))}


def ids_on(client, url) -> BeautifulSoup:
    """Return what has an id on the page at ``url``, by that id."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    return {tag["id"]: tag for tag in page.find_all(id=True)}
