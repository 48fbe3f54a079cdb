from django.urls import path

from .views import CheckPageView

app_name = "audit"

urlpatterns = [path("<int:page_id>/", CheckPageView.as_view(), name="check_page")]
