from django.urls import path

from . import views

app_name = "wordpress"

urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("new/", views.NewView.as_view(), name="new"),
    path("<int:pk>/", views.ImportView.as_view(), name="import"),
    path("<int:pk>/progress/", views.ProgressView.as_view(), name="progress"),
    path("<int:pk>/report/", views.ReportView.as_view(), name="report"),
    path("<int:pk>/start/", views.StartView.as_view(), name="start"),
    path("<int:pk>/stop/", views.StopView.as_view(), name="stop"),
    path("<int:pk>/undo/", views.UndoView.as_view(), name="undo"),
    path("<int:pk>/drop/", views.DropView.as_view(), name="drop"),
]
