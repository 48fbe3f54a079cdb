"""Addresses of the desk, below the admin's. They hold references, never a name or what was looked for."""

from django.urls import path

from . import listing, reading, records

app_name = "consultations"

urlpatterns = [
    path("", listing.IndexView.as_view(), name="index"),
    path("results/", listing.IndexView.as_view(results_only=True), name="index_results"),
    path("export/", records.ExportView.as_view(), name="export"),
    path("person/", records.PersonView.as_view(), name="person"),
    path("person/export/", records.PersonExportView.as_view(), name="person_export"),
    path("person/erase/", records.EraseView.as_view(), name="person_erase"),
    path("records/", records.RecordView.as_view(), name="records"),
    path("mail/", records.MailView.as_view(), name="mail"),
    path("mail/retry/", records.RetryView.as_view(), name="retry"),
    path("<slug:reference>/", reading.RequestView.as_view(), name="request"),
    path("<slug:reference>/work/", reading.WorkView.as_view(), name="work"),
    path("<slug:reference>/take/", reading.TakeView.as_view(), name="take"),
    path("<slug:reference>/note/", reading.NoteView.as_view(), name="note"),
    path("<slug:reference>/apart/", reading.ApartView.as_view(), name="apart"),
    path("<slug:reference>/erase/", records.EraseOneView.as_view(), name="erase"),
]
