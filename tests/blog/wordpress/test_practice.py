"""A whole small site taken over: what becomes of posts, pages, people, topics, pictures and links."""

import datetime as dt

import pytest

from blog.models import PersonPage, TopicPage
from hub.core.models import HubImage
from tests.helpers import soup


@pytest.fixture
def winter(practice):
    return practice.pages[101]


def kinds(page):
    return [child.block_type for child in page.body]


def values(page, kind):
    return [child.value for child in page.body if child.block_type == kind]


def test_blocks_come_in_reading_order(winter):
    assert kinds(winter) == [
        "paragraph",
        "heading",
        "bullet_list",
        "quote",
        "image",
        "comparison_table",
        "video",
        "paragraph",
        "invitation",
        "faq",
        "paragraph",
        "bullet_list",
    ]


def test_what_leads_into_a_list_introduces_it_and_lists_nest(winter):
    listing = values(winter, "bullet_list")[0]

    assert listing["introduction"] == "What helps then:"
    assert [item.source for item in listing["items"]] == ["<p>Light</p><ul><li>at the window</li></ul>", "Tea"]


def test_quote_has_its_speaker_and_no_marks(winter):
    (quote,) = values(winter, "quote")
    assert (quote["text"], quote["speaker"]) == ("Nobody told me how quiet it is.", "A visitor")


def test_questions_of_a_plug_in_and_details_are_one_faq_under_their_heading(winter):
    (faq,) = values(winter, "faq")
    assert faq["heading"] == "Asked often"
    assert [item["question"] for item in faq["items"]] == ["Is it normal?", "How long?"]
    assert faq["items"][0]["answer"].source == "<p>It is <i>usual</i>.</p>"


def test_film_becomes_a_video_and_any_other_embed_a_link(winter):
    (film,) = values(winter, "video")
    assert (film["title"], film["url"]) == ("A walk along the quay", "https://www.youtube.com/watch?v=abcdefghijk")
    assert "https://podcasts.example.net/e/4" in values(winter, "paragraph")[1].source


def test_verse_keeps_its_lines_and_a_reusable_block_stands_in_its_place(winter):
    text = values(winter, "paragraph")[2].source
    assert text == "<p>Snow on the ropes,<br/>\u00a0\u00a0and no wind</p><p>Harbour Lane, by the quay.</p>"


def test_picture_is_found_by_its_full_size_and_keeps_its_words(winter):
    (picture,) = values(winter, "image")
    assert picture["image"].contextual_alt_text == "A harbour under snow"
    assert picture["caption"] == "The harbour in January"
    assert HubImage.objects.get().title == "Harbour"


def test_missing_picture_is_listed_with_its_words(practice):
    report = practice.reports[101]
    assert list(report["missing"]) == ["https://old.example.org/wp-content/uploads/2021/11/missing.jpg"]
    assert "Not there any more" in report["left_out"]


def test_facts_around_the_text(winter):
    assert winter.title == "The first winter & after"
    assert winter.slug == "the-first-winter"
    assert winter.standfirst == "What the first winter is like, and what carries through it."
    assert winter.published_on == dt.date(2021, 11, 2)
    assert winter.first_published_at == dt.datetime(2021, 11, 1, 23, 30, tzinfo=dt.UTC)
    assert winter.author.title == "Mira Lindqvist"
    assert sorted(topic.title for topic in winter.topics.all()) == ["After a death", "Grief"]
    assert winter.hero_image.title == "Harbour"
    assert winter.hero_alt == "The harbour"


def test_search_engine_fields_of_both_plug_ins(practice):
    yoast, rank_math = practice.pages[101], practice.pages[102]
    assert (yoast.seo_title, yoast.focus_phrase) == ("Grief in winter – Harbour Lane Counselling", "grief in winter")
    assert yoast.search_description == "Why the first winter after a death feels so long."
    # What says no more than title and site is what the site says anyway.
    assert (rank_math.seo_title, rank_math.focus_phrase) == ("", "before a funeral")


def test_links_between_old_pages_lead_to_the_new_ones(practice):
    text = values(practice.pages[101], "paragraph")[0].source
    before = practice.pages[102]

    assert text.count(f'<a linktype="page" id="{before.pk}">') == 2
    assert '<a href="https://elsewhere.example.net/page">elsewhere</a>' in text
    button = values(practice.pages[101], "invitation")[0]["buttons"][0]
    assert (button["label"], button["page"].pk, button["address"]) == ("What it costs", practice.pages[112].pk, "")


def test_links_to_lists_lead_to_topics(practice):
    text = values(practice.pages[112], "paragraph")[0].source
    assert f'id="{practice.pages[111].pk}">Back to us' in text
    assert f'id="{TopicPage.objects.get(slug="grief").pk}"' in text


def test_document_of_the_uploads_is_linked_in_the_library(practice):
    assert 'linktype="document"' in "".join(text.source for text in values(practice.pages[102], "paragraph"))


def test_classic_editor(practice):
    page = practice.pages[102]
    assert kinds(page) == [
        "paragraph",
        "image",
        "heading",
        "bullet_list",
        "image",
        "paragraph",
        "video",
        "quote",
        "paragraph",
    ]
    assert values(page, "paragraph")[0].source == "<p>Days that nobody remembers<br/>afterwards.</p>"
    assert values(page, "image")[0]["caption"] == "Boats at rest"
    assert values(page, "quote")[0]["speaker"] == "Mira Lindqvist"
    assert values(page, "paragraph")[-1].source == "<p>harmless words</p>"


def test_unknown_shortcode_stays_as_text_and_is_reported(practice):
    assert '[contact-form-7 id="4" title="Write to us"]' in values(practice.pages[102], "paragraph")[1].source
    assert any("contact-form-7" in note for note in practice.reports[102]["notes"])


def test_nothing_hidden_and_no_script_reaches_a_page(practice, client):
    answer = client.get(practice.pages[102].url)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "never" not in soup(answer).main.get_text()
    assert "cheap pills" not in shown
    assert "javascript:" not in shown
    assert "onclick" not in shown


def test_only_what_was_public_is_public(practice):
    assert {number: page.live for number, page in practice.pages.items()} == {
        101: True,
        102: True,
        103: False,
        104: False,
        105: False,
        106: False,
        111: True,
        112: True,
    }


def test_pages_keep_their_tree_though_a_child_comes_first(practice, home):
    fees, about = practice.pages[112], practice.pages[111]
    assert fees.get_parent().pk == about.pk
    assert about.get_parent().pk == home.pk
    assert fees.url == "/about/fees/"


def test_people_and_topics_that_public_articles_name_are_public(practice):
    assert {page.title: page.live for page in PersonPage.objects.all()} == {"Mira Lindqvist": True, "webmaster": False}
    assert {page.title: page.live for page in TopicPage.objects.all()} == {"Grief": True, "After a death": True}


def test_comments_are_counted_and_left(practice):
    assert practice.record.report["comments"] == 1


def test_every_page_renders(practice, client):
    for page in practice.pages.values():
        if page.live:
            assert client.get(page.url).status_code == 200


def test_without_publish_all_arrive_as_drafts(articles, uploads, run):
    from tests.blog.wordpress.exports import PRACTICE

    found = run(PRACTICE, "--media", uploads)

    assert not any(page.live for page in found.pages.values())
    assert not PersonPage.objects.live().exists()
    assert not TopicPage.objects.live().exists()
