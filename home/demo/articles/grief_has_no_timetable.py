"""Grief does not run on a timetable: why it comes in tides, and when to ask for help."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    faq,
    heading,
    key_points,
    part,
    picture,
    quote,
    shared_invitation,
    term,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="grief-has-no-timetable",
    title="Grief does not run on a timetable",
    standfirst=(
        "There is no date by which you should be over it. Here is what grief can look like, why it comes "
        "back, and when a little help may be wise."
    ),
    description=(
        "Why grief comes and goes in waves rather than stages, what can help on hard days, and signs that "
        "it may be time to ask somebody for support."
    ),
    topics=("grief",),
    author="jonah-wetherby",
    reviewer="marian-ashgrove",
    days_ago=96,
    content_note=("This article is about the death of someone close. It touches on thoughts of not wanting to live."),
    related=("supporting-a-grieving-friend", "worry-at-night"),
    references=(
        Reference("Kübler-Ross, E.", "On Death and Dying", "Macmillan", 1969),
        Reference(
            "Stroebe, M. and Schut, H.",
            "The dual process model of coping with bereavement: rationale and description",
            "Death Studies, 23(3), 197–224",
            1999,
            "https://doi.org/10.1080/074811899201046",
        ),
        Reference(
            "Klass, D., Silverman, P. R. and Nickman, S. L. (editors)",
            "Continuing Bonds: New Understandings of Grief",
            "Taylor & Francis",
            1996,
        ),
        Reference(
            "Lundorff, M. and others",
            "Prevalence of prolonged grief disorder in adult bereavement: a systematic review and meta-analysis",
            "Journal of Affective Disorders, 212, 138–149",
            2017,
            "https://doi.org/10.1016/j.jad.2017.01.030",
        ),
        Reference(
            "NHS",
            "Get help with grief after bereavement or loss",
            "NHS",
            None,
            "https://www.nhs.uk/mental-health/feelings-symptoms-behaviours/feelings-and-symptoms/"
            "grief-bereavement-loss/",
        ),
    ),
    body=(
        text(
            "In the ninth month you are in the supermarket, doing quite well, and you see his brand of "
            "marmalade. You leave the trolley where it stands and sit in the car. You had thought that "
            "this part was finished.",
            "People may have told you that the first year is the worst, or that there are stages. So when "
            "grief comes back you wonder what you are doing wrong. You are very likely doing nothing "
            "wrong. You are missing somebody.",
        ),
        key_points(
            "Grief has no fixed order and no end date.",
            "It tends to come in waves. A bad week after a good month is not a step backwards.",
            "Taking a rest from grief is part of grieving.",
            "If daily life stays out of reach, or you don’t want to be alive, please ask for help.",
        ),
        heading("What grief can feel like"),
        text(
            "We expect sadness. Grief brings much more than that. C. S. Lewis kept notebooks after his "
            "wife, Joy, died in 1960. They begin with a surprise:",
        ),
        quote(
            "No one ever told me that grief felt so like fear.",
            speaker="C. S. Lewis",
            role="writer",
            source_title="A Grief Observed",
            year=1961,
            verified=True,
        ),
        bullets(
            "People who are bereaved also speak of:",
            "a restless body, a tight throat, a hollow stomach",
            "a poor memory: keys in the fridge, the same page read four times",
            "anger, at doctors, at God, at the person for dying, at strangers who have what you lost",
            "relief, when an illness was long, and then guilt about the relief",
            "hearing a key in the door at ten to six",
            "nothing at all, for days",
        ),
        text(
            "None of these is the wrong way. If the fear takes over your body, it may help to read "
            '<a href="article:what-anxiety-does-in-the-body">what anxiety does in the body</a>.',
        ),
        heading("Why stages don’t fit"),
        text(
            "The well-known five stages come from Elisabeth Kübler-Ross, who wrote in 1969 about people "
            "facing their own death. They were never meant as a ladder for everyone left behind. Many "
            "people feel three of them before breakfast, and others never meet one of them.",
            "In 1999 two researchers in Utrecht, Margaret Stroebe and Henk Schut, offered a different "
            "picture. Grieving people move to and fro. At times you face the loss: you cry, look at "
            "photographs, go over the last week. At times you face life: you learn to work the boiler, go "
            "to a party, laugh. You need both, and you need to rest from both.",
        ),
        term(
            "The dual process model",
            "A way to describe grief as movement between two kinds of task: the loss itself, and the life "
            "that has to be rebuilt around it. Going from one to the other is expected. It is not "
            "avoidance and not betrayal.",
        ),
        picture(
            "tide-line",
            alt="Soft bands of blue and sand colour, like the uneven line that a tide leaves on a beach.",
            caption="A tide comes in and goes out. The line it leaves is never in quite the same place.",
        ),
        part("Staying in touch"),
        text(
            "You may have heard that you must let go. Many people do something else. They talk to a "
            "photograph, cook her recipe on Sundays, ask themselves what he would have said. The "
            "researchers Dennis Klass, Phyllis Silverman and Steven Nickman called these “continuing "
            "bonds” in 1996. The relationship changes. It needn’t stop.",
        ),
        quote(
            "A client once apologised to me for still crying after six years. I said that I was sorry "
            "too, and asked her what he was like. She hadn’t been asked that for a very long time.",
            speaker="Jonah Wetherby",
            role="psychotherapist, The Quiet Harbour Practice",
            verified=True,
        ),
        heading("What can help on a hard day"),
        bullets(
            "Small things that others have found bearable:",
            "Do the next plain thing. Wash, eat something, open a window.",
            "Tell one person that today is one of those days. You don’t need to explain.",
            "Plan for dates before they come: birthdays, the anniversary, the first warm evening. Decide "
            "where you will be, and how you can leave.",
            "Give the feeling a place. A bench, a song, ten minutes with a box of letters, and then the lid.",
            "Put off large decisions if you can: the house, the job, the clothes.",
            "Let people do things. They are often glad of a task.",
            style="ticks",
        ),
        callout(
            "note",
            "If friends don’t know what to say",
            'You might send them our page on <a href="article:supporting-a-grieving-friend">supporting a '
            "grieving friend</a>. It says the awkward parts so that you don’t have to.",
        ),
        heading("When to ask for help"),
        text(
            "Most people find their way with time and with others around them. Some get stuck in the "
            "deepest part. A review of 14 studies put this at about one bereaved adult in ten (Lundorff "
            "and others, 2017). The authors warned that the studies differed widely. It isn’t weakness. "
            "Sudden deaths, the death of a child, and a loss nobody else recognises can all make it more "
            "likely to be hard.",
        ),
        bullets(
            "Speak to your GP (your family doctor), a bereavement charity such as Cruse or a therapist "
            "if, many months on:",
            "you can’t manage work, meals or the children on most days",
            "you avoid every reminder, or can think of nothing else",
            "you drink or take more than you used to, just to get through",
            "life seems to have no point without them",
        ),
        urgent_help(
            "If you don’t want to go on",
            "Many grieving people have wished not to wake up. If that wish is strong, or is turning into "
            "a plan, please speak to somebody now. You don’t have to be sure that it is serious.",
        ),
        faq(
            (
                "How long does grief last?",
                "Nobody can tell you that. For many people the sharp days come further apart over a year "
                "or two, and the love and the missing remain. Rather than count months, look at whether "
                "there is a little more room in your days than there was. If there is none, that is worth "
                "saying to someone.",
            ),
            (
                "Why do I feel nothing?",
                "Numbness is common, above all in the first weeks. There may be forms to fill in and "
                "others to look after, and the feeling waits. It doesn’t mean that you didn’t love them. "
                "It may come in its own time, or in an odd place. If it lasts and worries you, tell your "
                "GP.",
            ),
            (
                "Is it too soon for therapy, or too late?",
                "There is no closing date. Some people come in the first weeks because they need one "
                "steady hour. Others come twenty years on, when a second loss has opened the first. We "
                "would ask what you hope for, and be honest if we think that rest, friends or a group "
                "would serve you better for now.",
            ),
            (
                "Can I grieve for someone I was angry with?",
                "Yes, and it can be lonely, because people expect you to be either sad or relieved. You "
                "may also be mourning what you never had with them. Say both things: “I miss him, and he "
                "hurt me.” You don’t need to tidy it into one.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
