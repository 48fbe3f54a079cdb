"""Addresses of the desk, below the admin's."""

from django.urls import path

from .views import batches, review, uploading

app_name = "importing"
urlpatterns = [
    path("", uploading.StartView.as_view(), name="start"),
    path("<int:batch>/", batches.BatchView.as_view(), name="batch"),
    path("<int:batch>/progress/", batches.ProgressView.as_view(), name="progress"),
    path("<int:batch>/<int:document>/", review.ReviewView.as_view(), name="review"),
    path("<int:batch>/<int:document>/made/", review.MadeView.as_view(), name="made"),
    path("<int:batch>/<int:document>/pictures/<int:picture>/", review.PictureView.as_view(), name="picture"),
]
