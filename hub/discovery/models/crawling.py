"""Who may read the site, as far as a site can ask for it."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from hub.core.fields import BodyField
from hub.discovery import robots
from hub.discovery.crawlers import ANSWERS, CRAWLERS, TRAINING, Crawler, refused
from hub.discovery.pages import blocked_pages
from hub.discovery.panels import CrawlersPanel, WarningsPanel

_GROUPS = {TRAINING: "Training", ANSWERS: "Answers"}


class ExceptionBlock(blocks.StructBlock):
    """One crawler that is treated otherwise than its kind."""

    crawler = blocks.ChoiceBlock(
        choices=[
            (label, [(crawler.name, crawler.label) for crawler in CRAWLERS if crawler.purpose == purpose])
            for purpose, label in _GROUPS.items()
        ]
    )
    is_allowed = blocks.BooleanBlock(required=False, label="May read the site")

    class Meta:
        icon = "pick"
        label_format = "{crawler}"


@register_setting(icon="site", order=130)
class CrawlerPolicy(BaseSiteSetting):
    """What robots.txt says in production. Search engines are always welcome: “keep out of search” is for pages."""

    allows_answers = models.BooleanField(
        "answer engines may read the site",
        default=True,
        help_text="ChatGPT, Claude, Perplexity and others fetch a page to answer somebody’s question, mostly with a "
        "link. Kept out, the practice is not named in their answers.",
    )
    allows_training = models.BooleanField(
        "training crawlers may read the site",
        default=False,
        help_text="They collect texts to train language models with. Keeping them out costs no place in any search.",
    )
    exceptions = BodyField(
        [("exception", ExceptionBlock())], blank=True, help_text="Crawlers you decide about one by one."
    )
    extra = models.TextField(
        "further lines of robots.txt",
        blank=True,
        help_text="For other crawlers: “User-agent: …” and below it “Disallow: /…”. Lines that would hide a page "
        "which asks to be left out of search are refused: what can’t be read can’t ask.",
    )

    panels = [
        WarningsPanel("robots"),
        MultiFieldPanel([FieldPanel("allows_answers"), FieldPanel("allows_training")], heading="AI crawlers"),
        FieldPanel("exceptions"),
        CrawlersPanel(heading="Who is who", classname="collapsed"),
        FieldPanel("extra"),
    ]

    class Meta:
        verbose_name = "crawlers and AI"

    def clean(self):
        super().clean()
        errors = {}
        if fault := self._fault_of_extra():
            errors["extra"] = fault
        chosen = [child.value.get("crawler") for child in self.exceptions if child.value]
        if twice := {name for name in chosen if name and chosen.count(name) > 1}:
            errors["exceptions"] = f"Decide only once about {', '.join(sorted(twice))}."
        if errors:
            raise ValidationError(errors)

    def _fault_of_extra(self) -> str:
        if len(self.extra) > robots.MOST_CHARACTERS:
            return f"At most {robots.MOST_CHARACTERS:,} characters: crawlers read no more."
        groups, faults = robots.parse(self.extra)
        if faults:
            return " ".join(str(fault) for fault in faults[:5])
        if any(robots.is_blocked("/", agent, groups) for agent in robots.SEARCH_ENGINES):
            return "These lines would hide the whole site from search engines."
        if blocked := blocked_pages(groups, self.site):
            named = ", ".join(blocked[:3])
            return (
                f"These lines hide pages that ask to be left out of search; nobody could read that they ask: {named}."
            )
        return ""

    @property
    def decided(self) -> dict[str, bool]:
        """Whether a crawler may read the site, by name, where it is decided one by one."""
        values = [child.value for child in self.exceptions if child.value and child.value.get("crawler")]
        return {value["crawler"]: bool(value.get("is_allowed")) for value in values}

    @property
    def refused(self) -> list[Crawler]:
        return refused({ANSWERS: self.allows_answers, TRAINING: self.allows_training}, self.decided)
