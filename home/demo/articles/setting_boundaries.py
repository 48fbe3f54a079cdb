"""Demo article: setting boundaries without closing the door."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    button,
    callout,
    faq,
    heading,
    invitation,
    key_points,
    part,
    quote,
    related,
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="setting-boundaries",
    title="Setting boundaries without closing the door",
    standfirst=(
        "A boundary is a way to stay in a relationship without losing yourself in it. Here is how to find "
        "yours, say it kindly and hold it."
    ),
    description=(
        "How to set a boundary with a partner, parent or friend: finding your limit, words you can borrow, "
        "what to do when people push back, and safety."
    ),
    topics=("trust", "couples"),
    author="priya-larkspur",
    reviewer="tomas-fennimore",
    days_ago=98,
    content_note="This article mentions controlling and abusive relationships.",
    body=(
        text(
            (
                "Your mother rings during supper, most nights, and talks for an hour. You love her. You "
                "have also begun to feel sick when the phone lights up. So you let it ring, feel guilty, "
                "call back and stay on for twice as long."
            ),
            (
                "People often think that the choice is between putting up with it and falling out. There is "
                "a third way, and it is mostly made of small, dull, friendly sentences."
            ),
        ),
        key_points(
            "A boundary says what you will do. It is not a rule for what others must do.",
            "It is kindest when it is early, short and clear.",
            "Guilt is common at first. It does not mean that you have done wrong.",
            "If someone frightens you, your safety comes before any boundary talk.",
        ),
        heading("What a boundary is"),
        text(
            "The word is used for many things, so here is how we use it. A boundary is a line you draw "
            "around your own time, body, money or feelings. It tells people how to be close to you. A "
            "demand tries to run somebody else’s life. A boundary runs yours."
        ),
        bullets(
            "Compare these pairs:",
            (
                "<b>Demand:</b> “You must stop ringing me.” <b>Boundary:</b> “I do not pick up during "
                "supper. I will call you on Sundays.”"
            ),
            (
                "<b>Demand:</b> “You are not allowed to shout.” <b>Boundary:</b> “When voices go up, I "
                "leave the room for a while. I will come back.”"
            ),
            (
                "<b>Demand:</b> “Never mention my weight.” <b>Boundary:</b> “I do not talk about my weight. "
                "If it comes up, I will change the subject.”"
            ),
        ),
        quote(
            ("A wall says that nobody may come in. A boundary shows people where the door is, and when it is open."),
            speaker="Tomas Fennimore",
            role="Couples counsellor, The Quiet Harbour Practice",
            verified=True,
        ),
        heading("Finding where yours is"),
        text(
            "You may not know where your limits are until someone has stepped over them. Resentment is "
            "a useful clue. So is the wish to be ill so that you need not go."
        ),
        bullets(
            "Ask yourself:",
            "After which visits, calls or favours do I feel flat or cross?",
            "What do I say yes to while hoping it will be cancelled?",
            "What would I like more of, if there were less of this?",
        ),
        callout(
            "note",
            "If you grew up without any",
            (
                "In some families a closed bedroom door was an insult, and no was a word for rude children. "
                "If yours was like that, your first boundaries may feel like cruelty. They may only be "
                "unfamiliar."
            ),
        ),
        heading("Saying it"),
        text(
            "Robert Alberti and Michael Emmons described assertiveness back in 1970. Being assertive "
            "means standing up for yourself while respecting the other person. That differs from giving "
            "way, and it differs from attack (Alberti and Emmons, 1970). The NHS lists learning to be "
            "assertive and starting to say no among its tips for low self-esteem."
        ),
        steps(
            "Four parts of a boundary",
            ("Begin with the bond", "Say why you bother. “I like our talks, and I want to enjoy them.”"),
            (
                "Name the thing, once",
                (
                    "Keep it plain and recent. “When you ring at supper, I am half listening.” Leave out "
                    "“always” and “never”."
                ),
            ),
            (
                "Say what you will do",
                "Keep it in your own hands. “From now on I will leave my phone in the hall while we eat.”",
            ),
            (
                "Open the door",
                "Say what you can offer. “I will ring you on Sunday at four, with a cup of tea.”",
            ),
        ),
        callout(
            "tip",
            "Short is kind",
            (
                "The longer you explain, the more there is to argue with. Two sentences will do. Then stop, "
                "breathe and let the other person have their feelings about it."
            ),
        ),
        part("When people push back"),
        text(
            (
                "They may well. You have changed the steps of a dance they knew. Some will sulk or test the "
                "line to see if it moves. You need not win the argument. Repeat it once, in the same "
                "friendly words: “I know it is a change. I will ring on Sunday.” Then do it. Ring on Sunday "
                "at four."
            ),
            (
                "This is where boundaries and trust meet. Each time you do what you said, people learn that "
                "your yes can be relied on, because your no can. Our article on "
                '<a href="article:why-trust-feels-hard">why trust feels hard, and what helps</a> says more '
                "about how that grows."
            ),
        ),
        part("When you get it wrong"),
        text(
            "You may bark it, or say it by text at midnight. You may draw the line in the wrong place. "
            "Lines can be moved. “I was too sharp on Tuesday. I do still need the evening to myself.” "
            "The way back is much the same as after any row, and "
            '<a href="article:repair-after-an-argument">repairing after an argument</a> is something '
            "you can practise."
        ),
        heading("When a boundary is not enough"),
        callout(
            "caution",
            "If you are afraid",
            (
                "Kind sentences work between people who wish each other well. It is different if someone "
                "punishes you for saying no, checks where you are or hurts you. Then a firmer limit may "
                "raise the risk. Talk to a domestic abuse service first. The government’s guide lists them "
                "(Home Office)."
            ),
        ),
        urgent_help(words="If somebody at home frightens you, you can talk it through today, in confidence."),
        related(
            "why-trust-feels-hard",
            "repair-after-an-argument",
            "learning-to-trust-yourself",
            title="More on staying close",
        ),
        faq(
            (
                "Why do I feel so guilty?",
                (
                    "Guilt is the feeling of breaking a rule. It helps to ask which rule, and whose. “A "
                    "good daughter always answers” may be a rule you never agreed to. If you have not been "
                    "unkind or unfair, you can let the guilt sit beside you and keep the boundary anyway. "
                    "For many people it fades as the new habit settles in."
                ),
            ),
            (
                "Is a boundary the same as an ultimatum?",
                (
                    "No. An ultimatum tries to force a choice: do this, or else. A boundary says what you "
                    "will do to look after yourself, and leaves the other person free to choose. The words "
                    "can sound alike. Check what you are hoping for. If it is control over them, think "
                    "again. If it is peace for you, carry on."
                ),
            ),
            (
                "What if the other person is ill or grieving?",
                (
                    "You can be kind and still have limits. Limits may be what lets you keep coming. Offer "
                    "what you can do gladly, such as Tuesdays and a pot of soup, rather than everything "
                    "until you drop. Our article on "
                    '<a href="article:supporting-a-grieving-friend">supporting a grieving friend</a> has '
                    "ideas for help that lasts."
                ),
            ),
        ),
        invitation(
            "Would you like to practise this with someone?",
            (
                "A first conversation with one of our therapists is a place to find your own words, and to "
                "try them aloud. This is our own service, so take your time to choose."
            ),
            button("Ask for a conversation"),
        ),
    ),
    references=(
        Reference("Alberti, R. E. and Emmons, M. L.", "Your Perfect Right", "Impact Publishers", 1970),
        Reference(
            "NHS",
            "Raise low self-esteem",
            "NHS website",
            None,
            "https://www.nhs.uk/mental-health/self-help/tips-and-support/raise-low-self-esteem/",
        ),
        Reference(
            "Home Office",
            "Domestic abuse: how to get help",
            "GOV.UK",
            None,
            "https://www.gov.uk/guidance/domestic-abuse-how-to-get-help",
        ),
    ),
)
