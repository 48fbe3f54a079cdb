"""The reviewer's screen in the admin: what changed, what the rules find, the draft, and the answer."""

import logging

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.models import ArticlePage, ClinicalReviewTask, PersonPage, ReviewLink
from blog.models.review import ReturnForm, SignOffForm
from blog.quality.gate import judge
from blog.review import links, waiting
from blog.review.independence import authors, why_not, why_not_by_link, why_only_return
from blog.review.signing import changes_since_review
from hub.core import letters
from hub.core.models import Practice

from .panels import shown

logger = logging.getLogger(__name__)


class LinkForm(forms.Form):
    """To whom a link is sent."""

    reviewer = forms.ModelChoiceField(
        PersonPage.objects.none(), help_text="The person whose name the review will carry.", label="Reviewer"
    )
    email = forms.EmailField(label="E-mail address", help_text="The link is sent there and shown nowhere.")

    def __init__(self, *args, article, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.article, self.user = article, user
        self.fields["reviewer"].queryset = PersonPage.objects.live().exclude(pk__in=authors(article)).order_by("title")

    def clean_reviewer(self):
        reviewer = self.cleaned_data["reviewer"]
        if why_not_by_link(self.article, reviewer):
            raise forms.ValidationError("Choose somebody else: they have submitted the article or changed its text.")
        return reviewer

    def clean_email(self):
        email = self.cleaned_data["email"]
        for account in get_user_model().objects.filter(email__iexact=email):
            if account == self.user:
                raise forms.ValidationError("This is your own address: a link is for somebody without an account.")
            if why_not(self.article, account):
                raise forms.ValidationError("This is the address of somebody who wrote or submitted the article.")
        return email


def article_of(request, page_id: int) -> ArticlePage:
    """Return the latest draft of an article that is in clinical review, for somebody who may read it there.

    Raises: PermissionDenied: they may neither edit nor review it.
    """
    page = get_object_or_404(ArticlePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def may_send_links(article: ArticlePage, user) -> bool:
    """Say whether somebody may: who only writes could send one to themselves, and sign off their own article."""
    return article.permissions_for_user(user).can_publish()


def in_review(article: ArticlePage) -> bool:
    task = article.current_workflow_task
    return bool(task) and isinstance(task.specific, ClinicalReviewTask)


def ids_of(action: str) -> str:
    """Return how the fields of an answer are called on the screen, where both forms stand."""
    return f"id_{action}_%s"


class ReviewScreen(WagtailAdminTemplateMixin, TemplateView):
    template_name = "blog/desk/review.html"
    header_icon = "tasks"
    page_title = "Clinical review"
    #: Answers in which something was wrong, as bound forms by action: shown again with what was typed.
    answers: dict[str, forms.Form] = {}

    @cached_property
    def article(self):
        return article_of(self.request, self.kwargs["page_id"])

    def get_page_subtitle(self):
        return self.article.get_latest_revision_as_object().title

    def get_breadcrumbs_items(self):
        title = self.get_page_subtitle()
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.article.pk]), "label": title},
            # The last is all that is seen of them at first.
            {"url": "", "label": f"{self.page_title}: {title}"},
        ]

    def answering(self) -> tuple[set[str], str]:
        """Return by what they may answer who look at this, and why not by all: "approve", "reject"."""
        user = self.request.user
        if not in_review(self.article):
            return set(), "The article is not in clinical review."
        task = self.article.current_workflow_task.specific
        actions = {name for name, *_ in task.get_actions(self.article, user)}
        if "approve" in actions:
            return actions, ""
        if actions:
            return actions, why_only_return(self.article, user)
        return actions, why_not(self.article, user) or "You are not among the clinical reviewers."

    def get_context_data(self, **kwargs):
        draft = self.article.get_latest_revision_as_object()
        actions, reason = self.answering()
        signed, changed = changes_since_review(draft)
        return super().get_context_data(**kwargs) | {
            "article": draft,
            "state": self.article.current_workflow_task_state,
            "in_review": in_review(self.article),
            "reason": reason,
            "actions": actions,
            "sign_off_form": self.answers.get("approve") or SignOffForm(auto_id=ids_of("approve")),
            "return_form": self.answers.get("reject") or ReturnForm(auto_id=ids_of("reject")),
            "may_send_links": may_send_links(self.article, self.request.user),
            "link_form": kwargs.get("link_form") or LinkForm(article=self.article, user=self.request.user),
            "links": ReviewLink.objects.filter(article=self.article).select_related("reviewer")[:10],
            "signed": signed,
            "changes": changed,
            "verdict": shown(judge(draft), draft, self.request.user),
        }

    def post(self, request, page_id):
        """Send a link to somebody without an account."""
        if not may_send_links(self.article, request.user):
            raise PermissionDenied
        form = LinkForm(request.POST, article=self.article, user=request.user)
        if not in_review(self.article):
            messages.error(request, "The article is not in clinical review: submit it first.")
        elif form.is_valid() and self.send(form.cleaned_data):
            messages.success(request, "The link is sent.")
            return redirect(request.path)
        return self.render_to_response(self.get_context_data(link_form=form))

    def send(self, to: dict) -> bool:
        """Send a link; say whether the mail was taken."""
        practice = Practice.for_request(self.request).display_name
        try:
            links.send(self.article, to["reviewer"], to["email"], self.request.user, practice)
        except letters.FAULTS as error:
            logger.warning("A review link could not be mailed (%s).", letters.told(error))
            messages.error(self.request, "The mail could not be sent, and there is no link. Try again in a while.")
            return False
        return True


@require_POST
def revoke_link(request, page_id: int, link_id: int):
    article = article_of(request, page_id)
    if not may_send_links(article, request.user):
        raise PermissionDenied
    links.revoke(get_object_or_404(ReviewLink, pk=link_id, article=article), request.user)
    messages.success(request, "The link opens nothing any more.")
    return redirect("quality:review", page_id=page_id)


@require_POST
def begin_review(request, page_id: int):
    """Begin the next review of an article that is due."""
    article = get_object_or_404(ArticlePage, pk=page_id)
    if article.current_workflow_state:
        article_of(request, page_id)
        messages.warning(request, "The review of this article has begun already.")
        return redirect("quality:review", page_id=page_id)
    if not waiting.may_begin(article, request.user):
        raise PermissionDenied
    waiting.begin(article, request.user)
    messages.success(request, f"The review of “{article.title}” has begun.")
    if why_not(ArticlePage.objects.get(pk=article.pk), request.user) or not waiting.is_reviewer(request.user):
        return redirect("wagtailadmin_home")
    return redirect("quality:review", page_id=page_id)
