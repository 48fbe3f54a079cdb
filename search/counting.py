"""Counting what is searched for, without keeping what anybody searched for.

Searches on this site are special-category data (UK GDPR, Article 9): a phrase is kept only once several searches had
it in common, by the week, without time, address or user. Until then there is a keyed hash of it. What looks personal is
never counted, nor are words of crisis.
"""

import hashlib
import hmac
import logging
import re
from datetime import date, timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from blog.models import PersonPage
from search.dictionary import is_english
from search.models import Phrase, SearchSettings, Sighting
from search.names import GIVEN_NAMES
from search.text import folded, words

logger = logging.getLogger(__name__)

#: How many searches must have had a phrase in common before it is kept.
SEEN_OFTEN = 5
#: Longer questions tell a story, and a story is somebody's.
MOST_WORDS = 6
LONGEST = 60

_CAPITAL = re.compile(r"\b[A-Z][\w'’]+")
_PERSONAL = re.compile(r"[\d@]|://|www\.")


def countable(text: str) -> str:
    """Return a cleaned question as it may be counted: its words in lower case; "" if it may say something of a person.

    Numbers, addresses, given names, and words with a capital that are not English are taken for personal.
    """
    asked = words(text)
    if not asked or len(asked) > MOST_WORDS or len(text) > LONGEST or _PERSONAL.search(text):
        return ""
    if any(word in GIVEN_NAMES for word in asked):
        return ""
    capitals = [match.group() for match in _CAPITAL.finditer(text) if not match.group().isupper()]
    if any(match != text.split()[0] or not is_english(folded(match)) for match in capitals):
        return ""
    return " ".join(text.lower().replace("’", "'").split()).strip(" ?!.,;:\"“”'")


def count(text: str, has_results: bool, rules: SearchSettings) -> None:
    """Count a search, if it may be. Never fails."""
    phrase = countable(text) if rules.counts_searches else ""
    if not phrase:
        return
    try:
        with transaction.atomic():
            if set(words(phrase)) & _people():
                return
            _count(phrase, has_results, monday(timezone.localdate()), rules.keep_days)
    except DatabaseError:
        # Without the phrase, which is nobody's business.
        logger.warning("A search could not be counted.")


def _people() -> set[str]:
    """Return the names of those who have a page here, drafts too."""
    titles = PersonPage.objects.values_list("title", flat=True)
    return {word for title in titles for word in words(title) if len(word) > 2}


def _count(phrase: str, has_results: bool, week: date, keep_days: int) -> None:
    known = Phrase.objects.filter(text=phrase, week=week)
    if known.update(times=F("times") + 1, found_nothing=not has_results):
        return
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{week}:{phrase}".encode(), hashlib.sha256).hexdigest()
    sighting, is_new = Sighting.objects.get_or_create(digest=digest, defaults={"week": week})
    times = sighting.times + 1
    if times < SEEN_OFTEN:
        Sighting.objects.filter(pk=digest).update(times=times)
    else:
        Phrase.objects.create(text=phrase, week=week, times=times, found_nothing=not has_results)
        sighting.delete()
    if is_new and not Sighting.objects.filter(week=week).exclude(pk=digest).exists():
        purge(keep_days)


def purge(keep_days: int) -> int:
    """Erase counts older than ``keep_days``, and hashes of past weeks. Return how many rows went."""
    today = timezone.localdate()
    old, _ = Phrase.objects.filter(week__lt=today - timedelta(days=keep_days + 6)).delete()
    hashes, _ = Sighting.objects.filter(week__lt=monday(today)).delete()
    return old + hashes


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
