"""The words that the rules look for, as they are shipped. Editors keep their own lists in the admin; these start them.

Sources: Time to Change and Mind on words for mental health, https://www.mind.org.uk/news-campaigns/minds-media-office/
how-to-report-on-mental-health/; Samaritans' media guidelines, https://www.samaritans.org/about-samaritans/media-guidelines/;
the APA's guidelines for bias-free language, https://apastyle.apa.org/style-grammar-guidelines/bias-free-language/disability.
"""

from dataclasses import dataclass, field


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list that say something."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def pairs(text: str) -> dict[str, str]:
    return dict(tuple(part.strip() for part in line.split("=", 1)) for line in lines(text))


#: What promises more than anybody can keep. A word in brackets may stand there or not; * is the rest of a word.
PROMISES = lines("""
    guarantee*
    100% success
    success rate of 100%
    instant relief
    instant results
    permanent cure
    complete cure
    completely cured
    miracle
    cure*
    never fails
    works for everyone
    proven to work
    risk-free
    quick fix for
""")

SUPERLATIVES = lines("""
    one of the best
    the very best
    best ~ therap*
    best ~ treatment*
    best ~ counsel*
    best ~ coach*
    best ~ technique*
    best ~ practice in
    best ~ outcome*
    best ~ result*
    most effective
    most successful
    most trusted
    most experienced
    especially effective
    leading ~ therap*
    leading provider*
    leading practice
    top-rated
    top therap*
    number one
    no. 1
    world-class
    unrivalled
    unrivaled
    unbeatable
    second to none
    life-changing
""")

#: What says that something is known. Where it is known from has to stand nearby.
CLAIMS = lines("""
    research show*
    research suggest*
    research ha* shown
    research ha* found
    research indicate*
    research and clinical experience
    research consistently
    research confirm*
    research support*
    research find*
    according to research
    stud* show*
    stud* suggest*
    stud* ha* shown
    stud* ha* found
    stud* find*
    stud* found
    stud* indicate*
    stud* report*
    a recent study
    recent studies
    recent research
    evidence show*
    evidence suggest*
    evidence indicate*
    there is evidence
    there is good evidence
    scientists have
    scientists say
    experts agree
    experts say
    psychologists agree
    clinically proven
    scientifically proven
    it has been proven
    it is proven
    statistic* show*
    survey* show*
    consistently show*
""")

#: Words that put a person down, and better ones.
STIGMATISING = pairs("""
    commit suicide = die by suicide
    commits suicide = dies by suicide
    committed suicide = died by suicide
    committing suicide = dying by suicide
    failed suicide = suicide attempt
    failed suicide attempt = suicide attempt
    unsuccessful suicide = suicide attempt
    successful suicide = death by suicide
    addict = person with an addiction
    addicts = people with an addiction
    junkie = person who uses drugs
    junkies = people who use drugs
    alcoholic = person with alcohol dependence
    alcoholics = people with alcohol dependence
    schizophrenic = person with schizophrenia
    schizophrenics = people with schizophrenia
    a depressive = a person with depression
    a manic depressive = a person with bipolar disorder
    a borderline = a person with borderline personality disorder
    a psychotic = a person with psychosis
    a narcissist = a person with narcissistic traits
    narcissists = people with narcissistic traits
    suffers from = has
    suffering from = living with
    suffer from = have
    suffered from = had
    victim of depression = person with depression
    mentally ill people = people with a mental illness
    the mentally ill = people with a mental illness
    the mentally disturbed = people with a mental illness
    the disabled = disabled people
    wheelchair-bound = wheelchair user
    confined to a wheelchair = uses a wheelchair
    crazy = (say what is meant)
    insane = (say what is meant)
    lunatic = (say what is meant)
    lunatics = (say what is meant)
    psycho = (say what is meant)
    psychos = (say what is meant)
    nutcase = (say what is meant)
    madman = (say what is meant)
    mental patient = person in psychiatric care
    mental patients = people in psychiatric care
    attention-seeking = (say what the person needs)
    abuser of drugs = person who uses drugs
    drug abuser = person who uses drugs
    drug abusers = people who use drugs
    substance abuser = person who uses substances
    clean and sober = in recovery
    broken home = (say what happened)
    damaged goods = (say what happened)
""")

#: What an article may not speak of without saying where help is to be had at once.
RISKS = lines("""
    suicid*
    self-harm*
    self harm*
    self-injur*
    kill myself
    kill yourself
    kill themselves
    end my life
    end your life
    end their life
    end their lives
    ending it all
    want* to die
    wish* to die
    overdos*
    domestic abuse
    domestic violence
    sexual abuse
    sexual assault
    sexual violence
    child abuse
    abusive relationship*
    abusive partner*
    emotional abuse
    physical abuse
    abuse
    abused
    rape
    raped
    eating disorder*
    anorexi*
    bulimi*
    psychosis
""")

#: What may bring somebody to read who is not safe, though it is no danger itself.
SENSITIVE = lines("""
    trauma*
    neglect*
    hopelessness
    hopeless
    panic attack*
    addiction*
    bereave*
    betrayal
    depress*
    violence
""")

#: Shortened forms that every reader knows.
KNOWN_ABBREVIATIONS = frozenset(
    "UK US USA EU NHS GP GPS TV PC FAQ FAQS OK ID DIY BBC CV UN AM PM AD BC HIV AIDS DNA MP PhD DVD CD PDF QR SMS A4 "
    "AI II III IV VI VII VIII IX XI XII Q&A Q A I TED UV".split()
)

COACHING = lines("""
    coach*
    life coach*
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
