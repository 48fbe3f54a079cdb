"""The one address for reviewers without an account."""

from django.urls import path

from .reading import ReviewView

urlpatterns = [path("review/", ReviewView.as_view(), name="review")]
