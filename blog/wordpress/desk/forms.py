"""What is asked for before an export is read."""

from pathlib import Path
from uuid import uuid4

from django import forms
from django.conf import settings

from blog.models import ArticleIndexPage
from blog.wordpress.faults import BadRules, UnreadableExport
from blog.wordpress.mapping import parse_rules
from blog.wordpress.models import WordPressImport
from blog.wordpress.running import digest_of
from blog.wordpress.uploads import Uploads


class UploadForm(forms.ModelForm):
    """The export, perhaps its uploads, and how it is taken over. The files are kept outside the media folder."""

    export = forms.FileField(
        label="Export file",
        help_text="From the old site: Tools → Export → All content. An .xml file of any size.",
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
    )
    uploads = forms.FileField(
        label="Pictures and documents",
        required=False,
        help_text="A ZIP of the folder wp-content/uploads. They are found by their file names. Without it, pictures "
        "are listed as missing; you can import again later with the ZIP.",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )
    field_order = ("export", "uploads", "parent", "publish", "fetch_media", "rules")

    class Meta:
        model = WordPressImport
        fields = ("parent", "publish", "fetch_media", "rules")
        labels = {"publish": "Make public what was public there"}
        help_texts = {
            "publish": "Otherwise everything arrives as drafts. Drafts, scheduled, private and password-protected "
            "posts never become public.",
            "fetch_media": "Asks the old site for files that the ZIP doesn't have.",
            "rules": "Optional. Which categories, tags and authors become what (TOML).",
        }
        widgets = {"rules": forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        indexes = ArticleIndexPage.objects.order_by("path")
        self.fields["parent"].queryset = indexes
        self.fields["parent"].required = True
        self.fields["parent"].initial = indexes.first()
        self.fields["parent"].empty_label = None

    def clean_rules(self):
        try:
            parse_rules(self.cleaned_data["rules"])
        except BadRules as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["rules"]

    def clean_export(self):
        start = self.cleaned_data["export"].read(4096)
        if start[:4] == b"PK\x03\x04":
            raise forms.ValidationError("This is a ZIP file: unpack it and choose the .xml file inside.")
        if b"<" not in start:
            raise forms.ValidationError("This is no XML file. Choose the file that Tools → Export gave you.")
        return self.cleaned_data["export"]

    def save(self, user) -> WordPressImport:
        """Store the files and the import. Raises: UnreadableExport: the ZIP can't be read."""
        folder = Path(settings.WORDPRESS_ROOT) / uuid4().hex
        folder.mkdir(parents=True, mode=0o700)
        record = super().save(commit=False)
        record.path = str(_store(self.cleaned_data["export"], folder / "export.xml"))
        record.source, record.made_by = self.cleaned_data["export"].name[-255:], user
        record.digest = digest_of(Path(record.path))
        if given := self.cleaned_data.get("uploads"):
            record.media = str(_store(given, folder / "uploads.zip"))
            try:
                Uploads(Path(record.media))
            except UnreadableExport:
                forget_files(record)
                raise
        record.save()
        return record


def _store(given, path: Path) -> Path:
    with path.open("wb") as file:
        for chunk in given.chunks():
            file.write(chunk)
    return path


def forget_files(record: WordPressImport) -> None:
    """Delete what was uploaded for an import; a file that was named on the command line is not ours to delete."""
    root = Path(settings.WORDPRESS_ROOT).resolve()
    for name in (record.path, record.media):
        path = Path(name).resolve() if name else None
        if path and path.is_relative_to(root) and path.is_file():
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
