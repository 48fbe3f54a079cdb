"""Questions to the demo practice, graded by hand: what a reader might type, and the pages that answer it.

They were written from the readers' side, with the articles at hand to grade them and without looking at what search
finds. None is taken out because search fails at it.
"""

from dataclasses import dataclass

AFFAIR = "after-a-betrayal"
ATTACHMENT = "attachment-styles"
GRIEF = "grief-has-no-timetable"
YOURSELF = "learning-to-trust-yourself"
PANIC = "panic-attacks"
REPAIR = "repair-after-an-argument"
BOUNDARIES = "setting-boundaries"
FRIEND = "supporting-a-grieving-friend"
THERAPIES = "telling-therapies-apart"
BODY = "what-anxiety-does-in-the-body"
COUPLES = "what-happens-in-couples-therapy"
TRUST = "why-trust-feels-hard"
NIGHT = "worry-at-night"
FIRST = "your-first-session"
ON_TRUST, ON_ANXIETY, ON_COUPLES, ON_GRIEF, ON_STARTING = "trust", "anxiety", "couples", "grief", "starting-therapy"
PRIYA, TOMAS, JONAH, MARIAN = "priya-larkspur", "tomas-fennimore", "jonah-wetherby", "marian-ashgrove"
ABOUT, CONTACT, HELP = "about", "consultation", "get-help-now"
EDITORIAL, PRIVACY, ACCESS = "editorial-policy", "privacy", "accessibility"


@dataclass(frozen=True)
class Graded:
    """A question. ``best`` pages answer it (grade 2), ``helpful`` ones help (grade 1).

    ``passage`` is the heading or question under which the answer stands on a best page, where one place is right.
    """

    text: str
    best: tuple[str, ...]
    helpful: tuple[str, ...] = ()
    passage: str = ""

    @property
    def grades(self) -> dict[str, float]:
        return dict.fromkeys(self.helpful, 1.0) | dict.fromkeys(self.best, 2.0)


def q(text, best, helpful="", passage=""):
    return Graded(text, tuple(best.split()), tuple(helpful.split()), passage)


WORDS = (
    q("panic attack", PANIC, f"{BODY} {ON_ANXIETY}"),
    q("boundaries", BOUNDARIES, f"{ON_COUPLES} {YOURSELF}"),
    q("attachment styles", ATTACHMENT, TRUST),
    q("gaslighting", YOURSELF, passage="When someone told you not to believe your eyes"),
    q("five stages of grief", GRIEF, ON_GRIEF, "Why stages don’t fit"),
    q("couples therapy", COUPLES, f"{ON_COUPLES} {TOMAS}"),
    q("caffeine and anxiety", BODY, NIGHT, "Does caffeine make it worse?"),
    q("fight or flight", BODY),
    q("confidentiality in therapy", FIRST, f"{COUPLES} {PRIVACY}"),
    q("apology", REPAIR, passage="What a real apology holds"),
    q("wheelchair access", ACCESS, ABOUT, "Coming to see us"),
    q("cookies", PRIVACY),
)

ABBREVIATIONS = (
    q("CBT", THERAPIES, f"{PRIYA} {PANIC}", "CBT: cognitive behavioural therapy"),
    q("what is EMDR", THERAPIES, JONAH, "EMDR: eye movement desensitisation and reprocessing"),
    q("will you tell my GP", FIRST, passage="Will you tell my GP that I came?"),
    q("CBT-I", NIGHT, f"{THERAPIES} {PRIYA}", "When it goes on"),
    q("PTSD treatment", THERAPIES, JONAH),
    q("NHS therapy free", ON_STARTING, f"{THERAPIES} {BODY}", "Can I get therapy without paying?"),
    q("BSL therapist", f"{JONAH} {CONTACT}"),
    q("eye movement therapy", THERAPIES, JONAH),
    q("BACP register", f"{THERAPIES} {FIRST}", f"{COUPLES} {TOMAS}"),
)

TYPOS = (
    q("panik atack", PANIC, f"{BODY} {ON_ANXIETY}"),
    q("anxeity symptoms", BODY, f"{ON_ANXIETY} {PANIC}"),
    q("greif support for freind", FRIEND, f"{GRIEF} {ON_GRIEF}"),
    q("councelling", THERAPIES, f"{TOMAS} {COUPLES} {ON_STARTING}", "Counselling"),
    q("boundrys with parents", BOUNDARIES),
    q("atachment theory", ATTACHMENT, TRUST),
    q("cant slep at nite worrying", NIGHT, f"{ON_ANXIETY} {BODY}"),
    q("therepist fees", CONTACT, FIRST, "What it costs"),
    q("betrayel", AFFAIR, f"{ON_TRUST} {YOURSELF}"),
    q("hypnosys emdr", THERAPIES, JONAH, "Is EMDR a kind of hypnosis?"),
    q("selfcompassion", YOURSELF, passage="Change how you speak to yourself after an error"),
)

SPELLINGS = (
    q("counseling vs psychotherapy", THERAPIES, FIRST),
    q("cognitive behavioral therapy", THERAPIES, f"{PRIYA} {PANIC}"),
    q("eye movement desensitization", THERAPIES, JONAH),
    q("marriage counselor", f"{COUPLES} {TOMAS}", ON_COUPLES),
    q("practicing saying no", BOUNDARIES, YOURSELF),
    q("why do I apologize all the time", REPAIR, BOUNDARIES),
    q("mom calls me every day", BOUNDARIES),
    q("controlling behavior", YOURSELF, f"{AFFAIR} {BOUNDARIES} {COUPLES}"),
)

QUESTIONS = (
    q("how long does grief last", GRIEF, ON_GRIEF, "How long does grief last?"),
    q("can a panic attack kill you", PANIC, BODY, "Can a panic attack kill me, or make me lose my mind?"),
    q("how much does a session cost?", CONTACT, FIRST, "What it costs"),
    q("what happens in the first session", FIRST, f"{COUPLES} {ON_STARTING}", "The hour itself"),
    q("should I breathe into a paper bag", PANIC, BODY, "Should I breathe into a paper bag?"),
    q("what should I say to a friend whose mum died", FRIEND, GRIEF, "What to say first"),
    q("can I get help for free", ON_STARTING, f"{CONTACT} {THERAPIES} {HELP}", "Can I get therapy without paying?"),
    q("my partner refuses to go to therapy", f"{COUPLES} {ON_COUPLES}", TOMAS, "What if my partner will not come?"),
    q("is it bad to argue in front of the kids", REPAIR, passage="Is it bad for children to hear us argue?"),
    q("what is the difference between a counsellor and a psychotherapist", THERAPIES, FIRST, "And psychotherapy?"),
    q("how do I cancel my appointment", f"{FIRST} {CONTACT}", passage="What if I need to cancel?"),
    q("how do I know if it is my gut or just anxiety", YOURSELF, passage="How do I tell a gut feeling from anxiety?"),
    q("is it ok to go to bed angry", REPAIR, passage="Should we never go to bed angry?"),
    q("why do I get dizzy when I'm nervous", BODY, PANIC, "Why breathing fast makes you dizzy"),
    q("can you trust someone again after they cheated", f"{AFFAIR} {ON_TRUST}", TRUST),
    q("do I have to talk about my childhood", THERAPIES, passage="Do I have to talk about my childhood?"),
    q("who checks that your articles are true", EDITORIAL, MARIAN, "Who checks"),
    q("can I see a therapist by video call", CONTACT, f"{ABOUT} {FIRST}", "If you can’t use the telephone"),
    q("how to explain death to a child", ON_GRIEF, passage="How can I help a grieving child?"),
    q("where are you located", ABOUT, passage="Where to find us"),
    q("is my anxious attachment my parents' fault", ATTACHMENT, passage="Is my pattern my parents’ fault?"),
    q(
        "how many sessions will I need",
        FIRST,
        f"{THERAPIES} {COUPLES}",
        "How long is a session, and how many will I need?",
    ),
    q("should I take pills for anxiety", ON_ANXIETY, PANIC, "Should I take medicine for it?"),
    q("how to help someone having a panic attack", PANIC, BODY, "If somebody near you is panicking"),
)

FEELINGS = (
    q("everything feels too much", f"{BODY} {ON_ANXIETY}", f"{PANIC} {HELP} {ON_STARTING}"),
    q("I can't stop thinking at 3am", NIGHT, ON_ANXIETY),
    q("he lied to me for years", AFFAIR, f"{TRUST} {YOURSELF} {ON_TRUST}"),
    q("my heart is racing for no reason", BODY, f"{PANIC} {ON_ANXIETY}"),
    q("I feel numb since he died", GRIEF, ON_GRIEF, "Why do I feel nothing?"),
    q("I always give in to everyone", BOUNDARIES, YOURSELF),
    q("we keep having the same fight", REPAIR, f"{COUPLES} {ON_COUPLES}", "When the same row keeps coming back"),
    q("scared of my husband", f"{REPAIR} {YOURSELF}", f"{COUPLES} {BOUNDARIES} {AFFAIR} {HELP}"),
    q("I don't believe anyone means well", TRUST, f"{ON_TRUST} {ATTACHMENT}"),
    q("afraid I will cry in front of the therapist", FIRST, ON_STARTING, "If you cry, or can’t speak"),
    q("I second guess every decision", YOURSELF, ON_TRUST),
    q("it still hurts after six years", GRIEF, ON_GRIEF),
    q("feel guilty when I say no", BOUNDARIES, passage="Why do I feel so guilty?"),
    q("he goes quiet and walks away when we argue", REPAIR, f"{ON_COUPLES} {COUPLES} {ATTACHMENT}"),
    q("I want to die", HELP, f"{GRIEF} {FRIEND}"),
    q("alone in the dark worrying about money", NIGHT),
)

QUOTED = (
    q('"continuing bonds"', GRIEF, passage="Staying in touch"),
    q('"secure base"', ATTACHMENT, TRUST),
    q('"smoke alarm"', BODY),
    q('"died by suicide"', FRIEND, passage="What about a death by suicide?"),
    q('"repair attempts" gottman', REPAIR, passage="Why repair matters"),
)

PEOPLE = (
    q("Priya Larkspur", PRIYA, f"{ABOUT} {NIGHT} {BODY}"),
    q("Jonah", JONAH, f"{CONTACT} {ABOUT} {GRIEF}"),
    q("dr ashgrove", MARIAN, f"{ABOUT} {FIRST}"),
    q("tomas fenimore couples counsellor", TOMAS, f"{COUPLES} {ABOUT}"),
    q("John Bowlby", ATTACHMENT, TRUST),
    q("Carl Rogers", YOURSELF, THERAPIES),
    q("therapist who speaks Hindi", PRIYA),
)

KINDS = {
    "words": WORDS,
    "abbreviations": ABBREVIATIONS,
    "typing mistakes": TYPOS,
    "spellings": SPELLINGS,
    "questions": QUESTIONS,
    "feelings": FEELINGS,
    "quoted": QUOTED,
    "people": PEOPLE,
}
GRADED = tuple(graded for kind in KINDS.values() for graded in kind)
