"""Words that tell British English from American. Pure functions.

Words that many write either way in both (grey, judgement, towards, and "organize", which is Oxford's spelling too) tell
nothing and are left out.
"""

import re
from collections.abc import Iterator

from .matching import pairs


def _forms(stems: str, british: str, american: str, endings: str) -> dict[str, str]:
    """Return the words of a family that is written in two ways: British, American."""
    return {f"{stem}{british}{end}": f"{stem}{american}{end}" for stem in stems.split() for end in endings.split(" ")}


#: British, American.
_PAIRS = {
    **_forms(
        "arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab misbehavi neighb od parl rig rum sav "
        "savi tum val vap vig",
        "our",
        "or",
        " s ed ing able ably er ers ful less ly hood hoods",
    ),
    **_forms("behavi misbehavi", "our", "or", "al ally ism"),
    "favourite": "favorite",
    "favourites": "favorites",
    "favouritism": "favoritism",
    "colourful": "colorful",
    **_forms(
        "cance channe counse dia fue labe leve marve mode pane quarre signa tota trave tunne",
        "ll",
        "l",
        "ed ing er ers or ors",
    ),
    **_forms("anal catal paral psychoanal", "ys", "yz", "e ed ing"),
    **_forms("cent fib lit theat", "re", "er", " s"),
    **pairs("""
        centred = centered
        defence = defense
        offence = offense
        pretence = pretense
        marvellous = marvelous
        jewellery = jewelry
        fulfilment = fulfillment
        enrol = enroll
        enrolment = enrollment
        skilful = skillful
        wilful = willful
        instalment = installment
        instalments = installments
        mum = mom
        mums = moms
        paediatric = pediatric
        paediatrician = pediatrician
        paediatricians = pediatricians
        anaesthetic = anesthetic
        anaemia = anemia
        diarrhoea = diarrhea
        encyclopaedia = encyclopedia
        foetus = fetus
        leukaemia = leukemia
        gynaecologist = gynecologist
        oestrogen = estrogen
        haemorrhage = hemorrhage
        orthopaedic = orthopedic
        manoeuvre = maneuver
        sceptic = skeptic
        sceptical = skeptical
        scepticism = skepticism
        plough = plow
        pyjamas = pajamas
        cosy = cozy
        sulphur = sulfur
        aeroplane = airplane
    """),
}
#: What is British only: its other form means something else too, or is Oxford's.
_BRITISH_ONLY = {
    *"learnt spelt whilst amongst practise practises practised practising licence programme programmes".split(),
    *"cheque cheques tyre tyres kerb metre metres".split(),
    *_forms(
        "agon apolog author categor catastroph character critic desensit emphas empath energ external final general "
        "harmon hospital internal jeopard legal maxim memor minim mobil neutral normal optim organ personal priorit "
        "random rational real recogn reorgan sensit social special stabil standard stigmat summar symbol sympath "
        "traumat trivial util verbal victim visual",
        "is",
        "iz",
        "e es ed ing ation ations",
    ),
}
BRITISH = frozenset(_PAIRS) | _BRITISH_ONLY
AMERICAN = frozenset(_PAIRS.values())

_WORD = re.compile(r"[^\W\d_]+")
_NAMED_BEFORE, _NAMED_BEHIND = (
    re.compile(r"[A-Z][\w'’-]* (?:(?:of|for|and) )?$"),
    re.compile(r" (?:(?:of|for|and) )?[A-Z]"),
)


def spellings(text: str) -> Iterator[tuple[re.Match, bool]]:
    """Yield the words of ``text`` that are written in one English only, each with whether that is the British.

    The parts of a name, such as "Lincoln Center", stay as they are in any English.
    """
    for match in _WORD.finditer(text):
        word = match.group().lower()
        is_british = word in BRITISH
        if (is_british or word in AMERICAN) and not _is_in_a_name(text, match):
            yield match, is_british


def _is_in_a_name(text: str, match: re.Match) -> bool:
    if not match.group()[0].isupper() or text.isupper():
        return False
    before = _NAMED_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    return bool(before or _NAMED_BEHIND.match(text[match.end() :]))
