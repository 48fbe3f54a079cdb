"""Addresses of the articles' desk, below the admin."""

from django.urls import path

from .copying import articles, blocks, state
from .dismissing import dismiss
from .editing import LiveCreate, LiveEdit
from .reviewing import ReviewScreen, begin_review, revoke_link
from .sharing_sources import share_source

app_name = "quality"

urlpatterns = [
    path("copy/", articles, name="copy_articles"),
    path("copy/<int:page_id>/", blocks, name="copy_blocks"),
    path("copy/<int:page_id>/state/", state, name="copy_state"),
    path("share-source/", share_source, name="share_source"),
    path("<int:page_id>/", LiveEdit.as_view(), name="edit"),
    path(
        "<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        LiveCreate.as_view(),
        name="create",
    ),
    path("<int:page_id>/dismiss/", dismiss, name="dismiss"),
    path("<int:page_id>/review/", ReviewScreen.as_view(), name="review"),
    path("<int:page_id>/review/begin/", begin_review, name="begin_review"),
    path("<int:page_id>/review/<int:link_id>/revoke/", revoke_link, name="revoke"),
]
