"""Where settings contradict each other, or a day has come, said to those who can change it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from . import robots, security_txt
from .crawlers import ANSWERS, CRAWLERS
from .models import CrawlerPolicy, IndexChange, IndexNowSettings, SecurityContact
from .pages import blocked_pages

#: How many pages a message names.
NAMED = 3

MODELS = {"robots": CrawlerPolicy, "security": SecurityContact, "indexnow": IndexNowSettings}


@dataclass(frozen=True)
class Warning:
    """``about`` is a key of MODELS; ``status`` is "warning" or "critical"."""

    about: str
    message: str
    status: str
    url: str


def warnings(site: Site) -> list[Warning]:
    """Return what contradicts itself on ``site``. At most seven queries.

    Where robots.txt has lines of its own, one more for each page type.
    """
    policy, contact, indexnow = (model.objects.filter(site=site).first() for model in MODELS.values())
    found = [
        *(_of_robots(policy, site) if policy else ()),
        *(_of_security(contact) if contact else ()),
        *(_of_indexnow(indexnow) if indexnow and indexnow.is_on else ()),
        *_of_home(site),
    ]
    return [Warning(about, message, status, _address(about, site)) for about, status, message in found]


def _address(about: str, site: Site) -> str:
    if about == "home":
        return reverse("wagtailadmin_pages:edit", args=[site.root_page_id])
    model = MODELS[about]
    return reverse("wagtailsettings:edit", args=[model._meta.app_label, model._meta.model_name, site.pk])


def _of_robots(policy: CrawlerPolicy, site: Site):
    answering = {crawler.name for crawler in CRAWLERS if crawler.purpose == ANSWERS}
    if answering <= {crawler.name for crawler in policy.refused}:
        yield "robots", "warning", "llms.txt and the Markdown twins are made for answer engines, and all are kept out."
    if blocked := blocked_pages(robots.parse(policy.extra)[0], site):
        names = ", ".join(blocked[:NAMED]) + (f" and {len(blocked) - NAMED} more" if len(blocked) > NAMED else "")
        yield (
            "robots",
            "critical",
            f"robots.txt hides pages that ask to be left out of search, so that nobody reads that they ask: {names}.",
        )


def _of_security(contact: SecurityContact):
    left = contact.days_left()
    if left is None:
        return
    if left < 0:
        yield (
            "security",
            "critical",
            f"security.txt expired on {contact.expires_on:%-d %B %Y}: nobody relies on it now.",
        )
    elif left <= security_txt.WARN_DAYS:
        when = "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days"
        yield "security", "warning", f"security.txt expires {when}. Look through the details, then set a new day."


def _of_indexnow(indexnow: IndexNowSettings):
    if not settings.SITE_IS_INDEXABLE:
        yield "indexnow", "warning", "Nothing is sent from here: this copy of the site is kept out of search engines."
    elif urlsplit(settings.SITE_URL).scheme != "https":
        yield "indexnow", "warning", "The site’s address is not secure (https), and search engines may not take it."
    failed = IndexChange.objects.filter(site=indexnow.site_id, failed_at__isnull=False).count()
    if failed:
        yield "indexnow", "warning", f"{failed} address{'es' * (failed > 1)} could not be sent to search engines."


def _of_home(site: Site):
    if getattr(site.root_page.specific, "noindex", False):
        yield "home", "critical", "The home page asks search engines to leave it out."
