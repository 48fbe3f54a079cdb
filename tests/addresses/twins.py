"""The site's addresses with a Markdown twin of one page among them."""

from django.http import Http404, HttpResponse
from django.urls import re_path

from hub.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500", "urlpatterns"]


def twin(request, path):
    if path != "articles/new":
        raise Http404
    return HttpResponse("# New")


urlpatterns = [re_path(r"^(?P<path>.+)\.md$", twin, name="twin"), *urlpatterns]
