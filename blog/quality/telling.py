"""Findings as programs and people read them: the same wherever a command lists them."""

from collections.abc import Iterator

from blog.models import ArticlePage

from .findings import Finding


def address_of(page: ArticlePage) -> str:
    return page.get_url() or f"/{page.slug}/"


def as_row(page: ArticlePage, finding: Finding, is_public: bool | None = None) -> dict:
    """Return a finding as programs read it; ``is_public`` says whether visitors see it, else whether they see the page.

    ``block`` is the id of the block it stands in, "" for a field.
    """
    return {
        "page": page.pk,
        "title": page.title,
        "url": address_of(page),
        "is_public": page.live if is_public is None else is_public,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "where": finding.place.label,
        "block": finding.place.key if finding.place.is_block else "",
        "excerpt": finding.excerpt,
    }


def as_lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.severity:<14} {finding.rule}: {finding.message}"
    if finding.excerpt:
        yield f"{'':<15}{finding.place.label}: {finding.excerpt}"
