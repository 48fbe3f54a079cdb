"""The page on which somebody without an account reads a draft and answers. No cookie, nothing in addresses."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from blog.models.review import ReturnForm, SignOffForm
from blog.quality.findings import Severity
from blog.quality.gate import judge
from hub.core.models import Practice
from hub.core.seo.head import HIDDEN, Head

from . import links
from .authorship import authors_of
from .signing import changes_since_review

CLOSED = (
    "This code opens nothing. It may have been used, taken back, or be too old, or the review is done. "
    "Ask the practice for a new one."
)


# Whoever holds the code may answer; it is in every form, and no cookie could be abused by another site's form.
@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class ReviewView(View):
    """GET asks for the code, which the link's script fills in. POST shows the draft, or takes the answer."""

    http_method_names = ("get", "post")

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def get(self, request):
        return self.page("review/ask.html", {})

    def post(self, request):
        link = links.find(request.POST.get("code", ""))
        if link is None:
            return self.page("review/ask.html", {"complaint": CLOSED}, status=403)
        links.opened(link)
        draft = link.article.specific.get_latest_revision_as_object()
        answer = request.POST.get("answer", "")
        approves = answer == "approve"
        forms = {"approve": SignOffForm(), "return": ReturnForm()}
        complaint = ""
        if answer in forms:
            form = forms[answer] = type(forms[answer])(request.POST)
            complaint = self.complaint(request, draft, form, link, approves)
            if not complaint:
                data = form.cleaned_data
                links.answer(link, data.get("reviewed_on"), data["comment"], approves=approves)
                return self.page("review/done.html", {"approves": approves})
        return self.draft(request, link, draft, forms, complaint)

    @staticmethod
    def complaint(request, draft, form, link, approves: bool) -> str:
        """Return why an answer can't be taken; "" if it can."""
        if request.POST.get("revision") != draft.draft_version:
            return "The draft was changed while you read it. Please look at it again: nothing has been sent."
        if not form.is_valid():
            return "Something is missing below. Nothing has been sent."
        if approves and link.reviewer_id in authors_of(link.article):
            return f"{link.reviewer.title} is the author by now: somebody else has to review it."
        if approves and (wanting := [one for one in judge(draft).must if one.severity == Severity.MUST]):
            return f"The article can't be signed off yet. {wanting[0].place.label}: {wanting[0].message}"
        return ""

    def draft(self, request, link, draft, forms, complaint):
        signed, changed = changes_since_review(draft)
        context = {
            "link": link,
            "code": request.POST["code"].strip(),
            "page": draft,
            "parts": draft.parts,
            "forms": forms,
            "complaint": complaint,
            "signed": signed,
            "changes": changed,
        }
        return self.page("review/read.html", context, status=200)

    def page(self, template: str, context: dict, status: int = 200) -> HttpResponse:
        site_name = Practice.for_request(self.request).display_name
        head = Head(title=f"A review for {site_name}", robots=HIDDEN, site_name=site_name)
        return render(self.request, f"blog/{template}", {**context, "head": head}, status=status)
