"""What the panel asks for: the form as it stands, seen from outside. For whoever may edit the page, or add it there."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from hub.core.models import BasePage

from .seeing import appearance_of


class FormOfPage(PreviewOnEditView):
    """Reads the form of a page that is there; Wagtail's view of previews asks who may, and nothing is kept of it."""

    http_method_names = ["post"]

    def get_object(self):
        page = super().get_object()
        if not isinstance(page, BasePage):
            raise Http404("Pages of this type have no head of ours.")
        return page

    def post(self, request, *args, **kwargs):
        form = self.get_form(request.POST)
        is_valid = self.validate_form(form)
        if is_valid:
            form.save(commit=False)
        # What can't be saved is looked at all the same: its valid fields are in the instance.
        page = form.instance
        self.place(page)
        if not request.POST.get("title", "").strip():
            # Wagtail puts one in, so that a page without a title can be previewed.
            page.title = ""
        return self.answer(page, is_valid)

    def place(self, page) -> None:
        """Give a page that has no place in the tree yet the one it will have."""

    def answer(self, page, is_valid: bool) -> HttpResponse:
        raise NotImplementedError


class FormOfNewPage(FormOfPage, PreviewOnCreateView):
    """Reads the form of a page that was never saved."""

    @cached_property
    def parent_page(self):
        return get_object_or_404(Page, id=self.parent_object_id).specific

    def get_object(self):
        model = self.content_type.model_class()
        if model is None or not issubclass(model, BasePage):
            raise Http404("Pages of this type have no head of ours.")
        if not self.parent_page.permissions_for_user(self.request.user).can_add_subpage():
            raise PermissionDenied
        if not model.can_create_at(self.parent_page):
            raise PermissionDenied
        return PreviewOnCreateView.get_object(self)

    def get_form(self, query_dict):
        return PreviewOnEditView.get_form(self, query_dict)

    def place(self, page):
        page.live = False
        page.set_url_path(self.parent_page)


class Seen:
    """Answers with the page in search results and shared, as a piece of HTML for the panel."""

    def answer(self, page, is_valid):
        context = {"appearance": appearance_of(page), "is_valid": is_valid}
        return render(self.request, "core/desk/appearance.html", context)


class OnPhone:
    """Answers with the page itself, as its preview shows it to a reader who is not signed in."""

    def answer(self, page, is_valid):
        shown = page.make_preview_request(None, page.default_preview_mode)
        if shown.status_code != 200:
            return HttpResponse("The page can’t be shown as it is.", status=422, content_type="text/plain")
        return HttpResponse(shown.content, content_type="text/html")


class SeenOnEdit(Seen, FormOfPage):
    pass


class SeenOnCreate(Seen, FormOfNewPage):
    pass


class OnPhoneOnEdit(OnPhone, FormOfPage):
    pass


class OnPhoneOnCreate(OnPhone, FormOfNewPage):
    pass
