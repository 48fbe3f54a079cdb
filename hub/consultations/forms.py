"""The form a reader fills in. GOV.UK's patterns: say what is wrong and how to mend it, and lose nothing."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError

from .models import ContactBy, Discretion

MOST_CHARACTERS = 1000

_CONTROL = re.compile(r"[^\S\n\t]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TELEPHONE = re.compile(r"\+?[\d (). /-]{5,30}(?: ?(?:ext|x)\.? ?\d{1,6})?", re.ASCII | re.IGNORECASE)
_LINK = re.compile(
    r"https?:|www\.|\[url|</?a\b|\b[a-z0-9-]+\.(?:com|net|org|info|ru|xyz|top|shop|site)\b", re.IGNORECASE
)


def links_in(text: str) -> int:
    return len(_LINK.findall(text))


def cleaned(text: str) -> str:
    """Return ``text`` in one form: composed, "\\n" at the end of lines, without characters that control a terminal."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub(lambda found: " " if found[0].isspace() else "", text)


class LineField(forms.CharField):
    """One line of text."""

    def to_python(self, value):
        return " ".join(cleaned(value).split()) if isinstance(value, str) else ""


class TextField(forms.CharField):
    """Several lines of text."""

    widget = forms.Textarea

    def to_python(self, value):
        return cleaned(value).strip() if isinstance(value, str) else ""


class TelephoneField(LineField):
    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def to_python(self, value):
        return unicodedata.normalize("NFKC", super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if value and (not _TELEPHONE.fullmatch(value) or sum(letter.isdigit() for letter in value) < 5):
            raise ValidationError("Enter a telephone number with its area code, such as 01632 960 001")


class EmailField(forms.EmailField):
    widget = forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"})

    def to_python(self, value):
        return " ".join(cleaned(value).split()) if isinstance(value, str) else ""


class RequestForm(forms.Form):
    """A request for help. ``page`` decides which optional fields there are, and what there is to choose from."""

    name = LineField(
        label="What should we call you?",
        help_text="A first name is enough. It need not be the one on your papers.",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={
            "required": "Enter what we should call you",
            "max_length": "Use at most 80 characters for your name",
        },
    )
    contact_by = forms.ChoiceField(
        label="How would you like to hear from us?",
        choices=ContactBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you would like to hear from us"},
    )
    telephone = TelephoneField(
        label="Telephone number",
        required=False,
        max_length=40,
        error_messages={"max_length": "A telephone number has at most 40 characters"},
    )
    email = EmailField(
        label="E-mail address",
        required=False,
        max_length=254,
        error_messages={
            "invalid": "Enter an e-mail address such as name@example.com",
            "max_length": "An e-mail address has at most 254 characters",
        },
    )
    discretion = forms.ChoiceField(
        label="Is it safe to leave a message, or to say who we are?",
        help_text="Somebody else may pick up your telephone or see your screen.",
        choices=Discretion.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is safe for you"},
    )
    times = LineField(
        label="When is a good time?",
        help_text="For example: weekdays after 4 pm.",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "Use at most 200 characters for the times"},
    )
    subject = forms.ChoiceField(
        label="Who or what is it about?", help_text="If you aren’t sure, leave it as it is.", required=False
    )
    message = TextField(
        label="Is there anything you would like us to know?",
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={"max_length": "Your message is %(show_value)d characters long. Shorten it to %(limit_value)d"},
    )
    consent = forms.BooleanField(
        error_messages={"required": "Tick the box if you agree. Without it we may not keep your request"}
    )
    #: People never see it; programs fill in everything.
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    error_css_class = "form__field--wrong"
    use_required_attribute = False

    def __init__(self, *args, page, wording="", **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.page = page
        self.fields["consent"].label = wording
        self.fields["message"].help_text = page.message_hint
        self.fields["subject"].choices = page.subject_choices()
        self.fields["subject"].error_messages["invalid_choice"] = "Choose one of the list"
        for field in ("contact_by", "discretion"):
            self.fields[field].error_messages["invalid_choice"] = self.fields[field].error_messages["required"]
        for field, is_asked in page.optional_fields().items():
            if not is_asked:
                del self.fields[field]

    def clean_subject(self):
        """Return what was chosen in words: what it is called may change, what was asked for does not."""
        return self.page.subject_label(self.cleaned_data["subject"])

    def clean(self):
        wanted = {"call": "telephone", "text": "telephone", "email": "email"}.get(self.cleaned_data.get("contact_by"))
        for field in ("telephone", "email"):
            if field != wanted and field in self._errors:
                # What isn't used need not be right.
                del self._errors[field]
        if wanted and wanted not in self._errors and not self.cleaned_data.get(wanted):
            missing = {"telephone": "Enter your telephone number", "email": "Enter your e-mail address"}
            self.add_error(wanted, ValidationError(missing[wanted], code="required"))
        return self.cleaned_data

    @property
    def contact(self) -> str:
        """The one way to reach the person; another that was filled in too is not kept."""
        return self.cleaned_data["email" if self.cleaned_data["contact_by"] == ContactBy.EMAIL else "telephone"]

    def personal(self) -> dict[str, str]:
        """What the person wrote, by the request's field."""
        return {
            "name": self.cleaned_data["name"],
            "contact": self.contact,
            "times": self.cleaned_data.get("times", ""),
            "subject": self.cleaned_data.get("subject", ""),
            "message": self.cleaned_data.get("message", ""),
        }

    def suspicions(self) -> list[str]:
        """Codes of what the form itself makes one suspect."""
        found = []
        if self.cleaned_data.get("website"):
            found.append("trap")
        once = links_in(self.cleaned_data["name"]) + links_in(self.cleaned_data.get("times", ""))
        if once or links_in(self.cleaned_data.get("message", "")) > 1:
            found.append("links")
        return found

    def error_list(self) -> list[tuple[str, str]]:
        """Each error with the identifier of the field to mend, in the order of the page."""
        found = []
        for name in self.fields:
            bound = self[name]
            target = f"{bound.id_for_label or bound.auto_id}" + ("_0" if bound.use_fieldset else "")
            found += [(target, message) for message in bound.errors]
        return found
