"""Each rule for pages finds its fault, and finds nothing on a page that is in order."""

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.audit import checking  # noqa: F401  (registers the rules)
from hub.audit.findings import PAGE as PAGE_RULES
from hub.audit.findings import Severity
from hub.audit.rules.hours import written
from tests.audit.samples import HOME, PAGE, PICTURE, Sample

A = "BlogPosting"
PRACTICE = "ProfessionalService"


def article(**values):
    return lambda page: page.set(A, **values)


def first(kind, held, **values):
    """Change the first node that the property ``held`` of a root holds."""
    return lambda page: page.node(kind)[held][0].update(values)


#: A rule's name, and what breaks the page in order for it alone to find.
BROKEN = {
    "title-missing": lambda page: page.drop("<title>"),
    "title-repeated": lambda page: page.swap("</head>", "<title>Again and once more</title></head>"),
    "title-long": lambda page: page.swap("<title>Why trust", "<title>" + "Why trust feels hard to some " * 4),
    "title-short": lambda page: page.swap("<title>Why trust feels hard | Larkfield Practice", "<title>Trust"),
    "description-missing": lambda page: page.drop('name="description"'),
    "description-repeated": lambda page: page.swap("</head>", '<meta name="description" content="Another."></head>'),
    "description-length": lambda page: page.swap('"description" content="', '"description" content="' + "Why? " * 50),
    "canonical-missing": lambda page: page.drop("canonical"),
    "canonical-form": lambda page: page.swap(f'href="{PAGE}"', 'href="/articles/trust/"'),
    "canonical-answers": lambda page: page.swap(
        'canonical" href="https://practice.example/articles/trust/', 'canonical" href="https://practice.example/gone/'
    ).answer(f"{HOME}gone/", 404),
    "robots-unknown": lambda page: page.swap("max-snippet:-1", "max-snippet:-1, noidnex"),
    "robots-contradict": lambda page: setattr(page, "robots_header", "noindex"),
    "robots-preview": lambda page: page.swap("max-image-preview:large, ", ""),
    "language": lambda page: page.swap(' lang="en-GB"', ""),
    "viewport": lambda page: page.swap("initial-scale=1", "initial-scale=1, user-scalable=no"),
    "heading-missing": lambda page: page.swap("h1", "h2"),
    "heading-repeated": lambda page: page.swap("</main>", "<h1>Another</h1></main>"),
    "theme-colour": lambda page: page.drop("scheme: dark"),
    "share-required": lambda page: page.drop("og:title"),
    "share-wanted": lambda page: page.drop("og:image:alt"),
    "share-address": lambda page: page.swap(f'og:url" content="{PAGE}', f'og:url" content="{HOME}other/'),
    "share-image": lambda page: page.answer(PICTURE, 200, "image/jpeg", size=(640, 480)),
    "share-image-small": lambda page: page.swap('width" content="1200', 'width" content="300'),
    "card": lambda page: page.drop("twitter:card"),
    "share-dates": lambda page: page.drop("article:published_time"),
    "data-missing": lambda page: page.drop("GRAPH"),
    "data-unreadable": lambda page: setattr(page, "script", '{"@context": "https://schema.org", "@graph": [}'),
    "data-context": lambda page: setattr(page, "script", '{"@context": "https://scheme.org", "@graph": []}'),
    "data-escaping": lambda page: setattr(page, "script", '{"@context": "https://schema.org", "@graph": [], "x": "<"}'),
    "data-references": article(author={"@id": f"{HOME}people/nobody/#person"}),
    "data-ids": lambda page: page.set("WebSite", **{"@id": f"{HOME}#practice"}),
    "data-islands": lambda page: page.graph.append({"@type": "Thing", "@id": f"{HOME}#x", "name": "Larkfield"}),
    "data-empty": article(keywords=""),
    "data-dates": article(datePublished="2026-01-05"),
    "data-addresses": article(image="/media/images/trust.jpg"),
    "terms-type": lambda page: page.set("WebSite", **{"@type": "WebSight"}),
    "terms-property": article(openingHours="Mo-Fr"),
    "terms-value": article(author={"@type": "Place", "name": "Ines Calder", "url": HOME}),
    "terms-text": lambda page: page.node(PRACTICE)["openingHoursSpecification"].update(dayOfWeek="Mon"),
    "terms-superseded": lambda page: page.set(PRACTICE, logo=f"{HOME}static/logo.png", serviceArea="Leeds"),
    "google-required": lambda page: page.node(PRACTICE).pop("address"),
    "google-recommended": lambda page: page.node(A).pop("image"),
    "google-author": article(author="Ines Calder"),
    "google-breadcrumb": first("BreadcrumbList", "itemListElement", position=4),
    "google-picture": lambda page: page.answer(f"{HOME}static/logo.png", 200, "image/png", size=(64, 64)),
    "google-picture-size": lambda page: page.node(A)["image"].update(height=900),
    "google-ended": article(about={"@type": "HowTo", "name": "Trust again"}),
    "google-misuse": lambda page: page.set(PRACTICE, aggregateRating={"@type": "AggregateRating", "ratingValue": 5}),
    "agree-headline": article(headline="Why trust is hard"),
    "agree-address": article(url=f"{HOME}articles/"),
    "agree-questions": lambda page: page.node("FAQPage")["mainEntity"][1]["acceptedAnswer"].update(text="Never."),
    "agree-quotes": first(A, "hasPart", text="Trust is built in big moments."),
    "agree-practice": lambda page: page.set(PRACTICE, telephone="+44 113 496 9999"),
    "agree-trail": first("BreadcrumbList", "itemListElement", name="Start"),
    "agree-dates": article(lastReviewed="2026-05-05"),
    "agree-head": article(datePublished="2026-02-01T00:00:00+00:00"),
    "agree-description": article(description="Something else."),
    "agree-text": lambda page: page.set("Person", jobTitle="Astronaut"),
    "agree-people": article(reviewedBy={"@type": "Person", "name": "Ida Osei", "url": HOME}),
    "agree-list": first("ItemList", "itemListElement", url=f"{HOME}articles/unlinked/"),
    "agree-hours": lambda page: page.node(PRACTICE)["openingHoursSpecification"].update(opens="07:00"),
    "agree-language": article(inLanguage="de"),
    "link-broken": lambda page: page.answer(f"{HOME}articles/grief/", 404),
    "link-anchor": lambda page: page.swap("#waves", "#tides"),
    "link-redirect": lambda page: page.answer(f"{HOME}articles/grief/", 301, location="/articles/loss/"),
    "link-form": lambda page: page.swap("</main>", '<a href="javascript:go()">Go</a></main>'),
    "link-tracking": lambda page: page.swap("/articles/grief/#waves", "/articles/grief/?utm_source=x"),
    "link-head": lambda page: page.answer(f"{HOME}articles/feed/", 404),
}


def found(page: Sample) -> dict[str, list[str]]:
    messages: dict[str, list[str]] = {}
    for finding in PAGE_RULES.findings(PAGE, page.subject()):
        messages.setdefault(finding.rule, []).append(finding.message)
    return messages


def test_a_page_in_order_has_no_findings():
    assert found(Sample()) == {}


@pytest.mark.parametrize("name", BROKEN)
def test_rule_finds_its_fault(name):
    page = Sample()
    BROKEN[name](page)

    assert name in found(page)


def test_every_rule_for_pages_has_a_broken_sample():
    assert {*PAGE_RULES.rules} == {*BROKEN}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_found_is_a_sentence(name):
    page = Sample()
    BROKEN[name](page)

    for message in found(page)[name]:
        assert message.endswith(".") and "\n" not in message and len(message) < 300


@pytest.mark.parametrize("rule", PAGE_RULES.rules.values(), ids=PAGE_RULES.rules)
def test_rule_says_what_it_asks_for(rule):
    assert rule.about.endswith(".") and rule.severity in Severity


def test_a_source_may_be_dated_by_its_year():
    source = {"@type": "CreativeWork", "name": "Small steps", "datePublished": "1988"}

    assert found(Sample().set(A, citation=[source])) == {}


def test_an_article_is_not_dated_by_its_year():
    assert "data-dates" in found(Sample().set(A, datePublished="2026"))


def test_a_description_may_be_the_standfirst_that_readers_see():
    page = Sample().swap("<h2", "<p>Trust grows slowly.</p><h2").set(A, description="Trust grows slowly.")

    assert found(page) == {}


def test_a_page_out_of_search_needs_no_description_or_share_picture():
    page = Sample().drop('name="description"', "og:image", "canonical").swap("max-image-preview:large", "noindex")
    page.node(A).pop("description")

    assert found(page) == {"card": ["The page asks for a card with a large picture and names no picture: choose one."]}


def test_a_preview_is_not_judged_by_what_robots_are_told_for_now():
    page = Sample(is_preview=True).swap("max-image-preview:large, max-snippet:-1", "noindex")

    assert found(page) == {}


def test_a_page_out_of_search_may_name_any_address():
    page = Sample().swap("max-image-preview:large", "noindex")
    BROKEN["canonical-answers"](page)

    assert "canonical-answers" not in found(page)


def test_one_question_may_be_asked_under_two_headings():
    page = Sample()
    asked = page.node("FAQPage")["mainEntity"]
    again = {**asked[0], "acceptedAnswer": {"@type": "Answer", "text": "It depends."}}
    asked.append({name: value for name, value in again.items() if name != "@id"})
    question = html.escape(asked[0]["name"], quote=False)
    page.swap("</main>", f"<details><summary>{question}</summary><div><p>It depends.</p></div></details></main>")

    assert "agree-questions" not in found(page)


@given(st.text(), st.text())
def test_nothing_that_somebody_wrote_upsets_the_rules(text, address):
    page = Sample().swap("/articles/grief/#waves", html.escape(address)).swap("small moments", html.escape(text))
    page.set(A, headline=text, url=address, image=address, datePublished=text, dateModified=text)
    page.node("BreadcrumbList")["itemListElement"].append({"position": text, "item": address})

    found(page)


@pytest.mark.parametrize(
    "address", ["http://[broken", "//", "http://:99999/", "https://practice.example:x/", "#", "\x00"]
)
def test_an_address_that_is_none_upsets_no_rule(address):
    found(Sample().swap("/articles/grief/#waves", html.escape(address)).set(A, image=address, url=address))


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["@id", "@type", "name", "item", "author", "mainEntity", "@graph"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_no_structured_data_upsets_the_rules(value):
    page = Sample()
    page.script = json.dumps({"@context": "https://schema.org", "@graph": value}).replace("<", "\\u003c")

    found(page)


@pytest.mark.parametrize(
    ("opens", "text", "is_shown"),
    [
        ("09:00", "Mon 9am to 5pm", True),
        ("09:00", "Mon 09:00–17:00", True),
        ("17:00", "Mon 9 to 5", True),
        ("17:00", "9 a.m. until 5 p.m.", True),
        ("09:30", "from 9.30 am", True),
        ("12:00", "noon to 5pm", True),
        ("09:30", "9 am to 5 pm", False),
        ("09:00", "Call 9 people, or ring 01632 960 900", False),
        ("08:00", "18:00", False),
    ],
)
def test_times_are_known_as_people_write_them(opens, text, is_shown):
    hour, minute = map(int, opens.split(":"))

    assert bool(written(hour, minute).search(text.lower())) is is_shown


def test_a_day_on_which_nobody_is_there_is_shown_as_closed():
    page = Sample()
    page.node(PRACTICE)["openingHoursSpecification"].update(opens="00:00", closes="00:00")

    assert "agree-hours" in found(page)
    assert "agree-hours" not in found(page.swap("9 am to 5 pm", "Closed"))
