"""The form for a redirect: it refuses loops, and lets a redirect follow its page."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from hub.addresses.history import occupied, roots
from hub.addresses.resolving import FURTHEST, local_path
from hub.addresses.settling import candidates

PAGE_HERE = "There is a page at this address, so that nobody would ever be redirected. Rename or move that page first."
NOT_AN_ADDRESS = "Enter an address that begins with https:// or http://, or a path of this site that begins with /."
NO_TARGET = "Choose a page, or enter a web address."
LOOP = "That address leads back to the one redirected here. Choose where it should end."
TOO_FAR = "That address leads through too many other redirects. Enter the address where they end."


class AddressForm(RedirectForm):
    """Wagtail's form, held to three rules: no page at the address, an end to the redirect, a page for an end.

    An address of this site is stored as its page, so that later moves of that page cost nothing.
    """

    redirect_link = forms.CharField(
        required=False,
        max_length=255,
        label="Redirect to any address",
        help_text="https://…, or a path of this site: /…",
    )

    def clean_redirect_link(self):
        link = self.cleaned_data["redirect_link"]
        if link.startswith("/") and not link.startswith("//"):
            site = self.cleaned_data.get("site") or Site.objects.filter(is_default_site=True).first()
            return f"{site.root_url}{link}" if site else link
        if link and not link.lower().startswith(("http://", "https://")):
            raise ValidationError(NOT_AN_ADDRESS)
        return link

    def clean(self):
        super().clean()
        data = self.cleaned_data
        if not data.get("old_path") or self.errors:
            return data
        site = data.get("site")
        sites = [site] if site else list(Site.objects.select_related("root_page"))
        old = Redirect.normalise_path(data["old_path"])
        if "?" not in old:
            old = data["old_path"] = old.lower()
            if occupied((one.pk, old) for one in sites):
                self.add_error("old_path", PAGE_HERE)
        if not data.get("redirect_page") and not data.get("redirect_link"):
            raise ValidationError(NO_TARGET)
        if data.get("redirect_link") and not data.get("redirect_page"):
            self._settle_link(old, sites)
        elif data.get("redirect_page") and self._is_own_address(data["redirect_page"], old, sites):
            self.add_error("redirect_page", LOOP)
        return data

    @staticmethod
    def _is_own_address(page, old, sites) -> bool:
        """Whether a page that is not live yet will be at the very address that is to be redirected."""
        ids = {site.pk for site in sites}
        return any(root.address(page.url_path) == old for root in roots() if root.site_id in ids)

    def _settle_link(self, old, sites):
        try:
            for site in sites:
                self._follow(self.cleaned_data["redirect_link"], old, site)
        except ValidationError as error:
            self.add_error("redirect_link", error)

    def _follow(self, link, old, site):
        """Find where ``link`` ends on ``site``. Raises: ValidationError: it leads back to ``old``, or too far."""
        for _ in range(FURTHEST):
            local = local_path(link, site)
            if local is None:
                return
            wanted = candidates(local[0])
            page = self._page_at(wanted, site)
            asked = Redirect.normalise_path(f"{local[0]}?{local[1]}" if local[1] else local[0])
            if asked == old or (page is None and old in wanted):
                raise ValidationError(LOOP)
            if page and not local[1] and not local[2]:
                self.cleaned_data.update(redirect_page=page, redirect_link="")
                return
            row = Redirect.get_for_site(site).filter(old_path__in=wanted).exclude(pk=self.instance.pk).first()
            if page or row is None:
                return
            if row.redirect_page_id:
                self.cleaned_data.update(redirect_page=row.redirect_page, redirect_link="")
                return
            link = row.redirect_link
        raise ValidationError(TOO_FAR)

    @staticmethod
    def _page_at(wanted, site):
        root = site.root_page.url_path.rstrip("/")
        found = {page.url_path: page for page in Page.objects.filter(url_path__in=[f"{root}{a}/" for a in wanted])}
        return next((found[path] for a in wanted if (path := f"{root}{a}/") in found and found[path].live), None)
