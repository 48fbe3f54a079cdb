"""Articles in the editor: the rules of quality beside the form, and in front of publishing."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.models import Page, TaskState

from blog.models import ClinicalReviewTask
from blog.quality.gate import Verdict, exempt, judge
from blog.review.independence import why_only_return
from blog.review.signing import is_changed
from blog.skeletons import SKELETONS
from hub.core.desk.editing import PageCreateView, PageEditView

from .panels import QualitySidePanel, shown
from .reviewing import ReviewScreen, ids_of
from .starting import EMPTY, PARAMETER, SkeletonChoice, begin, begun

REASON = "quality-reason"
#: What passes the gate, by the name the form's button gives it.
_GATED = {"publish": "publish", "approve": "approve"}

_CHANGED = (
    "Not signed off: you have changed the text, and nobody signs off their own words. Save the draft and return it, so "
    "that the writer reads your change and submits it again."
)


class GatedForm:
    """Stops a form that would publish, schedule or approve an article in which something must be mended.

    What only should be mended passes with a reason, which is kept.
    """

    asks_why = is_stopped = False
    verdict: Verdict | None = None

    @property
    def gated_action(self) -> str:
        """What the form asks for, if the gate stands before it; else ""."""
        if self.action_name == "perform_workflow_action":
            return _GATED.get(self.request.POST.get("workflow-action-name", ""), "")
        return _GATED.get(self.action_name, "")

    def form_valid(self, form):
        action = self.gated_action
        if action:
            self.verdict = judge(form.instance)
            reason = self.request.POST.get(REASON, "").replace("\0", "").strip()
            # Asked before: the last approval ends the workflow.
            is_sign_off = self.is_sign_off(action)
            if is_sign_off and is_changed(form.instance):
                return self.shown_again(_CHANGED)
            if self.verdict.must or (self.verdict.should and not reason and not is_sign_off):
                return self.stopped(action)
            response = super().form_valid(form)
            if not is_sign_off:
                exempt(self.page, self.verdict, action, reason, self.request.user)
            return response
        return super().form_valid(form)

    def is_sign_off(self, action: str) -> bool:
        """Say whether this is a clinical review: it answers for the content, not for what only should be mended."""
        return action == "approve" and isinstance(self.page.current_workflow_task.specific, ClinicalReviewTask)

    def stopped(self, action: str):
        """Show the form again, with all that was typed, and say what stands in the way."""
        self.is_stopped = True
        self.asks_why = not self.verdict.must
        if self.verdict.must:
            count = len(self.verdict.must)
            told = f"Not {_done(action)}: {count} {'thing has' if count == 1 else 'things have'} to be fixed first."
        else:
            count = len(self.verdict.should)
            told = (
                f"Not yet {_done(action)}: {count} {'thing' if count == 1 else 'things'} should be fixed. "
                f"Fix {'it' if count == 1 else 'them'}, or say under Quality why it is right to go on."
            )
        return self.shown_again(f"{told} {self._first()}")

    def shown_again(self, told: str):
        self.has_unsaved_changes = True
        self.errors_debug = ""
        messages.error(self.request, told)
        return self.render_to_response(self.get_context_data())

    def _first(self) -> str:
        finding = (self.verdict.must or self.verdict.should)[0]
        return f"{finding.place.label}: {finding.message}"

    def get_side_panels(self):
        panels = list(super().get_side_panels())
        # Autosaving brings panels anew. This one keeps itself true, and would be cut off from its script.
        if not (self.expects_json_response or getattr(self, "hydrate_create_view", False)):
            verdict = self.verdict or judge(self.page)
            asked = {"is_stopped": self.is_stopped, "asks_why": self.asks_why}
            panels.append(
                QualitySidePanel(self.page, self.request, verdict=verdict, address=self.quality_address, **asked)
            )
        return MediaContainer(panels)


def _done(action: str) -> str:
    return {"publish": "published", "approve": "approved"}[action]


class ArticleEditView(GatedForm, PageEditView):
    @cached_property
    def quality_address(self):
        return reverse("quality:edit", args=[self.page.pk])


class ArticleCreateView(GatedForm, PageCreateView):
    @cached_property
    def quality_address(self):
        model = self.page._meta
        return reverse("quality:create", args=[model.app_label, model.model_name, self.parent_page.pk])

    def get(self, request):
        chosen = request.GET.get(PARAMETER)
        if chosen in SKELETONS:
            begin(self.page, SKELETONS[chosen])
            messages.info(request, begun(SKELETONS[chosen]))
        elif chosen != EMPTY:
            return SkeletonChoice.as_view(parent_page=self.parent_page)(request)
        return super().get(request)

    def form_valid(self, form):
        # The rules look at the tree, which has no place for the page yet.
        form.instance.set_url_path(self.parent_page)
        return super().form_valid(form)


class Live:
    """What the rules find in the form as it stands, as the panel's list."""

    def post(self, request, *args, **kwargs):
        form = self.get_form(request.POST)
        # What can't be saved is looked at all the same: its valid fields are in the instance.
        self.validate_form(form)
        verdict = judge(form.instance)
        return render(request, "blog/desk/findings.html", shown(verdict, form.instance, request.user))

    def get(self, request, *args, **kwargs):
        return HttpResponse(status=405)

    delete = get


class LiveEdit(Live, PreviewOnEditView):
    pass


class LiveCreate(Live, PreviewOnCreateView):
    def get_form(self, query_dict):
        return PreviewOnEditView.get_form(self, query_dict)


class GatedWorkflowAction(WorkflowActionView):
    """Approving from outside the editor: only what the gate would let pass without a word."""

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            # Nobody saves a draft between the look at it and the answer.
            Page.objects.select_for_update().get(pk=self.object.pk)
            if not TaskState.objects.filter(pk=self.task_state.pk, status=TaskState.STATUS_IN_PROGRESS).exists():
                messages.warning(request, "Nothing has been recorded: somebody else has answered meanwhile.")
                return self.leading_to(reverse("wagtailadmin_home"))
            told = self.in_the_way() if _GATED.get(self.action_name) else ""
            if not told:
                return self.incomplete() or super().post(request, *args, **kwargs)
        messages.error(request, told)
        return self.leading_to(reverse("wagtailadmin_pages:edit", args=[self.object.pk]))

    def leading_to(self, address: str):
        if self.is_modal:
            return self.render_modal_json(self.request, {"step": "success", "redirect": address})
        return redirect(address)

    @property
    def is_modal(self) -> bool:
        return self.request.headers.get("x-requested-with") == "XMLHttpRequest"

    def incomplete(self):
        """Show the reviewer's screen again where something is wrong with their answer; Wagtail's view drops it."""
        if self.is_modal or not isinstance(self.task, ClinicalReviewTask):
            return None
        form = self.form_class(self.request.POST, auto_id=ids_of(self.action_name))
        if form.is_valid():
            return None
        messages.error(self.request, "Nothing has been recorded: something is missing or wrong in your answer.")
        screen = ReviewScreen(answers={self.action_name: form})
        screen.setup(self.request, page_id=self.object.pk)
        return screen.render_to_response(screen.get_context_data())

    def in_the_way(self) -> str:
        """Return why the article can't be approved from here; "" if it can."""
        seen = self.request.POST.get("revision")
        if seen and seen != self.object.draft_version:
            return "Not approved: the draft was changed while you read it. Look at it again."
        verdict = judge(self.object.get_latest_revision_as_object())
        is_sign_off = isinstance(self.task, ClinicalReviewTask)
        found = verdict.must or ([] if is_sign_off else verdict.should)
        if not found:
            return ""
        return f"Not approved: {found[0].place.label}: {found[0].message} Mend it in the editor, or say there why not."


class AskingForAnswer(CollectWorkflowActionDataView):
    """The editor's questions before an answer. Its menu may offer a sign-off that a change has ruled out since."""

    def dispatch(self, request, *args, **kwargs):
        reason = self.ruled_out()
        if not reason:
            return super().dispatch(request, *args, **kwargs)
        return render_modal_workflow(
            request, "blog/review/ruled_out_modal.html", None, {"reason": reason}, json_data={"step": "action"}
        )

    def ruled_out(self) -> str:
        """Return why somebody who may return the article can't sign it off; "" where that is not what they ask for."""
        if self.action_name != "approve" or not isinstance(self.task, ClinicalReviewTask):
            return ""
        may_return = self.task.get_actions(self.object, self.request.user)
        return why_only_return(self.object, self.request.user) if may_return else ""
