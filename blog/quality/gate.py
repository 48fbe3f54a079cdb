"""The gate that an article passes before it is public: what must be mended, what may be left for a reason."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils import timezone

from blog.models import ArticlePage, Dismissal, Exemption, QualityWords

from .articles import draft_of, surroundings_of
from .checking import check
from .draft import Draft
from .findings import Finding, Severity
from .prose import Measures, measure
from .rules import RULES, Context

_RULES = {rule.id: rule for rule in RULES}


@dataclass(frozen=True)
class Verdict:
    """What the rules say of an article as it stands in memory, without what has been dismissed."""

    draft: Draft
    findings: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = field(default=())

    def of(self, severity: Severity) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == severity]

    @property
    def must(self) -> list[Finding]:
        return self.of(Severity.MUST)

    @property
    def should(self) -> list[Finding]:
        return self.of(Severity.SHOULD)

    @cached_property
    def measures(self) -> Measures:
        return measure(passage.text for passage in self.draft.running)


def judge(page: ArticlePage, lists=None, coming: frozenset[int] = frozenset()) -> Verdict:
    """Return the verdict on ``page`` as it stands in memory: a draft, or a form that has not been saved.

    ``coming``: see ``surroundings_of``.
    """
    draft = draft_of(page)
    lists = lists or QualityWords.load().lists()
    found = check(draft, Context(timezone.localdate(), lists, surroundings_of(page, draft, coming)))
    kept = page.dismissals.select_related("by") if page.pk else ()
    # By its rule too: what a browser said of another finding lets nothing through that must be fixed.
    known = {(dismissal.key, dismissal.rule): dismissal for dismissal in kept}
    left_be = {one: known.get((one.key, one.rule)) if may_be_dismissed(one) else None for one in found}
    return Verdict(
        draft,
        tuple(finding for finding, dismissal in left_be.items() if not dismissal),
        tuple((finding, dismissal) for finding, dismissal in left_be.items() if dismissal),
    )


def may_be_dismissed(finding: Finding) -> bool:
    """Say whether a person may know better than the rule: never where a fact is missing that must be there.

    A rule that only asks, but for once finds what must be fixed, has found such a fact: a link without a word.
    """
    rule = _RULES[finding.rule]
    return rule.is_judgement and (finding.severity != Severity.MUST or rule.severity == Severity.MUST)


def needs_a_publisher(finding: Finding) -> bool:
    """Say whether only somebody who may publish can leave it be: its rule can stop an article."""
    return _RULES[finding.rule].severity == Severity.MUST


def exempt(page: ArticlePage, verdict: Verdict, action: str, reason: str, user) -> Exemption | None:
    """Keep why an article is passed though something should be mended; nothing where nothing should."""
    if not verdict.should:
        return None
    told = [
        {"rule": finding.rule, "message": finding.message, "where": finding.place.label, "excerpt": finding.excerpt}
        for finding in verdict.should
    ]
    return Exemption.objects.create(article=page, action=action, reason=reason, findings=told, by=user)
