"""Where machines look by convention: all at the root."""

from django.urls import path, re_path

from . import views

app_name = "discovery"

urlpatterns = [
    path("sitemap.xml", views.sitemap_index, name="sitemap_index"),
    re_path(r"^sitemap-(?P<name>[a-z][a-z-]*)-(?P<number>\d{1,9})\.xml$", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots_txt, name="robots"),
    path("llms.txt", views.llms_txt, name="llms"),
    path(".well-known/security.txt", views.security, name="security"),
    path("manifest.webmanifest", views.web_manifest, name="manifest"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", views.indexnow_key, name="indexnow_key"),
]
