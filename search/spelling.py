"""British and American spelling of the same word. Pure functions.

A word is only ever compared in one spelling with another in the same, so that a rule which reaches a word it need not
("turquoise") does no harm; what must not happen is that two different words become one.

Sources of the rules: Oxford English Dictionary and Merriam-Webster on -our/-or, -ise/-ize, -yse/-yze, -re/-er,
-ce/-se, the doubled l and the digraphs ae and oe.
"""

import re

_WHOLE = {
    "aeroplane": "airplane",
    "ageing": "aging",
    "burnt": "burned",
    "cheque": "check",
    "defence": "defense",
    "dreamt": "dreamed",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "fulfils": "fulfills",
    "grey": "gray",
    "instalment": "installment",
    "jewellery": "jewelry",
    "judgement": "judgment",
    "judgemental": "judgmental",
    "leant": "leaned",
    "learnt": "learned",
    "licence": "license",
    "manoeuvre": "maneuver",
    "mum": "mom",
    "mummy": "mommy",
    "mums": "moms",
    "offence": "offense",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "programs",
    "pyjamas": "pajamas",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "skilful": "skillful",
    "spelt": "spelled",
    "spoilt": "spoiled",
    "tyre": "tire",
    "wilful": "willful",
}
_OUR = re.compile(
    r"^((?:un|mis|dis)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|"
    r"od|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our(.*)$"
)
_ISE = re.compile(r"^(.{3,}?)is(e|ed|er|ers|es|ing|ation|ations|ational)$")
#: Words in -ise that are written so everywhere, without their ending.
_ALWAYS_ISE = frozenset(
    """
    adv advert bru chast comprom compr conc cru dem desp dev disgu enterpr exc exerc expert franch improv inc
    merchand otherw likew parad prec prem pra prom rev superv surm surpr telev treat
    """.split()
)
_YSE = re.compile(r"^(anal|paral|catal|psychoanal|breathal)ys(e|ed|er|ers|es|ing)$")
_RE = re.compile(r"^(cent|theat|fib|lit|met|sab|spect|meag|somb|calib|lust)re(s|d)?$")
#: A doubled l that American spelling has once: "counselling", "travelled", not "calling" or "willing".
_DOUBLED = re.compile(
    r"^((?:cancel|counsel|dial|duel|equal|fuel|grovel|initial|label|level|libel|marshal|marvel|model|panel|pedal|"
    r"quarrel|rival|shovel|shrivel|signal|spiral|total|travel|tunnel|unravel))l(ed|er|ers|ing|ings|or|ors|ous)$"
)
#: Greek roots whose ae or oe is e: paediatric, anaemia, foetus, oestrogen, diarrhoea.
_DIGRAPHS = (
    (re.compile(r"^(ortho)?paed"), r"\1ped"),
    (re.compile(r"^(an|leuk|isch)aem"), r"\1em"),
    (re.compile(r"^an(a)?esth"), "anesth"),
    (re.compile(r"^(gyn|arch)ae"), r"\1e"),
    (re.compile(r"^haem"), "hem"),
    (re.compile(r"^(f|am)oet"), r"\1et"),
    (re.compile(r"^oe(str|soph|dem)"), r"e\1"),
    (re.compile(r"rrhoea"), "rrhea"),
)


def american(word: str) -> str:
    """Return a folded word as American spelling has it; any other word as it is."""
    if len(word) < 3 or not word.isascii():
        return word
    if word in _WHOLE:
        return _WHOLE[word]
    if "our" in word and (match := _OUR.match(word)):
        return f"{match[1]}or{match[2]}"
    if "ll" in word and (match := _DOUBLED.match(word)):
        return match[1] + match[2]
    if "is" in word and (match := _ISE.match(word)) and match[1] not in _ALWAYS_ISE:
        return f"{match[1]}iz{match[2]}"
    if "ys" in word and (match := _YSE.match(word)):
        return f"{match[1]}yz{match[2]}"
    if "re" in word and (match := _RE.match(word)):
        return f"{match[1]}er{match[2] or ''}"
    if "ae" in word or "oe" in word:
        for digraph, plain in _DIGRAPHS:
            word = digraph.sub(plain, word)
    return word
