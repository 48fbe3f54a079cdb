"""What the pictures of the guide show: people of each role, and work that waits for them. Run inside the demo site.

It stores what is shown and prints, as JSON, the names that the pages' ``shot`` use in addresses.
"""

import datetime as dt
import json
import os
import secrets
import sys
import uuid

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import ArticleIndexPage, ArticlePage, PersonPage, ReviewLink
from blog.quality.keeping import check_due
from blog.review.signing import sign_off
from hub.addresses.models import MissingAddress
from hub.consultations.models import ConsultationPage, ConsultationRequest, ConsultationSettings
from hub.consultations.receiving import Submission, receive
from hub.core.models import Source
from hub.outbound.models import OutboundLink
from hub.outbound.register import keep_in_step
from hub.users.models import User
from search.models import Phrase

TODAY = timezone.localdate()
MONDAY = TODAY - dt.timedelta(days=TODAY.weekday())
#: Invented, as everybody in the demo is.
PEOPLE = {
    "writer": ("Wren", "Alder", "Writers"),
    "reviewer": ("Marian", "Ashgrove", "Clinical reviewers"),
    "editor": ("Edda", "Rowan", "Editors"),
    "team": ("Toby", "Hazel", "Practice team"),
}


def people() -> dict[str, User]:
    found = {}
    for name, (first, last, group) in PEOPLE.items():
        user = User.objects.create_user(name, password=os.environ["GUIDE_PASSWORD"], first_name=first, last_name=last)
        user.groups.add(Group.objects.get(name=group))
        found[name] = user
    person = PersonPage.objects.get(slug="marian-ashgrove")
    person.account = found["reviewer"]
    person.save_revision().publish()
    admin = User.objects.get(username="admin")
    admin.set_password(os.environ["GUIDE_PASSWORD"])
    admin.save()
    return found


def draft(writer) -> ArticlePage:
    """Add an article that still has something to mend."""
    blocks = [
        (
            "paragraph",
            "<p>You lie down tired, and at once you are wide awake. Trust issues, a hard day or plain worry can do "
            "that. Research shows that most people sleep badly at times.</p>",
        ),
        ("quote", {"text": "Sleep is the best meditation.", "speaker": "", "role": ""}),
        ("heading", {"text": "What helps at three in the morning", "size": "section"}),
        (
            "paragraph",
            "<p>Get up, keep the light low, and do something dull until you are sleepy. Grief and anxiety make nights "
            "long; so does watching the clock. A first session of therapy can help to find out what keeps you awake, "
            "and it is the most effective way to sleep again.</p>",
        ),
    ]
    article = ArticlePage(
        title="When sleep will not come",
        slug="when-sleep-will-not-come",
        standfirst="Why tired people lie awake, and three things that cure it.",
        live=False,
        owner=writer,
    )
    article.body = json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks])
    ArticleIndexPage.objects.get(slug="articles").add_child(instance=article)
    article.save_revision(user=writer)
    return article


def in_review(people) -> ArticlePage:
    """Let an article of the demo wait for its review, with something changed since the last one."""
    article = ArticlePage.objects.get(slug="worry-at-night")
    sign_off(article, TODAY - dt.timedelta(days=400), by=people["reviewer"])
    article = article.get_latest_revision_as_object()
    article.standfirst += " Keep it beside your bed."
    blocks = article.body.get_prep_value()
    first = next(child for child in blocks if child["type"] == "paragraph")
    first["value"] += (
        "<p>A notebook beside the bed helps many people: what is written down need not be held in mind.</p>"
    )
    article.body = json.dumps(blocks)
    article.save_revision(user=people["writer"], log_action=True)
    article.get_workflow().start(article, people["writer"])
    reviewer = PersonPage.objects.get(slug="priya-larkspur")
    ReviewLink.make(article, reviewer, "reviewer@practice.example", people["editor"])
    return article


def searches() -> None:
    for text, times, nothing in (
        ("panic at night", 34, False),
        ("gaslighting", 21, True),
        ("how much is a session", 17, False),
        ("burn out", 12, True),
    ):
        Phrase.objects.create(text=text, week=MONDAY, times=times, found_nothing=nothing)


def addresses() -> None:
    site = Site.objects.get(is_default_site=True)
    for path, hits, linked in (
        ("/articles/panic-atacks", 41, ""),
        ("/blog/setting-boundaries", 18, "/about"),
        ("/prices", 9, ""),
    ):
        MissingAddress.objects.create(
            site=site, path=path, hits=hits, linked_from=linked, first_seen=MONDAY, last_seen=MONDAY
        )
    Redirect.objects.create(
        site=site, old_path="/articles/trust", redirect_page=ArticlePage.objects.get(slug="why-trust-feels-hard")
    )


def sources() -> None:
    for authors, title, published_in, year in (
        ("Bowlby, J.", "A Secure Base: Clinical Applications of Attachment Theory", "Routledge", 1988),
        ("Clark, D. M.", "A cognitive approach to panic", "Behaviour Research and Therapy, 24(4)", 1986),
    ):
        Source.objects.create(authors=authors, title=title, published_in=published_in, year=year)


def links_out() -> None:
    """Let some links of the demo have been asked, and one of them be gone."""
    now = timezone.now()
    keep_in_step()
    links = list(OutboundLink.objects.order_by("url")[:3])
    states = (
        {"state": "broken", "status": 404, "reason": "There is no such page (404).", "failures": 3},
        {"state": "unsure", "status": 403, "reason": "It refuses programs; readers may well get in (403)."},
        {"state": "fine", "status": 200},
    )
    for link, facts in zip(links, states, strict=False):
        since = {"failing_since": now - dt.timedelta(days=6)} if "failures" in facts else {}
        OutboundLink.objects.filter(pk=link.pk).update(
            checked_at=now, due_at=now + dt.timedelta(days=2), **facts, **since
        )


def request_for_help() -> ConsultationRequest:
    page = ConsultationPage.objects.get()
    personal = {
        "name": "Sam (invented)",
        "contact": "01632 960 777",
        "times": "Weekdays after four",
        "message": "I have been sleeping badly since the spring, and would like to talk about it.",
    }
    return receive(
        Submission(
            page=page,
            nonce=secrets.token_hex(16),
            personal=personal,
            contact_by="call",
            discretion="anonymous",
            consent=page.consent_wording,
            settings=ConsultationSettings.for_site(Site.objects.get(is_default_site=True)),
        )
    )


everybody = people()
searches()
addresses()
links_out()
sources()
names = {
    "index": ArticleIndexPage.objects.get(slug="articles").pk,
    "trust": ArticlePage.objects.get(slug="why-trust-feels-hard").pk,
    "draft": draft(everybody["writer"]).pk,
    "review": in_review(everybody).pk,
    "request": request_for_help().reference,
}
# The reports show what was found in the drafts that were just made, too.
check_due()
sys.stdout.write(f"{json.dumps(names)}\n")
