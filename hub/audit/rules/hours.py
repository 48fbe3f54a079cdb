"""Whether the opening hours that machines are told are those on the page, however people write them."""

import re

from ..answers import Subject
from ..findings import PAGE, Severity

TIME = re.compile(r"^(\d\d):(\d\d)(?::\d\d)?$")
#: From midnight to midnight is how Google is told of a day on which nobody is there.
CLOSED = "00:00"


def written(hour: int, minute: int) -> re.Pattern:
    """Return what a time looks like in a text for readers: 9 am, 9.30am, 09:30, the 5 of “9 to 5”, noon."""
    hours = "|".join(sorted({f"{hour:02}", f"{hour}", f"{hour % 12 or 12}"}, reverse=True))
    exact = rf"(?<![\d:.])(?:{hours})[:.h]{minute:02}(?!\d)"
    if minute:
        return re.compile(exact)
    loose = rf"(?<![\d:.])(?:{hours})\s*(?:[ap]\.?\s?m\b|(?:to|until|till)\b|[–-])"
    after = rf"(?:\b(?:to|until|till)|[–-])\s*(?:{hours})(?![\d:.])"
    name = {0: "midnight", 12: "noon|midday"}.get(hour)
    return re.compile("|".join(filter(None, [exact, loose, after, name])))


@PAGE("agree-hours", Severity.WARNING)
def hours_are_shown(page: Subject):
    """The times at which a place opens and closes are on the page."""
    text = page.document.text.lower()
    for node in page.graph.of_type("OpeningHoursSpecification"):
        times = [node.text("opens"), node.text("closes")]
        if all(time.startswith(CLOSED) for time in times):
            if "closed" not in text:
                yield "Machines are told of days on which nobody is there, and the page says of none “closed”: say it."
            continue
        for time in times:
            if (found := TIME.match(time)) and not written(int(found[1]), int(found[2])).search(text):
                yield f"Machines are told of {time} as an hour of opening or closing; the page shows none such."
