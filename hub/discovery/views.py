"""The files that machines ask for by name. All take GET and HEAD, set no cookie, and answer 304 to who has them."""

import functools

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site

from hub.core.models import CrisisSupport, Practice

from . import llms, manifest, overview, robots, security_txt
from .models import CrawlerPolicy, IndexNowSettings, SecurityContact
from .sitemaps import document, sections

HOUR = 3_600


def for_machines(seconds: int, *, is_found: bool = False):
    """Make a view of ``(request, site)`` into one of a file that may be kept for so many seconds.

    ``is_found`` says that search engines may list the file itself.
    """

    def decorate(view):
        @functools.wraps(view)
        @require_safe
        @conditional_page
        def wrapped(request, **kwargs):
            site = Site.find_for_request(request)
            if site is None:
                raise Http404("No site is set up here.")
            response = view(request, site, **kwargs)
            response["Cache-Control"] = f"public, max-age={seconds}"
            if not is_found:
                response["X-Robots-Tag"] = "noindex"
            return response

        return wrapped

    return decorate


def _text(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _xml(data: bytes) -> HttpResponse:
    return HttpResponse(data, content_type="application/xml; charset=utf-8")


@for_machines(HOUR // 6)
def sitemap_index(request, site):
    files = sections.files(site)
    if not files:
        raise Http404("There is no page to name.")
    address = functools.partial("{}/sitemap-{}-{}.xml".format, site.root_url)
    return _xml(document.index(document.Entry(address(name, number), last) for name, number, last in files))


@for_machines(HOUR // 6)
def sitemap(request, site, name, number):
    if not (entries := sections.entries(name, int(number), site)):
        raise Http404("There is no such part of the sitemap.")
    return _xml(document.sitemap(entries))


@for_machines(HOUR)
def robots_txt(request, site):
    policy = CrawlerPolicy.for_site(site)
    notes = [f"In one page, for language models: {site.root_url}/llms.txt"]
    if SecurityContact.for_site(site).is_published:
        notes.append(f"Whom to tell of a weakness: {site.root_url}/.well-known/security.txt")
    if not settings.SITE_IS_INDEXABLE:
        notes = ["This copy of the site is kept out of search engines: SITE_IS_INDEXABLE is off."]
    return _text(
        robots.write(
            is_indexable=settings.SITE_IS_INDEXABLE,
            refused=[crawler.name for crawler in policy.refused],
            extra=policy.extra,
            sitemap=f"{site.root_url}/sitemap.xml",
            notes=notes,
        )
    )


@for_machines(HOUR)
def llms_txt(request, site):
    practice = Practice.for_request(request)
    home = site.root_page.specific
    summary = home.description or practice.strapline
    details = overview.details(practice, CrisisSupport.for_request(request))
    return _text(llms.write(practice.display_name, summary, details, overview.sections(site)))


@for_machines(HOUR, is_found=True)
def security(request, site):
    contact = SecurityContact.for_site(site)
    if not contact.is_published:
        raise Http404("Nobody is named.")
    return _text(
        security_txt.write(
            contact.addresses,
            contact.expires,
            canonical=f"{site.root_url}{reverse('discovery:security')}",
            tags=security_txt.languages(contact.languages),
            policy=contact.policy,
            encryption=contact.encryption,
            acknowledgments=contact.acknowledgments,
            hiring=contact.hiring,
        )
    )


@for_machines(24 * HOUR, is_found=True)
def web_manifest(request, site):
    practice = Practice.for_request(request)
    shortcuts = [("Search", reverse("search"))]
    if page := practice.shown_consultation_page:
        shortcuts.append((page.title, page.get_url(request)))
    found = manifest.manifest(practice.display_name, practice.strapline, settings.LANGUAGE_CODE, static, shortcuts)
    return JsonResponse(found, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


@for_machines(HOUR)
def indexnow_key(request, site, key):
    """The file that shows search engines that the key is this site's."""
    found = IndexNowSettings.for_site(site)
    if not (found.is_on and found.key == key):
        raise Http404("That is no key.")
    return _text(key)
