"""Every address of the site. The composition root: it alone knows every room."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import include, path, re_path
from django.utils.functional import lazy
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub.consultations.views import serve
from hub.core.views import serve_picture, share_image

# Asked for on the first visit: the hashed names are not known before static files are collected.
lazy_static = lazy(static, str)

handler404 = "hub.core.views.not_found"
handler500 = "hub.consultations.views.server_error"

urlpatterns = [
    path(settings.ADMIN_PREFIX, include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    re_path(r"^share/(?P<key>[0-9]{1,15})/(?P<digest>[0-9a-f]{16})\.png$", share_image, name="share_image"),
    path("", include("hub.discovery.urls")),
    path("apple-touch-icon.png", RedirectView.as_view(url=lazy_static("img/apple-touch-icon.png"), permanent=False)),
    path("favicon.ico", RedirectView.as_view(url=lazy_static("img/icon.svg"), permanent=False)),
]

if settings.MEDIA_URL.startswith("/"):
    prefix = settings.MEDIA_URL.lstrip("/")
    urlpatterns.append(re_path(rf"^{prefix}(?P<path>(?:images|original_images)/[^/]+)$", serve_picture))

urlpatterns.append(path("", include("blog.urls")))

# Wagtail's own addresses, but for the last: pages are served by us.
urlpatterns += [*wagtail_urls.urlpatterns[:-1], re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")]
