"""Addresses of the panel "As others see it", below the admin."""

from django.urls import path

from .views import OnPhoneOnCreate, OnPhoneOnEdit, SeenOnCreate, SeenOnEdit

app_name = "appearance"

NEW = "<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/"

urlpatterns = [
    path("<int:page_id>/", SeenOnEdit.as_view(), name="edit"),
    path("<int:page_id>/phone/", OnPhoneOnEdit.as_view(), name="phone_edit"),
    path(NEW, SeenOnCreate.as_view(), name="create"),
    path(f"{NEW}phone/", OnPhoneOnCreate.as_view(), name="phone_create"),
]
