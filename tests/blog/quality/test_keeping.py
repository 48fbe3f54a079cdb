"""What the rules found is kept for lists and reports: about the latest draft, off the request, failing no save."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from blog.models import ArticlePage, Dismissal, DraftFinding, DraftState, SignOff
from blog.models.states import lagging
from blog.quality import keeping
from blog.quality.articles import draft_of, surroundings_of
from blog.quality.gate import judge
from blog.quality.keeping import check_due
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(articles):
    return ArticlePageFactory(
        parent=articles, title="Sleep", slug="sleep", body=stream(("paragraph", "<p>We will cure you.</p>"))
    )


@pytest.fixture
def saved(django_capture_on_commit_callbacks):
    """What follows once a save is certain."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rules_of(article):
    return set(DraftFinding.objects.filter(state__article=article).values_list("rule", flat=True))


def test_findings_are_kept_as_the_command_tells_them(article):
    check_due()

    finding = DraftFinding.objects.get(rule="promise")
    assert (finding.severity, finding.where, finding.excerpt) == ("must fix", "Text", "We will cure you.")
    assert finding.block == article.body.raw_data[0]["id"]
    verdict = judge(article)
    state = article.draft_state
    assert (state.must, state.should) == (len(verdict.must), len(verdict.should))
    assert (state.words, state.revision) == (4, None)


def test_all_is_said_of_the_latest_draft(article, home):
    people = StandardPageFactory(parent=home)
    author, topic = PersonPageFactory(parent=people), TopicPageFactory(parent=article.get_parent())
    article.title, article.author, article.topics = "Sleep well", author, [topic]
    article.review_due = date(2030, 1, 2)
    article.save_revision()

    check_due()

    state = DraftState.objects.get()
    assert (state.title, state.author, [*state.topics.all()]) == ("Sleep well", author, [topic])
    assert (state.review_due, state.revision) == (date(2030, 1, 2), article.latest_revision)
    assert ArticlePage.objects.get().author is None


def test_what_was_looked_at_is_not_looked_at_again(article):
    assert check_due() == 1
    assert check_due() == 0


def test_a_draft_that_autosave_writes_over_is_looked_at_again(article, saved):
    revision = article.save_revision()
    check_due()
    with saved():
        article.body = [("paragraph", "Sleep comes and goes.")]
        article.save_revision(overwrite_revision=revision)

    assert check_due() == 1
    assert "promise" not in rules_of(article)


def test_publishing_is_followed(articles, saved):
    article = ArticlePageFactory(parent=articles, live=False)
    revision = article.save_revision()
    check_due()
    assert "orphan" not in rules_of(article)
    with saved():
        revision.publish()

    check_due()

    assert "orphan" in rules_of(article)


def test_a_finding_that_is_left_be_is_not_kept_and_comes_back(article, saved):
    check_due()
    (finding,) = [one for one in judge(article).findings if one.rule == "promise"]
    with saved():
        dismissal = Dismissal.objects.create(article=article, key=finding.key, rule="promise", reason="A quotation.")
    check_due()
    assert "promise" not in rules_of(article)
    with saved():
        dismissal.delete()
    check_due()
    assert "promise" in rules_of(article)


def test_a_deleted_article_leaves_nothing(article, saved):
    check_due()
    with saved():
        article.delete()

    assert not DraftState.objects.exists()
    assert not DraftFinding.objects.exists()


def test_an_article_that_cannot_be_read_keeps_no_other_from_it(article, articles, monkeypatch, caplog):
    other = ArticlePageFactory(parent=articles)

    def fails(page, lists):
        if page.pk == article.pk:
            raise ValueError("We will cure you.")
        return judge(page, lists)

    monkeypatch.setattr(keeping, "judge", fails)

    assert check_due() == 1
    assert DraftState.objects.get().article == other
    assert "ValueError" in caplog.text
    assert "cure" not in caplog.text


def test_a_save_asks_the_thread_and_none_fails_by_it(article, saved, settings, monkeypatch):
    settings.FINDINGS_IN_BACKGROUND = True
    asked = []

    def ask():
        asked.append(1)
        raise RuntimeError("No thread is to be had.")

    monkeypatch.setattr(keeping.thread, "ask", ask)
    with saved():
        article.save_revision()

    assert asked
    assert lagging(ArticlePage.objects.all()).get() == article


def test_what_is_saved_while_the_rules_look_is_due_again(article, monkeypatch):
    def saves_meanwhile(page, lists):
        keeping.note(page.pk)
        return judge(page, lists)

    check_due()
    keeping.note(article.pk)
    monkeypatch.setattr(keeping, "judge", saves_meanwhile)
    check_due()

    assert lagging(ArticlePage.objects.all()).get() == article


def test_the_command_brings_up_to_date_what_other_pages_changed(article, articles):
    check_due()
    ArticlePageFactory(parent=articles, title="Sleep", slug="sleep-2")
    assert "title-taken" not in rules_of(article)

    with pytest.raises(CommandError):
        call_command("check_articles")

    assert "title-taken" in rules_of(article)


def test_the_command_over_what_is_public_says_nothing_of_drafts(article):
    with pytest.raises(CommandError):
        call_command("check_articles", "--published")

    assert not DraftState.objects.exists()


def test_what_is_kept_of_an_article_does_not_link_to_it(article, saved):
    with saved():
        check_due()
        reviewed = {"reviewed_on": date(2026, 1, 1), "review_due": date(2027, 1, 1)}
        SignOff.objects.create(article=article, name="Somebody", **reviewed)
        Dismissal.objects.create(article=article, key="0" * 32, rule="promise", reason="A quotation.")

    assert surroundings_of(article, draft_of(article)).inbound == 0
