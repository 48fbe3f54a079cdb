"""What the graphs of articles, lists, topics and people say, and that a reader is told the same."""

import datetime as dt

import pytest

from hub.core.models import Practice
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import graph, restricted, soup, stream

HOSTILE = "</script><script>alert(1)</script>"
DAY = dt.date(2026, 7, 14)


def questions(*pairs):
    return "faq", {"heading": "Questions", "items": [{"question": q, "answer": a} for q, a in pairs]}


@pytest.fixture
def people(home):
    return (
        PersonPageFactory(parent=home, title="Marian Ash", role="Psychologist", credentials="DClinPsy"),
        PersonPageFactory(parent=home, title="Jonah Weth"),
    )


@pytest.fixture
def reviewed(articles, home, people):
    return ArticlePageFactory(
        parent=articles,
        title="Worry at night",
        standfirst="Why it comes.",
        author=people[0],
        reviewer=people[1],
        reviewed_on=DAY,
        published_on=dt.date(2026, 1, 5),
        topics=[TopicPageFactory(parent=home, title="Anxiety", is_condition=True)],
        references=stream(("reference", {"title": "Sleep", "authors": "Weth, J.", "year": 2020, "url": ""})),
        body=stream(
            ("quote", {"text": "Begin anywhere.", "speaker": "C. S. Lewis", "role": "writer"}),
            ("quote", {"text": "Nobody said this.", "speaker": ""}),
            questions(("Why at night?", "<p>It is quiet.</p><p>And <b>dark</b>.</p>")),
        ),
    )


def only(nodes):
    assert len(nodes) == 1
    return nodes[0]


def identities(node):
    """Return the ids that a graph defines and those that it refers to."""
    defined, referred = set(), set()

    def walk(value):
        if isinstance(value, dict):
            if set(value) == {"@id"}:
                referred.add(value["@id"])
            elif "@id" in value:
                defined.add(value["@id"])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(node)
    return defined, referred


def test_reviewed_article_says_who_wrote_and_who_reviewed_it(client, reviewed, people):
    found = graph(client.get(reviewed.url))

    article = only(found["BlogPosting"])
    names = {node["@id"]: node["name"] for node in found["Person"]}
    assert (names[article["author"]["@id"]], names[article["reviewedBy"]["@id"]]) == ("Marian Ash", "Jonah Weth")
    assert (article["lastReviewed"], article["about"]) == (
        "2026-07-14",
        [{"@type": "MedicalCondition", "name": "Anxiety", "url": f"http://testserver{reviewed.shown_topics[0].url}"}],
    )
    assert article["citation"] == [
        {"@type": "CreativeWork", "name": "Sleep", "creditText": "Weth, J.", "datePublished": "2020"}
    ]
    assert found["MedicalWebPage"] == [article]


@pytest.mark.parametrize("change", [{"is_clinical": False}, {"reviewed_on": None}, {"reviewer": None}])
def test_no_review_is_claimed_without_a_clinical_text_a_reviewer_and_a_day(client, reviewed, change):
    for field, value in change.items():
        setattr(reviewed, field, value)
    reviewed.save()

    found = graph(client.get(reviewed.url))

    assert "MedicalWebPage" not in found
    assert "reviewedBy" not in found["BlogPosting"][0]


def test_dates_have_a_zone_and_move_with_what_the_article_says(client, reviewed):
    def dates():
        article = only(graph(client.get(reviewed.url))["BlogPosting"])
        return article["datePublished"], article["dateModified"]

    before = dates()
    reviewed.standfirst = "Why it comes, put right."
    reviewed.save_revision().publish()
    after_a_typing_mistake = dates()
    reviewed.updated_on = DAY
    reviewed.save_revision().publish()

    assert before == after_a_typing_mistake == ("2026-01-05T00:00:00+00:00", "2026-01-05T00:00:00+00:00")
    assert dates() == ("2026-01-05T00:00:00+00:00", "2026-07-14T00:00:00+01:00")


def test_update_before_publication_is_no_update(client, reviewed):
    reviewed.updated_on = dt.date(2025, 1, 1)
    reviewed.save()

    assert only(graph(client.get(reviewed.url))["BlogPosting"])["dateModified"] == "2026-01-05T00:00:00+00:00"


def test_questions_mirror_the_page(client, reviewed):
    answer = client.get(reviewed.url)

    asked = only(graph(answer)["FAQPage"])["mainEntity"]
    item = soup(answer).select_one(".faq__item")
    shown = item.summary.get_text(), "".join(item.select_one(".faq__answer").get_text().split())
    said = only(asked)
    assert (said["name"], "".join(said["acceptedAnswer"]["text"].split())) == shown
    assert said["acceptedAnswer"]["text"] == "It is quiet. And dark."


def test_only_quotes_with_a_speaker_are_quotations(client, reviewed):
    quotations = only(graph(client.get(reviewed.url))["BlogPosting"])["hasPart"]

    assert [(quote["text"], quote["creator"]["name"]) for quote in quotations] == [("Begin anywhere.", "C. S. Lewis")]


def test_pictures_and_films_of_the_text_are_told(client, articles):
    still, boat = ImageFactory(), ImageFactory()
    film = {"title": "Breathing", "url": "https://e.org/v", "poster": still.pk, "published_on": "2024-05-03"}
    page = ArticlePageFactory(
        parent=articles,
        body=stream(
            ("video", film),
            ("video", film | {"title": "Without a day", "published_on": None}),
            ("image", {"image": {"image": boat.pk, "alt_text": "A boat", "decorative": False}, "caption": "At dusk."}),
            ("image", {"image": {"image": boat.pk, "alt_text": "", "decorative": True}, "caption": ""}),
        ),
    )

    article = only(graph(client.get(page.url))["BlogPosting"])

    assert [(video["name"], video["uploadDate"]) for video in article["video"]] == [
        ("Breathing", "2024-05-03T00:00:00+01:00")
    ]
    shared, shown = article["image"]
    assert (shared["@id"].rpartition("#")[2], shown["caption"]) == ("image", "At dusk.")
    assert shown["contentUrl"].startswith("http://testserver/media/images/")


@pytest.mark.parametrize("hidden", ["author", "reviewer"])
def test_people_a_visitor_cannot_open_are_named_without_an_address(client, reviewed, hidden):
    restricted(getattr(reviewed, hidden))

    answer = client.get(reviewed.url)

    article = only(graph(answer)["BlogPosting"])
    assert article["author" if hidden == "author" else "reviewedBy"]["name"] == getattr(reviewed, hidden).title
    assert getattr(reviewed, hidden).url not in answer.content.decode()


def test_hidden_topics_stay_out_of_the_graph(client, reviewed):
    restricted(reviewed.topics.get())

    assert "Anxiety" not in str(graph(client.get(reviewed.url)))


def test_breadcrumbs_are_the_trail_and_the_page(client, reviewed):
    answer = client.get(reviewed.url)

    steps = only(graph(answer)["BreadcrumbList"])["itemListElement"]
    shown = [link.get_text() for link in soup(answer).select(".trail a")]
    assert [step["name"] for step in steps] == [*shown, "Worry at night"] == ["Home", "Articles", "Worry at night"]
    assert [step["position"] for step in steps] == [1, 2, 3]


@pytest.mark.parametrize("page", ["article", "index", "topic", "person", "standard", "home"])
def test_every_reference_is_answered_in_the_same_graph(client, home, articles, reviewed, people, page):
    target = {
        "article": reviewed,
        "index": articles,
        "topic": reviewed.topics.get(),
        "person": people[0],
        "standard": StandardPageFactory(parent=home),
        "home": home,
    }[page]

    nodes = [node for found in graph(client.get(target.url)).values() for node in found]

    defined, referred = identities(nodes)
    assert referred - defined == set()
    assert all(identity.startswith("http://testserver/") for identity in defined)


@pytest.mark.parametrize("where", ["title", "standfirst", "question", "quote", "person", "practice"])
def test_hostile_words_are_harmless_and_intact(client, site, articles, people, where):
    page = ArticlePageFactory(
        parent=articles,
        title=HOSTILE if where == "title" else "Worry",
        slug="hostile",
        standfirst=HOSTILE if where == "standfirst" else "So.",
        author=people[0],
        body=stream(
            ("quote", {"text": HOSTILE if where == "quote" else "So.", "speaker": "Somebody"}),
            questions((HOSTILE if where == "question" else "Why?", "<p>So.</p>")),
        ),
    )
    if where == "person":
        people[0].title = HOSTILE
        people[0].save()
    if where == "practice":
        Practice.objects.create(site=site, name=HOSTILE)

    answer = client.get(page.url)

    assert b"<script>alert" not in answer.content
    found = {
        "title": lambda: only(graph(answer)["BlogPosting"])["headline"],
        "standfirst": lambda: only(graph(answer)["BlogPosting"])["description"],
        "question": lambda: only(graph(answer)["FAQPage"])["mainEntity"][0]["name"],
        "quote": lambda: only(graph(answer)["BlogPosting"])["hasPart"][0]["text"],
        "person": lambda: only(graph(answer)["Person"])["name"],
        "practice": lambda: only(graph(answer)["WebSite"])["name"],
    }[where]()
    assert found == HOSTILE
    if where == "title":
        head = soup(answer).head
        assert head.title.get_text().startswith(HOSTILE)
        assert head.find("meta", property="og:title")["content"] == HOSTILE


def test_index_lists_its_articles_and_counts_on(client, articles):
    for number in range(14):
        ArticlePageFactory(parent=articles, published_on=DAY - dt.timedelta(days=number), title=f"Article {number}")

    first, second = (
        only(graph(client.get(f"{articles.url}{query}"))["CollectionPage"]) for query in ("", "?page=2&utm_source=x")
    )

    assert len(first["mainEntity"]["itemListElement"]) == 12
    assert [(item["position"], item["name"]) for item in second["mainEntity"]["itemListElement"]] == [
        (13, "Article 12"),
        (14, "Article 13"),
    ]
    assert (second["@id"], second["mainEntity"]["numberOfItems"]) == (
        f"http://testserver{articles.url}?page=2#page",
        14,
    )


def test_topic_lists_its_articles_beside_its_questions(client, reviewed):
    topic = reviewed.topics.get()
    topic.body = stream(questions(("What is it?", "<p>Worry.</p>")))
    topic.save()

    page = only(graph(client.get(topic.url))["CollectionPage"])

    assert page["@type"] == ["CollectionPage", "FAQPage"]
    assert [part["@type"] for part in page["mainEntity"]] == ["ItemList", "Question"]
    assert page["mainEntity"][0]["itemListElement"][0]["name"] == "Worry at night"


def test_person_s_page_is_their_profile(client, home):
    person = PersonPageFactory(
        parent=home,
        title="Marian Ash",
        role="Psychologist",
        registration_body="HCPC",
        registration_number="PYL1",
        languages="English, Welsh",
        photo=ImageFactory(),
        profiles=stream(("profile", {"name": "HCPC register", "url": "https://www.hcpc-uk.org/"})),
    )

    answer = client.get(person.url)

    found = graph(answer)
    profile, someone = only(found["ProfilePage"]), only(found["Person"])
    assert profile["mainEntity"] == {"@id": someone["@id"]} == {"@id": f"http://testserver{person.url}#person"}
    assert (someone["jobTitle"], someone["knowsLanguage"], someone["sameAs"]) == (
        "Psychologist",
        ["English", "Welsh"],
        ["https://www.hcpc-uk.org/"],
    )
    assert someone["image"].startswith("http://testserver/media/images/")
    assert soup(answer).find("a", href="https://www.hcpc-uk.org/").get_text() == "HCPC register"


def test_author_stands_in_the_head(client, reviewed, people):
    head = soup(client.get(reviewed.url)).head

    said = {tag["property"]: tag["content"] for tag in head.find_all("meta", property=True)}
    assert head.find("meta", attrs={"name": "author"})["content"] == "Marian Ash"
    assert (said["article:author"], said["article:section"], said["article:tag"]) == (
        f"http://testserver{people[0].url}",
        "Anxiety",
        "Anxiety",
    )


def test_page_with_only_a_title_has_a_sound_graph(client, articles):
    found = graph(client.get(ArticlePageFactory(parent=articles, title="Worry").url))

    assert only(found["BlogPosting"])["headline"] == "Worry"


@pytest.mark.parametrize("url", ["/nowhere/", "/search/?q=worry"])
def test_pages_that_are_none_have_no_graph(client, articles, url):
    assert soup(client.get(url)).find("script", type="application/ld+json") is None


def test_private_page_says_nothing_of_itself(client, reviewed):
    restricted(reviewed, restriction_type="password", password="quiet")

    answer = client.get(reviewed.url)

    assert b"Worry at night" not in answer.content
    assert soup(answer).find("script", type="application/ld+json") is None
