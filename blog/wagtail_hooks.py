"""Articles in the admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from blog.linking.desk.views import LinkReport, may_write, suggest_links


@hooks.register("register_admin_urls")
def addresses_of_article_links():
    return [
        path("article-links/", LinkReport.as_view(), name="article_links"),
        path("article-links/results/", LinkReport.as_view(results_only=True), name="article_links_results"),
        path("article-links/suggest/", suggest_links, name="article_links_suggest"),
    ]


class LinkMenuItem(MenuItem):
    def is_shown(self, request):
        return may_write(request.user)


@hooks.register("register_reports_menu_item")
def article_links_in_the_menu():
    return LinkMenuItem("Links between articles", reverse("article_links"), icon_name="link", order=860)


@hooks.register("insert_global_admin_css")
def look_of_the_link_panel():
    return format_html('<link rel="stylesheet" href="{}">', static("blog/links.css"))
