"""Figures that say how many people, or how often: what needs a source. Pure functions."""

import re

_UNITS = "one|two|three|four|five|six|seven|eight|nine|ten"
_TENS = "fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = rf"(?:{_UNITS}|\d+)"
_OF = rf"(?:{_UNITS}|twelve|twenty|fifty|(?:a|one) hundred|(?:a|one) thousand|\d[\d,]*)"
_PEOPLE = (
    r"(?:people|persons|adults|child(?:ren)?|teenagers|teens|adolescents|adult|person|m[ae]n|wom[ae]n|boys|girls|couples|"
    r"marriages|families|parents|mothers|fathers|clients|patients|students|pupils|teachers|nurses|doctors|therapists|"
    r"counsell?ors|veterans|workers|employees|participants|survivors|cases|deaths|americans|britons|us|them|those|"
    r"population)\b"
)
#: What may stand between an amount and the people it counts.
_SUCH = r"(?:[\w'’-]+\s){0,2}?"
_SHARE = r"(?:half|thirds?|quarters?|fifths?|tenths?)"
_FIGURE = re.compile(
    # 40%, seventy-five per cent; "100%" is mostly a manner of speaking.
    rf"\b(?!100\s?(?:%|per))(?:\d{{1,3}}(?:[.,]\d+)?|(?:{_TENS})(?:[\s-](?:{_UNITS}))?|{_UNITS})"
    r"(?:\s?%|\s(?:per\s?cent|percent)\b)"
    rf"|\b100\s?(?:%|per\s?cent|percent)\sof\s{_SUCH}{_PEOPLE}"
    # One in four, 8 out of every 10, one adult in six.
    rf"|\b{_COUNT} (?:{_PEOPLE} )?(?:in|out of) (?:every )?{_OF}\b"
    r"(?! ?(?:minutes|hours|days|weeks|months|years|sessions|meetings))"
    # A third of adults, half of all women.
    rf"|\b(?:(?:an?|{_UNITS})[\s-])?{_SHARE} of {_SUCH}{_PEOPLE}"
    # Twice as likely, three times more common.
    rf"|\b(?:twice|thrice|(?:{_COUNT}) times) (?:as|more) (?:likely|common|high|frequent)\b"
    # Has doubled since 2010.
    r"|\b(?:doubled|tripled|trebled|quadrupled|halved) (?:since|between|within)\b"
    # 2,000 nurses, 3 million adults, millions of people.
    rf"|\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)? (?:thousand|million|billion)) (?:of )?{_SUCH}{_PEOPLE}"
    rf"|\b(?:hundreds of thousands|thousands|millions|billions) of {_SUCH}{_PEOPLE}",
    re.IGNORECASE,
)


#: What every figure holds one of: looking for these first is much quicker.
_SIGNS = (
    *("one two three four five six seven eight nine ten ty fif half third quarter fifth tenth twice thrice".split()),
    *("thousand million billion doubled led since".split()),
)
_DIGIT = re.compile(r"\d")


def figure_in(sentence: str) -> re.Match | None:
    """Return the first figure of ``sentence`` that makes a claim about people, if there is one."""
    lower = sentence.lower()
    if not _DIGIT.search(lower) and not any(sign in lower for sign in _SIGNS):
        return None
    return _FIGURE.search(sentence)
