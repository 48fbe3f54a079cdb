"""Addresses of the reports of articles, below the admin."""

from django.urls import path

from .competing import CompetingReport
from .findings import FindingsReport
from .review_due import ReviewDueReport

app_name = "article_reports"

urlpatterns = [
    address
    for name, view in (
        ("review_due", ReviewDueReport),
        ("findings", FindingsReport),
        ("competing", CompetingReport),
    )
    for address in (
        path(f"{name.replace('_', '-')}/", view.as_view(), name=name),
        path(f"{name.replace('_', '-')}/results/", view.as_view(results_only=True), name=f"{name}_results"),
    )
]
