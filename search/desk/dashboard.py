"""What readers lately looked for and did not find, on the home of those who may do something about it."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import F, Max, Q, Sum
from django.urls import reverse
from django.utils import timezone

from hub.core.dashboard import Row, Way, WorkPanel, rows_wanted
from search.counting import monday
from search.models import Phrase

from .phrases import WaysOnColumn

NAME = "not-found"
#: Weeks, with the present one, that count as lately.
WEEKS = 4


def first_week():
    return monday(timezone.localdate()) - timedelta(weeks=WEEKS - 1)


def not_found():
    """Return phrases that lately found nothing, the most searched first; not those that have found something since."""
    weeks = Phrase.objects.filter(week__gte=first_week()).order_by().values("text")
    counted = weeks.annotate(
        searches=Sum("times", filter=Q(found_nothing=True)),
        last_without=Max("week", filter=Q(found_nothing=True)),
        last_with=Max("week", filter=Q(found_nothing=False)),
    ).filter(last_without__isnull=False)
    still = counted.filter(Q(last_with__isnull=True) | Q(last_with__lt=F("last_without")))
    return still.order_by("-searches", "text")


def panel(request) -> WorkPanel | None:
    """Return the panel; None where readers found what they looked for."""
    lately = not_found()
    count = lately.count()
    if not count:
        return None
    ways = WaysOnColumn("ways_on", user=request.user).context
    report = reverse("search_phrases")
    return WorkPanel(
        NAME,
        "Searched for, and nothing found",
        [_row(phrase, ways) for phrase in lately[: rows_wanted(request, NAME)]],
        count=count,
        order=110,
        icon="search",
        all_url=f"{report}?found_nothing=true&since={first_week()}",
    )


def _row(phrase: dict, may: dict) -> Row:
    text = phrase["text"]
    ways = []
    if may["may_add_synonyms"]:
        ways.append(Way("Add synonyms", f"{may['synonyms_url']}?{urlencode({'phrase': text})}"))
    if may["may_draft"]:
        ways.append(Way("Begin a draft", reverse("search_phrase_draft"), is_posted=True, data=(("phrase", text),)))
    address = f"{reverse('search')}?{urlencode({'q': text})}"
    return Row(text, address, f"{phrase['searches']} searches", ways=tuple(ways))
