"""Demo article: the first weeks after a betrayal."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    faq,
    heading,
    key_points,
    part,
    quote,
    shared_invitation,
    statistic,
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="after-a-betrayal",
    title="After a betrayal: the first weeks",
    standfirst=(
        "You have found out, and the ground has moved. You do not have to decide your future this week. "
        "Here is how to get through the next few days."
    ),
    description=(
        "What to do in the first weeks after an affair or serious lie: looking after yourself, talking "
        "about it, telling children, and what can wait."
    ),
    topics=("trust", "couples"),
    author="tomas-fennimore",
    reviewer="jonah-wetherby",
    days_ago=61,
    updated_days_ago=12,
    what_changed="We added advice on sexual health checks and on what to tell children.",
    content_note=(
        "This article is about affairs and other serious deceit. It mentions despair and suicidal thoughts, "
        "without detail."
    ),
    related=("learning-to-trust-yourself", "what-happens-in-couples-therapy"),
    body=(
        text(
            (
                "Perhaps you saw a message light up on the arm of the sofa. Perhaps they told you at the "
                "kitchen table, with the kettle still on. Either way there is now a before and an after. "
                "You may be reading this at four in the morning."
            ),
            (
                "This guide is for the first weeks after you learn of an affair, a hidden debt or another "
                "serious lie. Its aim is modest. It is to help you get through these days safely, and to "
                "leave your choices open."
            ),
        ),
        key_points(
            (
                "Shock can affect your sleep, your stomach, your memory and your temper. That is a common "
                "response to a great blow."
            ),
            "Eat, rest and tell one safe person. These come before any big talk.",
            "Large decisions can nearly always wait a few weeks. Safety cannot.",
        ),
        urgent_help(
            words=(
                "Nights can be hard after a shock like this. If you think about ending your life, or you "
                "are not safe at home, please talk to someone now."
            )
        ),
        heading("What the shock can feel like"),
        text(
            "People are often frightened by how physical this is. You may shake, feel sick or find that "
            "a whole afternoon has gone. You may feel calm and efficient, then sob in the car park. "
            "Pictures can push in when you do not want them."
        ),
        statistic(
            "45%",
            (
                "of 73 unmarried young adults in one small study reported signs of stress that suggested "
                "probable post-traumatic stress disorder (PTSD) after a partner’s infidelity. The group was "
                "small and young, so read this as a hint and not as a forecast."
            ),
            "Post-traumatic stress and psychological health following infidelity in unmarried young adults",
            "https://doi.org/10.1002/smi.2880",
            2019,
        ),
        text(
            "You do not need a label for any of this. It may help to know that your body is doing what "
            "bodies do after a threat. For many people the waves get further apart with time. If they "
            "do not, a general practitioner (GP) is a good person to see."
        ),
        heading("The first days: keep it small"),
        steps(
            "Five things for this week",
            (
                "Tell one safe person",
                (
                    "Choose someone who can listen without taking over. You could say: “I do not need "
                    "advice yet. I need someone to know.”"
                ),
            ),
            (
                "Feed and rest your body",
                (
                    "Eat small, plain things at the usual times. Lie down at night even if sleep does not "
                    "come. Go gently with alcohol, which tends to make the nights worse."
                ),
            ),
            (
                "Sort out tonight",
                (
                    "Decide only where each of you will sleep tonight. A spare room or a friend’s sofa is a "
                    "place to rest. It need not be a verdict."
                ),
            ),
            (
                "Look after your sexual health",
                (
                    "If your partner has had sex with someone else, you can ask a sexual health clinic "
                    "about a check. It is confidential, and staff are used to the question (NHS)."
                ),
            ),
            (
                "Put the big decisions on a list",
                (
                    "Write them down: the house, the wedding, telling your mother. Write a date four weeks "
                    "from now beside them. You can look again then."
                ),
            ),
        ),
        quote(
            (
                "You do not have to forgive anybody this week. You have to eat something, sleep a little "
                "and let one person know."
            ),
            speaker="Jonah Wetherby",
            role="Psychotherapist, The Quiet Harbour Practice",
            verified=True,
        ),
        heading("Talking about it without going under"),
        text(
            "You will want answers, and you have a right to ask. Yet talks that start at midnight often "
            "end with both people in pieces. Some couples agree on a time: an hour, after supper, with "
            "phones in another room."
        ),
        bullets(
            "These things tend to help:",
            ("Asking what you need to know to make choices: is it over, who knows, is anyone’s health at risk."),
            "Writing questions down first, and waiting a day before you ask about intimate details.",
            "Stopping when the hour is up, even in the middle.",
            style="ticks",
        ),
        bullets(
            "These things tend to add to the harm:",
            "Going through a phone all night, alone.",
            "Telling everyone at once. You cannot take it back if you later want to.",
            "Using the children, or the other person’s family, to carry messages.",
            style="crosses",
        ),
        part("If you have children"),
        text(
            "Children notice when something is wrong. They do not need the reason. You could say: “We "
            "are both upset about a grown-up problem. It is not your fault. We both love you, and we "
            "are working out what to do.” Keep school, meals and bedtimes as they were."
        ),
        part("If you are the one who broke trust"),
        text(
            "Tell the truth once, and completely. Facts that come out in pieces over weeks reopen the "
            "wound each time. Say what you did without explaining it away. Expect the same question "
            "more than once. Answering it patiently is one of the few useful things you can do now."
        ),
        heading("What can wait"),
        text(
            (
                "The psychologists Douglas Snyder, Donald Baucom and Kristina Coop Gordon wrote a book for "
                "couples after an affair. They describe three stages: the impact, finding a meaning, and "
                "moving on, together or apart (Snyder, Baucom and Gordon, 2007). You are in the first one. "
                "Questions such as “why?” and “can I forgive this?” belong to later stages. They will keep."
            ),
            (
                "When the dust settles you may find that you doubt your own eyes as well. Our article on "
                '<a href="article:learning-to-trust-yourself">learning to trust yourself again</a> is about '
                "that. If you want to talk in the same room with help, read "
                '<a href="article:what-happens-in-couples-therapy">what happens in couples therapy</a> '
                "first."
            ),
        ),
        callout(
            "tip",
            "A sentence to keep on your phone",
            (
                "When someone presses you to decide, you can say: “I am not deciding anything yet. I will "
                "tell you when I am ready.”"
            ),
        ),
        faq(
            (
                "Should I stay or should I leave?",
                (
                    "Nobody can answer that for you, and few people can answer it well in the first weeks. "
                    "Ask a smaller question: what do I need in order to feel safe until Sunday? If there is "
                    "violence, threats or control, safety comes first and you do not have to wait. The help "
                    "lines in this article can talk through your options with you."
                ),
            ),
            (
                "Why do I want to know every detail?",
                (
                    "Your mind is trying to rebuild a story that turned out to be false. Wanting facts is "
                    "natural. Intimate details are different: once heard, they can come back as pictures. "
                    "Try writing the question down and waiting a day. If you still need the answer, ask it "
                    "at a time you have both agreed."
                ),
            ),
            (
                "Can a couple recover from this?",
                (
                    "Some couples do, and some part and are glad they did. Recovery usually needs the "
                    "deceit to have ended, honest answers, and patience over many months from the person "
                    "who broke trust. It also needs you to want it. Not wanting it is a full and fair "
                    "answer."
                ),
            ),
        ),
        shared_invitation("call-us"),
    ),
    references=(
        Reference(
            "Snyder, D. K., Baucom, D. H. and Gordon, K. C.",
            "Getting Past the Affair: A Program to Help You Cope, Heal, and Move On, Together or Apart",
            "Guilford Press",
            2007,
        ),
        Reference(
            "Roos, L. G., O’Connor, V., Canevello, A. and Bennett, J. M.",
            "Post-traumatic stress and psychological health following infidelity in unmarried young adults",
            "Stress and Health, 35(4), 468–479",
            2019,
            "https://doi.org/10.1002/smi.2880",
        ),
        Reference(
            "NHS",
            "Sexually transmitted infections (STIs)",
            "NHS website",
            None,
            "https://www.nhs.uk/conditions/sexually-transmitted-infections-stis/",
        ),
        Reference(
            "NHS",
            "Help for suicidal thoughts",
            "NHS website",
            None,
            ("https://www.nhs.uk/mental-health/feelings-symptoms-behaviours/behaviours/help-for-suicidal-thoughts/"),
        ),
    ),
)
