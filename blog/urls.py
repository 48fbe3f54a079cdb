"""The addresses of articles in other forms than a page."""

from django.urls import re_path

from blog.exporting.twin import twin

app_name = "blog"

urlpatterns = [re_path(r"^(?P<path>[^/].*)\.md$", twin, name="markdown")]
