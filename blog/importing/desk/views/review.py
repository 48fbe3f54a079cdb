"""The review of one document: what it says beside what it will be."""

from io import BytesIO

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView, View
from PIL import Image
from wagtail.admin import messages

from blog.importing.desk.changing import Stale, change, keep_details, keep_pictures
from blog.importing.desk.forms import DetailsForm, destination_of
from blog.importing.desk.making import undescribed
from blog.importing.desk.models import Document, Picture
from blog.importing.desk.queue import work_off
from blog.importing.desk.showing import shown_pieces, source_groups
from blog.importing.worksheets.lines import Refused
from hub.core.pictures import UnreadablePicture, clean_copy

from .base import START, DeskView, step_of

State = Document.State
_LARGEST_THUMBNAIL = 480
_MOST_PIXELS = 40_000_000


class ReviewView(DeskView, TemplateView):
    """GET shows a document. POST keeps the details and makes the change that ``do`` names.

    A script asks for the changing part of the screen alone (``X-Part: review``) and puts it in place; without one
    the whole screen comes again, at the part that was changed.
    """

    template_name = "importing/review.html"
    region_name = "importing/includes/region.html"

    def get_page_title(self):
        return self.reviewed.title or self.reviewed.name

    def steps(self):
        return [START, step_of(self.reviewed.batch)]

    def get(self, request, *args, **kwargs):
        self.reviewed = self.document()
        if not self.reviewed.is_open:
            return redirect(self.reviewed.batch)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        wanted = request.POST.get("do", "save")
        form = DetailsForm(request.POST, user=request.user)
        try:
            with transaction.atomic():
                self.reviewed = self.document(Document.objects.select_for_update(of=("self",)))
                if not self.reviewed.is_open:
                    messages.error(request, "This document can’t be changed at present.")
                    return redirect(self.reviewed.batch)
                said, place = self._apply(wanted, form)
        except Refused as error:
            self.reviewed = self.document()
            return self._answer(form, str(error), None, is_error=True)
        if not form.is_valid():
            return self._answer(form, "Please look at what is marked.", place, is_error=True)
        return self._make() if wanted == "make" else self._answer(form, said, place, is_error=False)

    def _apply(self, wanted: str, form) -> tuple[str, int | None]:
        """Keep what was filled in and make the change. Raises: Refused: nothing was changed."""
        document, posted = self.reviewed, self.request.POST
        if posted.get("version") != str(document.version):
            raise Stale
        if form.is_valid():
            keep_details(document, form)
        keep_pictures(document, posted)
        document.overwrite = "overwrite" in posted
        said, place = ("Saved.", None) if wanted in ("save", "make") else change(document, wanted, posted)
        document.version += 1
        document.save()
        return said, place

    def _answer(self, form, said: str, place: int | None, *, is_error: bool):
        """The changed part of the screen for a script; else the whole screen, anew where all is well."""
        if self.request.headers.get("X-Part") == "review":
            self.template_name = self.region_name
            shown = form if not form.is_valid() else None
            return self.render_to_response(
                self.get_context_data(form=shown, said=said, is_error=is_error, place=place),
                status=200 if not is_error else 422,
            )
        (messages.error if is_error else messages.success)(self.request, said)
        if is_error and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(f"{self.reviewed.get_absolute_url()}{f'#part-{place}' if place else ''}")

    def _make(self):
        """Make the draft at once, unless a picture is still to be described."""
        document = self.reviewed
        missing = undescribed(document.worksheet)
        if missing and "describe_later" not in self.request.POST:
            said = "Say what each picture shows, or that it is decorative; or tick “Describe pictures later”."
            messages.error(self.request, said)
            return self.render_to_response(self.get_context_data(wants_alt=True))
        document.made_by, document.state, document.reason = self.request.user, State.QUEUED, ""
        document.save()
        work_off(pk=document.pk)
        return redirect("importing:made", document.batch_id, document.pk)

    def get_context_data(self, **kwargs):
        document = self.reviewed
        worksheet = document.worksheet
        pictures = {picture.name: picture for picture in document.pictures.all()}
        missing = undescribed(worksheet)
        parts = shown_pieces(worksheet, pictures, missing)
        uncertain = [part.number for part in parts if part.piece.is_uncertain]
        initial = destination_of(document if document.place_id else document.batch) | {
            "title": worksheet.title,
            "subtitle": worksheet.subtitle,
            "slug": worksheet.facts.slug,
            "date": worksheet.facts.date,
        }
        return super().get_context_data(**kwargs) | {
            "document": document,
            "worksheet": worksheet,
            "groups": source_groups(document.source, worksheet),
            "parts": parts,
            "uncertain": uncertain,
            "undescribed": missing,
            "form": kwargs.get("form") or DetailsForm(initial=initial, user=self.request.user),
            "last_change": document.former.first(),
            "others": document.batch.documents.filter(state=State.READY).exclude(pk=document.pk),
            "position": kwargs.get("place"),
        }


class MadeView(DeskView, View):
    """Where a draft that was asked for is: on to the editor, or back to the review with the reason."""

    def get(self, request, *args, **kwargs):
        document = self.document()
        if document.state != State.MADE:
            if document.reason:
                messages.error(request, document.reason)
            return redirect(document if document.is_open else document.batch)
        messages.success(request, f"The draft “{document.article.get_admin_display_title()}” is made.")
        # What the reader noted was to be seen in the review.
        read = document.worksheet.notes if document.is_open else ()
        if later := [note for note in document.notes if note not in read]:
            more = f" And {len(later) - 2} more: see the import." if later[2:] else ""
            messages.warning(request, f"{' '.join(later[:2])}{more}", buttons=[_to_import(document)])
        return redirect("wagtailadmin_pages:edit", document.article_id)


def _to_import(document: Document):
    return messages.button(document.batch.get_absolute_url(), "The import")


class PictureView(DeskView, View):
    """A small copy of a picture that a document carries, drawn anew: nothing of the file itself is sent."""

    def get(self, request, *args, **kwargs):
        picture = get_object_or_404(Picture, document=self.document(), pk=self.kwargs["picture"])
        try:
            with picture.file.open("rb") as file:
                copy = clean_copy(file.read(), picture.name, _MOST_PIXELS)
        except (UnreadablePicture, OSError) as error:
            raise Http404("This picture can’t be shown.") from error
        out = BytesIO()
        with Image.open(copy) as image:
            image.thumbnail((_LARGEST_THUMBNAIL, _LARGEST_THUMBNAIL))
            image.convert("RGBA").save(out, "PNG")
        return HttpResponse(out.getvalue(), content_type="image/png")
