"""What is asked for: where drafts go, who wrote them, what they are about."""

from django import forms

from blog.importing.outline import LONGEST_SUBTITLE, LONGEST_TITLE
from blog.models import PersonPage, TopicPage

from .permissions import places_for


class PlaceField(forms.ModelChoiceField):
    def label_from_instance(self, page):
        return page.get_admin_display_title()


class TitlesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, page):
        return page.get_admin_display_title()


class DestinationForm(forms.Form):
    """Place, author and topics of the drafts of one document or of a whole batch."""

    place = PlaceField(queryset=None, label="Place", empty_label=None, error_messages={"required": "Choose a place."})
    author = PlaceField(queryset=None, label="Author", required=False, empty_label="Nobody yet")
    topics = TitlesField(
        queryset=None, label="Topics", required=False, widget=forms.CheckboxSelectMultiple, help_text="One to three."
    )

    def __init__(self, *args, user, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places_for(user)
        self.fields["author"].queryset = PersonPage.objects.order_by("title")
        self.fields["topics"].queryset = TopicPage.objects.order_by("title")

    def keep_in(self, target) -> None:
        """Set what was chosen on a batch or document, and save it."""
        target.place = self.cleaned_data["place"]
        target.author = self.cleaned_data["author"]
        target.save()
        target.topics.set(self.cleaned_data["topics"])


def destination_of(target) -> dict:
    """What is chosen for a batch or document, as a form's initial data."""
    return {"place": target.place_id, "author": target.author_id, "topics": [topic.pk for topic in target.topics.all()]}


class DetailsForm(DestinationForm):
    """The same with what stands above the text of an article."""

    title = forms.CharField(max_length=LONGEST_TITLE, error_messages={"required": "An article needs a title."})
    subtitle = forms.CharField(
        max_length=LONGEST_SUBTITLE, label="Standfirst", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    slug = forms.SlugField(
        max_length=200,
        required=False,
        label="Address",
        help_text="The end of its web address. Empty: made of the title.",
    )
    date = forms.DateField(
        required=False,
        label="Published on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Empty: the day it is first published.",
    )

    field_order = ["title", "subtitle", "place", "author", "topics", "slug", "date"]
