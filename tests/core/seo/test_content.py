"""What a graph says of articles, people, questions, quotes and films."""

import pytest

from hub.core.seo.content import Person, Posting, Source, person, posting, questions, quotation, video

HOME = "https://example.org/"
MARIAN = Person("Marian Ash", f"{HOME}marian/", "Psychologist", "DClinPsy")


def article(**fields):
    return posting(Posting(headline="Worry", url=f"{HOME}worry/", home=HOME, language="en-GB", **fields))


def test_article_that_nobody_reviewed_claims_no_review():
    found = article(author=MARIAN, reviewed="2026-01-01")

    assert found["@type"] == "BlogPosting"
    assert {"lastReviewed", "reviewedBy", "audience"} & set(found) == set()


def test_reviewed_article_says_by_whom_and_when():
    found = article(reviewer=MARIAN, reviewed="2026-01-01", citations=(Source("A Secure Base", year=1988),))

    assert found["@type"] == ["BlogPosting", "MedicalWebPage"]
    assert found["reviewedBy"] == {"@id": f"{HOME}marian/#person"}
    assert found["lastReviewed"] == "2026-01-01"
    assert found["audience"] == {"@type": "MedicalAudience", "audienceType": "Patient"}
    assert found["citation"] == [{"@type": "CreativeWork", "name": "A Secure Base", "datePublished": "1988"}]


def test_person_without_a_page_is_named_in_place():
    assert article(author=Person("Marian Ash", role="Psychologist"))["author"] == {
        "@type": "Person",
        "name": "Marian Ash",
        "jobTitle": "Psychologist",
    }


def test_article_without_an_author_is_the_practice_s():
    assert article()["author"] == {"@id": f"{HOME}#practice"}


def test_person_shows_why_they_can_be_relied_on():
    found = person(Person("Marian Ash", "", "Psychologist", "DClinPsy", "HCPC", "PYL1", ("English", "Welsh")))

    assert found == {
        "@type": "Person",
        "name": "Marian Ash",
        "jobTitle": "Psychologist",
        "hasCredential": {"@type": "EducationalOccupationalCredential", "name": "DClinPsy"},
        "memberOf": {"@type": "Organization", "name": "HCPC"},
        "identifier": {"@type": "PropertyValue", "propertyID": "HCPC", "value": "PYL1"},
        "knowsLanguage": ["English", "Welsh"],
    }


def test_question_without_an_answer_is_left_out():
    assert questions([("Why?", "So."), ("And?", "")]) == [
        {"@type": "Question", "name": "Why?", "acceptedAnswer": {"@type": "Answer", "text": "So."}}
    ]


def test_quotation_names_speaker_and_source():
    assert quotation("Begin.", "C. S. Lewis", "writer", Source("A Grief Observed", "", 1961)) == {
        "@type": "Quotation",
        "text": "Begin.",
        "creator": {"@type": "Person", "name": "C. S. Lewis", "jobTitle": "writer"},
        "isBasedOn": {"@type": "CreativeWork", "name": "A Grief Observed", "datePublished": "1961"},
    }


@pytest.mark.parametrize("missing", ["title", "url", "thumbnail", "uploaded"])
def test_film_that_lacks_what_is_required_is_left_out(missing):
    known = {"title": "Breathing", "url": "https://e.org/v", "thumbnail": "https://e.org/t.jpg", "uploaded": "2026"}

    assert video(**known)["thumbnailUrl"] == "https://e.org/t.jpg"
    assert video(**known | {missing: ""}) is None
