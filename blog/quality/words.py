"""The words that the rules look for, as they are shipped. Editors keep their own lists; these start them."""

from dataclasses import dataclass, field

from .danger import RISKS, SENSITIVE
from .matching import lines
from .respect import STIGMATISING

#: What promises more than anybody can keep. How phrases are written: see ``matching``.
PROMISES = lines("""
    guarantee*
    except guarantee* ~ confidential*/privacy/anonymity/discretion
    except confidentiality/privacy/anonymity is ~ guaranteed
    100%/completely/totally/fully effective/successful/cured/risk-free
    100 per cent effective/successful
    100% success
    success rate of 100%
    instant/immediate relief/results
    permanent/complete/lasting cure
    miracle
    cure*
    never fails
    always works/succeeds
    works for everyone/everybody
    works every time
    proven to work
    sure/certain/bound to work/help/heal
    risk-free
    no ~ side effects
    without ~ side effects
    quick fix for
    will ~ heal your/you/all
    heals your/all
    will ~ fix your/you
    rid/rids you of
    gets rid of your/all
    will ~ rid of
    eliminates/eradicates/erases ~ anxiety/panic/fear/fears/depression/trauma/worry/stress/pain
    will ~ eliminate/eradicate/erase
    anxiety/panic/fear/fears/depression/trauma/worry/stress/pain will ~ disappear/vanish
    disappear/vanish for good/ever
    disappear/vanish forever
    sure-fire
    surefire
    foolproof
    infallible
    say goodbye to ~ anxiety/panic/fear/fears/depression/trauma/worry/stress/pain
    permanently remove*/end/ends/free/frees/stop/stops
    anxiety/panic/fear/fears/depression/trauma/worry/stress/pain for good
    except for good reason*/measure
    free of/from ~ forever
    free of/from ~ for ever/good/life/the
    recovery is certain/assured/guaranteed
    results are assured/certain/guaranteed
""")

SUPERLATIVES = lines("""
    one of the best
    the very best
    except best known/loved
    best ~ therap*
    best ~ treatment*
    best ~ counsel*
    best ~ coach*
    best ~ technique*
    best ~ clinic*
    the best ~ practice/practices in
    best ~ outcome*
    best ~ result*
    except best part/thing/way/time
    the finest
    the ultimate guide/solution/therap*/treatment*/method/way/answer
    most effective
    most successful
    most powerful
    most advanced
    most trusted
    the/our most experienced
    especially effective
    more effective than any/anything/all/every
    nothing ~ works/helps/heals better/faster
    no other ~ therap*/method/approach/treatment works/helps/heals/is/comes
    leading ~ therap*
    leading ~ clinic*/expert*/specialist*
    leading provider*
    leading practice
    foremost expert*/authorit*/specialist*/clinic*/practice*
    except leading to/up/into/from/a/an/the/your/their/our
    top-rated
    top therap*
    number one choice/therap*/treatment*/clinic*/practice/method/provider*
    no. 1
    #1
    world-class
    gold standard
    unrivalled
    unrivaled
    unparalleled
    unmatched
    unsurpassed
    unbeatable
    second to none
    no better way/method/therap*/treatment*/place/help
    nobody does ~ better
    won't/never/not find ~ better
    life-changing
    except life-changing event*/diagnosis/accident*/illness/injury/injuries/news/loss/moment*
    revolutionary
    groundbreaking
    ground-breaking
    you will ~ be/feel better
    you'll ~ be/feel better
    you will never ~ feel/be/have/panic/worry/suffer ~ again
    you'll never ~ feel/be/have/panic/worry/suffer ~ again
    i/we promise that/you
    except i/we promise that your notes/details/data
""")

#: What says that something is known. Where it is known from has to stand nearby.
CLAIMS = lines("""
    research/science/literature/neuroscience show*/suggest*/indicate*/demonstrate*/prove*/confirm*/support*/found/finds
    data/findings show*/suggest*/indicate*/demonstrate*/prove*/confirm*/reveal*/support*
    research/science/data also/often/now/clearly/repeatedly/consistently show*/suggest*/indicate*/confirm*/finds
    research/science ha* ~ shown/found/demonstrated/proved/proven/confirmed/revealed/established/linked
    research/science/neuroscience tells us
    many/several/numerous/countless/various studies/trials
    research and clinical experience
    study/studies/trial/trials show*/suggest*/indicate*/demonstrate*/prove*/confirm*/report*/found/find/finds
    survey/surveys/reviews/meta-analysis/meta-analyses show*/suggest*/indicate*/confirm*/report*/found/find/finds
    studies/trials/surveys/meta-analyses ~ show/suggest/indicate/demonstrate/prove/confirm/reveal
    study/studies/trial/trials ~ ha* ~ shown/found/demonstrated/proved/proven/confirmed/linked
    survey/surveys/reviews/meta-analysis/meta-analyses ~ ha* ~ shown/found/confirmed/linked
    a ~ study/trial/survey/meta-analysis ~ found/showed/shows/suggested/suggests/concluded/concludes
    evidence show*/suggest*/indicate*/demonstrate*/confirm*
    evidence ha* shown/found
    there is ~ evidence
    there's ~ evidence
    the evidence is clear/strong/overwhelming
    experts/scientists recommend/advise
    strong/good/growing/clear/overwhelming/solid evidence that/for/from
    decades/years/plenty of research/evidence
    according to ~ research/researchers/study/studies/scientists/experts/psychologists/survey*/statistics
    a recent study
    recent studies
    recent research
    scientists/neuroscientists/researchers/experts/psychologists/psychiatrists agree/say/believe/know/found/showed
    scientists/neuroscientists/researchers/experts/psychologists/psychiatrists ha* ~ shown/found/discovered/proven
    scientists have
    the science is clear
    well/widely established/documented/proven that
    well-established/well-documented that
    clinically/scientifically proven/validated/tested
    it has ~ been ~ proven/shown
    it is proven
    has/have been proven/shown to
    proven to
    statistic* show*
    consistently show*
    except consistently show* up
""")

#: Shortened forms that every reader knows.
KNOWN_ABBREVIATIONS = frozenset(
    "UK US USA EU NHS GP GPS TV PC FAQ FAQS OK ID DIY BBC CV UN AM PM AD BC HIV AIDS DNA MP PhD DVD CD PDF QR SMS A4 "
    "AI II III IV VI VII VIII IX XI XII Q&A Q A I TED UV".split()
)

COACHING = lines("""
    coach*
    except football/soccer/rugby/tennis/basketball/baseball/swimming/gym/sports/team/running/riding/voice/drama coach*
    except coach to/from/trip*/tour*/journey*/station*/driver*/ride*/party/stop*/travel
    except on/by the coach
    except by coach
""")
THERAPY = lines("""
    therap*
    psychotherap*
    counsel*
""")
#: What tells the two apart: a text that says how they differ does not mix them up.
TELLS_APART = lines("""
    unlike coach*
    coaching is not
    coaching isn't
    coaching isn’t
    coaches are not
    a coach is not
    a coach does not
    not a coach
    not coaching
    difference between
    differ* from
    rather than coach*
    instead of coach*
    is not therapy
    isn't therapy
    isn’t therapy
    not the same as
    therapy or coaching
    coaching or therapy
    where coaching
""")

#: What an import or a paste leaves behind.
LEFTOVERS = lines("""
    related posts
    related articles:
    share this
    share on facebook
    share on twitter
    table of contents
    click to tweet
    read more:
    leave a comment
    leave a reply
    posted in
    filed under
    tagged with
    lorem ipsum
    insert link
    insert image
    image here
    link here
    todo
    to do:
    tbc
    tbd
    xxx
""")


@dataclass(frozen=True)
class WordLists:
    """The lists that one site holds its articles to."""

    promises: tuple[str, ...] = PROMISES
    superlatives: tuple[str, ...] = SUPERLATIVES
    claims: tuple[str, ...] = CLAIMS
    stigmatising: dict[str, str] = field(default_factory=lambda: STIGMATISING)
    risks: tuple[str, ...] = RISKS
    sensitive: tuple[str, ...] = SENSITIVE
    leftovers: tuple[str, ...] = LEFTOVERS
    known_abbreviations: frozenset[str] = KNOWN_ABBREVIATIONS
