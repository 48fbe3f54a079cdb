"""What llms.txt says of a site: eight queries, and one for each further page type."""

from wagtail.models import Site

from blog.models import ArticleIndexPage, ArticlePage, PersonPage, TopicPage
from blog.models.twins import twin_address
from home.models import HomePage
from hub.core.models import CrisisSupport, Practice
from hub.core.reading import excerpt

from .llms import Link, Section
from .pages import address_of, indexable, page_types

#: So that the file stays within what a machine reads at once; the sitemap has all of them.
NEWEST = 300
_TOLD_APART = (HomePage, ArticleIndexPage, ArticlePage, PersonPage, TopicPage)


def details(practice: Practice, crisis: CrisisSupport) -> list[str]:
    """What whoever quotes the site should know: that it replaces no advice, and where help is to be had now."""
    found = [practice.disclaimer]
    if crisis.emergency_number:
        found.append(f"{crisis.introduction} If life is in danger now: {crisis.emergency_number}.")
    lines = [_crisis_line(child.value) for child in crisis.lines if child.value]
    if lines:
        found.append(f"Help lines: {'; '.join(lines)}.")
    return found


def _crisis_line(line) -> str:
    ways = [line.get("number")]
    if line.get("text_number"):
        ways.append(f"text {line.get('text_keyword') or ''} to {line['text_number']}".replace("  ", " "))
    how = " or ".join(way for way in ways if way) or line.get("url")
    name = f"{line.get('name')} ({line.get('region')})" if line.get("region") else line.get("name")
    return ", ".join(part for part in (name, how, line.get("hours")) if part)


def sections(site: Site) -> list[Section]:
    """Return the lists of links, articles by their Markdown twins."""
    others = [model for model in page_types() if model not in _TOLD_APART]
    articles = indexable(ArticlePage, site).newest_first()
    indexes = _links(indexable(ArticleIndexPage, site).order_by("path"), site)
    return [
        Section("Topics", _links(indexable(TopicPage, site).order_by("title", "pk"), site)),
        Section("Articles", [_twin(link) for link in _links(articles, site)]),
        Section("People", _links(indexable(PersonPage, site).order_by("title", "pk"), site)),
        Section(
            "The practice", [link for model in others for link in _links(indexable(model, site).order_by("path"), site)]
        ),
        Section("Optional", [*indexes, Link("Sitemap", f"{site.root_url}/sitemap.xml", "Every page, with dates.")]),
    ]


def _links(pages, site: Site) -> list[Link]:
    fields = ("title", "url_path", "search_description", "standfirst")
    return [
        Link(title, address_of(path, site), description or excerpt(standfirst))
        for title, path, description, standfirst in pages.values_list(*fields)[:NEWEST]
    ]


def _twin(link: Link) -> Link:
    """The same article as Markdown."""
    return Link(link.title, twin_address(link.address), link.about)
