from django.urls import path

from .views import ContentsView, TaskView

app_name = "guide"
urlpatterns = [
    path("", ContentsView.as_view(), name="contents"),
    path("results/", ContentsView.as_view(results_only=True), name="results"),
    path("<slug:slug>/", TaskView.as_view(), name="task"),
]
