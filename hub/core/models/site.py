"""Settings of the whole site: who the practice is, and where help is to be had now."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http.request import split_domain_port
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page, Site

from hub.core.blocks.site import CrisisLineBlock, ProfileBlock
from hub.core.fields import BodyField
from hub.core.querysets import only_published
from hub.core.seo.head import DEFAULT_PATTERN, is_pattern

from .places import Place

#: The site's root page and its own type, by the name that type's parent link has.
ROOT_PAGE = "root_page__homepage"


class Kind(models.TextChoices):
    """The types of schema.org that a practice may be."""

    PROFESSIONAL_SERVICE = "ProfessionalService", "Counselling or therapy practice"
    MEDICAL_BUSINESS = "MedicalBusiness", "Health practice with registered clinicians"
    MEDICAL_CLINIC = "MedicalClinic", "Clinic"
    PSYCHIATRIC = "Psychiatric", "Psychiatric practice, led by a psychiatrist"
    LOCAL_BUSINESS = "LocalBusiness", "None of these: a local business"


@register_setting(icon="home", order=100)
class Practice(Place, BaseSiteSetting):
    """Who runs the site, in one place, so that a telephone number is changed once."""

    name = models.CharField(max_length=80, blank=True, help_text="The practice's name as readers know it.")
    strapline = models.CharField(max_length=120, blank=True, help_text="A few words beside the name.")
    logo = models.ForeignKey(
        "core.HubImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown small, beside the name. Leave empty for the drawn mark.",
    )
    kind = models.CharField(
        max_length=24,
        choices=Kind.choices,
        default=Kind.PROFESSIONAL_SERVICE,
        help_text="What search engines are told the practice is. Without an address it is an organisation.",
    )
    title_pattern = models.CharField(
        max_length=80,
        default=DEFAULT_PATTERN,
        help_text="The title of pages in results and browser tabs: {title} is the page's, {practice} the practice's.",
    )
    profiles = BodyField(
        [("profile", ProfileBlock())],
        blank=True,
        verbose_name="social profiles",
        help_text="Links in the footer. Nothing is loaded from them.",
    )
    consultation_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Where invitations lead when they name no page of their own.",
    )
    disclaimer = models.TextField(
        blank=True,
        default=(
            "This article is general information. It does not replace advice from somebody who knows you and "
            "your circumstances."
        ),
        help_text="Printed at the end of every article.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("strapline"), FieldPanel("logo")], heading="Name"),
        MultiFieldPanel(
            [FieldPanel("telephone"), FieldPanel("email"), FieldPanel("consultation_page")], heading="Contact"
        ),
        Place.address_panel,
        FieldPanel("area_served"),
        FieldPanel("opening_hours"),
        FieldPanel("profiles"),
        FieldPanel("disclaimer"),
        MultiFieldPanel([FieldPanel("kind"), FieldPanel("title_pattern")], heading="Search engines"),
    ]

    #: Whether a visitor may see the consultation page, where ``load_site`` has asked.
    shows_consultation_page: bool | None = None

    class Meta:
        verbose_name = "practice"

    @property
    def display_name(self) -> str:
        return self.name or self.site.site_name or self.site.hostname

    @property
    def shown_consultation_page(self):
        """The page invitations lead to, where a visitor may see it."""
        page = self.consultation_page
        if self.shows_consultation_page is None:
            return page if page and page.live else None
        return page if self.shows_consultation_page else None

    def clean(self):
        super().clean()
        if not is_pattern(self.title_pattern):
            raise ValidationError(
                {"title_pattern": "Write {title} where the page's title belongs; {practice} is the only other field."}
            )


@register_setting(icon="warning", order=110)
class CrisisSupport(BaseSiteSetting):
    """The lines that every urgent-help panel and the footer show."""

    introduction = models.CharField(
        max_length=240,
        blank=True,
        default="If you might hurt yourself or someone else, or are in danger, please contact one of these now.",
        help_text="One plain sentence above the lines.",
    )
    emergency_number = models.CharField(
        max_length=40, blank=True, help_text="What to call when life is in danger, for example 999."
    )
    lines = BodyField(
        [("line", CrisisLineBlock())],
        blank=True,
        help_text="Shown in the footer of every page and in every urgent-help panel. Check them at least once a year.",
    )

    panels = [FieldPanel("introduction"), FieldPanel("emergency_number"), FieldPanel("lines")]

    class Meta:
        verbose_name = "crisis support"


def load_site(request) -> Site:
    """Find the request's site with its root page and settings in one query, and leave them where Wagtail looks.

    The choice among sites is Wagtail's: host and port, else the host's only or default site, else the default.

    Raises: Site.DoesNotExist: no site is set up, or none of them is this one.
    """
    hostname = split_domain_port(request._get_raw_host())[0]
    port = request.get_port()
    consultation = only_published(Page.objects.filter(pk=models.OuterRef("practice__consultation_page")))
    found = list(
        Site.objects.filter(models.Q(hostname=hostname) | models.Q(is_default_site=True))
        .select_related(ROOT_PAGE, "practice__logo", "practice__consultation_page", "crisissupport")
        .annotate(shows_consultation_page=models.Exists(consultation))
    )
    same_host = [site for site in found if site.hostname == hostname]
    same_port = [site for site in same_host if str(site.port) == port]
    default = [site for site in found if site.is_default_site]
    only = same_host if len(same_host) == 1 else [site for site in same_host if site.is_default_site]
    chosen = same_port or only or default
    if not chosen:
        raise Site.DoesNotExist
    site = chosen[0]
    if root := getattr(site.root_page, ROOT_PAGE.partition("__")[2], None):
        site.root_page = root
    request._wagtail_site = site
    keep_settings(request, site)
    return site


def keep_settings(request, site) -> None:
    """Leave the settings of ``site`` where Wagtail looks for them; those nobody has filled in stay unsaved."""
    for setting in (Practice, CrisisSupport):
        value = getattr(site, setting.__name__.lower(), None) or setting(site=site)
        value._request = request
        if setting is Practice:
            value.shows_consultation_page = getattr(site, "shows_consultation_page", None)
        setattr(request, setting.get_cache_attr_name(), value)
