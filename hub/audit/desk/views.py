"""“Check this page” in the editor: takes the form as it stands and answers with what was found."""

from django.template.response import TemplateResponse
from wagtail.admin.views.pages.preview import PreviewOnEditView

from .drafts import Report, check_page

INVALID = "Some fields hold what can't be saved: the editor marks them when you save. Mend those first."


class CheckPageView(PreviewOnEditView):
    """For whoever may edit the page; Wagtail's preview view says so, and reads the form without saving it."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        form = self.get_form(request.POST)
        if self.validate_form(form):
            form.save(commit=False)
            report = check_page(self.object)
        else:
            report = Report(fault=INVALID)
        return TemplateResponse(request, "audit/desk/report.html", {"report": report})
