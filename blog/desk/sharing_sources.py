"""A reference of one article kept as a source that others can name, too."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from blog.models import ArticlePage
from blog.skeletons.prompts import prompts_in
from hub.core.models import Source
from hub.core.models.sources import may_share


class SourceForm(forms.ModelForm):
    url = forms.URLField(label="Address", required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = Source
        fields = Source.FIELDS

    def clean(self):
        """What many articles show is no note to a writer."""
        for name, value in list(super().clean().items()):
            if prompts_in(str(value or "")):
                self.add_error(name, "This is still a note to you. Write what it asks for first.")
        return self.cleaned_data


@require_POST
def share_source(request):
    """Keep a reference as a shared source, or find the one that says the same; return its block for the form.

    400: it can't be kept as it stands, with the reason in ``error``.
    """
    if not may_share(request.user):
        raise PermissionDenied
    form = SourceForm(request.POST)
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        return JsonResponse({"error": f"{form.fields[field].label}: {errors[0]}"}, status=400)
    source = Source.objects.filter(**form.cleaned_data).first()
    if source is None:
        source = form.save()
        source.save_revision(user=request.user, log_action="wagtail.create")
    block = ArticlePage._meta.get_field("references").stream_block.child_blocks["shared_reference"]
    return JsonResponse({"state": block.get_form_state(source), "name": str(source)})
