"""Header, footer and breadcrumbs from the page tree."""

from home.models import StandardPage
from home.navigation import Navigation, navigation
from tests.factories import ArticlePageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup


def titles(pages):
    return [page.title for page in pages]


def framed(page, home):
    found = navigation(home, page)
    return titles(found.menu), titles(found.footer), titles(found.trail)


def test_menu_and_footer_are_the_pages_that_say_so(home):
    StandardPageFactory(parent=home, title="About", show_in_menus=True)
    StandardPageFactory(parent=home, title="Privacy", in_footer=True)
    StandardPageFactory(parent=home, title="Both", show_in_menus=True, in_footer=True)
    StandardPageFactory(parent=home, title="Neither")

    assert framed(home, home) == (["About", "Both"], ["Privacy", "Both"], [])


def test_pages_keep_the_order_of_the_tree(home):
    pages = [StandardPageFactory(parent=home, title=title, show_in_menus=True) for title in ("B", "A", "C")]
    pages[2].move(pages[0], pos="left")

    assert titles(navigation(home).menu) == ["C", "B", "A"]


def test_trail_leads_from_home_to_the_parent(home, articles):
    article = ArticlePageFactory(parent=articles)

    assert framed(article, home)[2] == ["The practice", "Articles"]


def test_page_two_levels_down_is_not_in_the_menu(home):
    above = StandardPageFactory(parent=home)
    StandardPageFactory(parent=above, show_in_menus=True)

    assert navigation(home).menu == []


def test_pages_nobody_may_see_frame_nothing(home):
    private = restricted(StandardPageFactory(parent=home, show_in_menus=True))
    StandardPageFactory(parent=home, show_in_menus=True, in_footer=True, live=False)

    assert framed(StandardPageFactory(parent=private), home) == ([], [], ["The practice"])


def test_page_of_another_site_has_no_trail(home):
    assert navigation(home, StandardPage(path="00019999", title="Elsewhere")).trail == []


def test_page_that_is_new_has_no_trail(home):
    assert navigation(home, StandardPage(title="New")).trail == []


def test_framing_costs_one_query(home, articles, django_assert_num_queries):
    article = ArticlePageFactory(parent=articles)

    with django_assert_num_queries(1):
        navigation(home, article)


def test_home_private_leaves_a_frame_standing(home):
    assert navigation(restricted(home)) == Navigation(home=home, menu=[], footer=[], trail=[])


def test_page_one_is_on_is_marked_in_the_menu(client, home):
    about = StandardPageFactory(parent=home, title="About", show_in_menus=True)
    below = StandardPageFactory(parent=about, title="Below")

    marked = [soup(client.get(page.url)).select_one(".site-nav [aria-current]") for page in (about, below)]

    assert [(link.get_text(), link["aria-current"]) for link in marked] == [("About", "page"), ("About", "true")]


def test_topic_has_a_trail_and_one_way_home(client, home):
    topic = TopicPageFactory(parent=home)

    assert [link["href"] for link in soup(client.get(topic.url)).select(".trail a")] == ["/"]
