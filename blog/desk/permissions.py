"""Who sees what of all articles: whoever may work on them, and reviewers where it concerns reviewing."""

from wagtail.permission_policies.pages import PagePermissionPolicy

from blog.models import ArticlePage, ClinicalReviewTask

_WORK = {"add", "change", "publish"}
_policy = PagePermissionPolicy(ArticlePage)


def may_work_on_articles(user) -> bool:
    """Say whether somebody may write or publish anywhere where pages are."""
    return _policy.user_has_any_permission(user, _WORK)


def may_review(user) -> bool:
    """Say whether somebody is among those who sign articles off."""
    return user.is_active and ClinicalReviewTask.objects.filter(active=True, groups__user=user).exists()


def articles_worked_on(user):
    """Return the articles that somebody may write or publish."""
    return _policy.instances_user_has_any_permission_for(user, _WORK)
