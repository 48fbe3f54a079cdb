"""Demo article: learning to trust yourself again."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    download,
    faq,
    heading,
    key_points,
    part,
    quote,
    shared_invitation,
    statistic,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="learning-to-trust-yourself",
    title="Learning to trust yourself again",
    standfirst=(
        "After a mistake, a lie or years of being told you were wrong, your own judgement can feel like a "
        "stranger. You can get to know it again, in small ways."
    ),
    description=(
        "How to rebuild trust in your own judgement after a mistake, a betrayal or years of being doubted, "
        "with a one-page diary you can print and use."
    ),
    topics=("trust",),
    author="priya-larkspur",
    reviewer="jonah-wetherby",
    days_ago=33,
    content_note="This article mentions controlling relationships and domestic abuse.",
    related=("why-trust-feels-hard",),
    body=(
        text(
            (
                "You stand in the supermarket for ten minutes with two kinds of pasta. You ask three "
                "friends what to reply, then use none of their answers. You keep thinking: I did not see it "
                "coming last time, so how can I believe what I see now?"
            ),
            (
                "Losing trust in yourself is a lonely kind of loss. Other people cannot see it, and you can "
                "be very good at hiding it. This article is about how it goes, and how to coax it back."
            ),
        ),
        key_points(
            ("Self-trust means believing that you can cope with being wrong. It does not mean always being right."),
            ("Doubt often has a history: a mistake, a lie, or someone who told you not to believe your own eyes."),
            "It returns through small promises that you make to yourself and keep.",
        ),
        heading("How we come to doubt ourselves"),
        part("When you were deceived"),
        text(
            "After a betrayal people often say that they lost two people: the one who lied, and the "
            "version of themselves who believed it. “I must be stupid.” But trusting someone who worked "
            "hard to mislead you is no failure of sense. You judged with the facts you were given. If "
            'this is recent, our guide to <a href="article:after-a-betrayal">the first weeks after a '
            "betrayal</a> comes first."
        ),
        part("When you made a real mistake"),
        text(
            "Perhaps you were the one who drank, or spent the money, or stayed too long. Shame says: "
            "you cannot be trusted with anything. That is too large a claim. “I cannot yet be trusted "
            "with a credit card after a bad day” is smaller and more useful. You can do something about "
            "it."
        ),
        part("When someone told you not to believe your eyes"),
        text(
            "“That never happened.” “You are too sensitive.” “Everyone thinks you are difficult.” Hear "
            "this for years and you may start to check every thought before you think it. When one "
            "person wears down another’s sense of what is real, it is often called gaslighting. It can "
            "be part of a pattern of control."
        ),
        callout(
            "caution",
            "If this is happening now",
            (
                "Does your partner or a relative watch you, scare you or decide what you may do? Then the "
                "doubt you feel may have been put there. Controlling or coercive behaviour is a crime in "
                "England and Wales (Home Office, 2023). You can ask for help even if nobody has ever hit "
                "you."
            ),
        ),
        statistic(
            "1 in 4",
            (
                "people aged 16 and over in England and Wales are estimated to have experienced domestic "
                "abuse since the age of 16."
            ),
            (
                "Redevelopment of domestic abuse statistics: research update December 2024, "
                "Office for National Statistics (ONS)"
            ),
            "https://www.ons.gov.uk/peoplepopulationandcommunity/crimeandjustice/articles/redevelopmentofdomesticabusestatistics/researchupdatedecember2024",
            2024,
        ),
        urgent_help(),
        heading("Ways to begin again"),
        part("Keep a promise so small that it is almost silly"),
        text(
            "Trust in another person grows when they do what they said. It works the same way inside. "
            "So make a promise that you are nearly certain to keep. “I will drink a glass of water "
            "before my coffee.” Keep it for a week. Then choose a slightly larger one."
        ),
        part("Ask yourself before you ask the room"),
        text(
            "Before you send the group message, write down what you think. One line will do. Then ask, "
            "if you still want to. Afterwards compare. You may find that your first thought was more "
            "use than you feared. If it was off, you have learned where you need a second pair of eyes."
        ),
        part("Listen to the body, then check"),
        text(
            "A tight chest or a sinking feeling is a message, but it can be about today or about ten "
            "years ago. Try saying: “Something in me is worried. What did it notice?” Then look for "
            "plain facts. You need not obey the feeling. You need not dismiss it either."
        ),
        part("Change how you speak to yourself after an error"),
        text(
            "The psychologist Kristin Neff describes three parts of self-compassion (Neff, 2003). One "
            "is kindness in place of harsh judgement. Another is remembering that failing is part of "
            "being human. The third is holding painful thoughts without drowning in them. You might "
            "ask: “What would I say to my sister if she had done this?” Then say that."
        ),
        quote(
            "The curious paradox is that when I accept myself just as I am, then I can change.",
            speaker="Carl Rogers",
            role="psychologist",
            source_title="On Becoming a Person",
            year=1961,
            verified=True,
        ),
        heading("A diary for two weeks"),
        text(
            "Memory is harsh on people who doubt themselves. It stores the wrong turnings and loses the "
            "rest. So write things down while they are fresh. Five minutes at the end of the day is "
            "plenty."
        ),
        bullets(
            "Each evening, note four things:",
            "a choice I made today, however small",
            "what I felt or noticed before I made it",
            "how it turned out, as far as I know",
            "one thing I would tell a friend who had made it",
            style="numbers",
        ),
        download(
            "trust-diary",
            "Trust diary",
            (
                "A one-page diary to print. It has room for one week of small choices: what you noticed, "
                "what you decided and how it turned out."
            ),
        ),
        text(
            "After two weeks, read it as if it belonged to someone else. Where is this person’s "
            "judgement sound? Where do they need to slow down, or ask? An honest answer will have some "
            "of each. That is what trust looks like: a fair picture, with both in it."
        ),
        heading("How you will know it is coming back"),
        text(
            "It seldom comes as a rush of confidence. You notice that you ordered lunch without asking "
            "what everyone else was having. You said “I would rather not” and the sky stayed up. You "
            "changed your mind and did not call yourself names. If saying no is the hard part, our "
            'article on <a href="article:setting-boundaries">setting boundaries without closing the '
            "door</a> may help."
        ),
        faq(
            (
                "How do I tell a gut feeling from anxiety?",
                (
                    "You cannot always, and nobody can. Anxiety tends to be loud, to hurry you and to "
                    "repeat itself. A quieter sense that something is off may point to a plain fact, such "
                    "as a date that does not fit. Where you can, wait a day, look for facts and talk to "
                    "somebody steady."
                ),
            ),
            (
                "Is it weak to ask other people what they think?",
                (
                    "No. People with sound judgement ask for advice all the time. The trouble starts when "
                    "you ask so that you need not know your own mind. A simple rule can help: write down "
                    "your own view first, then ask one or two people, then decide and stop asking."
                ),
            ),
            (
                "Could therapy help with this?",
                (
                    "It may. In cognitive behavioural therapy (CBT) you might test a belief such as “I "
                    "always choose badly” against what happens in real weeks. Other kinds of therapy look "
                    "more at where the doubt began. Our article on "
                    '<a href="article:telling-therapies-apart">telling the different therapies apart</a> '
                    "explains the main ones."
                ),
            ),
        ),
        shared_invitation("first-conversation"),
    ),
    references=(
        Reference(
            "Neff, K. D.",
            "Self-compassion: an alternative conceptualization of a healthy attitude toward oneself",
            "Self and Identity, 2(2), 85–101",
            2003,
            "https://doi.org/10.1080/15298860309032",
        ),
        Reference("Rogers, C. R.", "On Becoming a Person", "Houghton Mifflin", 1961),
        Reference(
            "Home Office",
            "Controlling or coercive behaviour: statutory guidance framework",
            "GOV.UK",
            2023,
            "https://www.gov.uk/government/publications/controlling-or-coercive-behaviour-statutory-guidance-framework",
        ),
        Reference(
            "Office for National Statistics",
            "Redevelopment of domestic abuse statistics: research update December 2024",
            "ONS",
            2024,
            "https://www.ons.gov.uk/peoplepopulationandcommunity/crimeandjustice/articles/redevelopmentofdomesticabusestatistics/researchupdatedecember2024",
        ),
    ),
)
