"""Demo article: how couples repair after an argument."""

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
    picture,
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="repair-after-an-argument",
    title="How couples repair after an argument",
    standfirst=(
        "All couples fall out. What you do in the hours afterwards can matter more than who was right. Here "
        "is a way back to each other."
    ),
    description=(
        "How couples make up after an argument: when to pause, what a real apology holds, words you can "
        "borrow, and when a row is a sign of danger."
    ),
    topics=("couples",),
    author="tomas-fennimore",
    reviewer="priya-larkspur",
    days_ago=16,
    content_note="This article mentions fear and control in relationships.",
    related=("what-happens-in-couples-therapy", "setting-boundaries"),
    body=(
        text(
            (
                "It began with the dishwasher. Twenty minutes later you were both talking about his mother, "
                "last Christmas and who gave up what for whom. Now one of you is in the bath and the other "
                "is scrolling in the dark."
            ),
            (
                "The silence after a row is an odd place. You may feel right and wretched at once. This "
                "article is about that place, and about the way back from it. The way back has a plain "
                "name: repair."
            ),
        ),
        key_points(
            "Falling out is ordinary. Finding each other again is a skill, and you can practise it.",
            "Calm your body first. Talk second.",
            "An apology that names what you did, and what you will do about it, goes further than “sorry”.",
            "If you are afraid of your partner, this article is not the right tool. There is other help.",
        ),
        heading("Why repair matters"),
        text(
            (
                "The psychologist Edward Tronick watched mothers with their babies, and saw that even "
                "contented pairs were often out of step. They missed each other’s signals, then found each "
                "other again. He thought that this mending taught the baby something hopeful: a bad moment "
                "can be put right (Tronick, 1989)."
            ),
            (
                "Adults are not babies, but the idea travels well. John Gottman studied couples for "
                "decades. With Nan Silver he wrote about “repair attempts” (Gottman and Silver, 1999). A "
                "joke, a touch, a cup of tea: anything that stops a row from running away with you. Two "
                "things count. One of you has to make the offer. The other has to let it land."
            ),
        ),
        picture(
            "harbour-dusk",
            alt=(
                "Drawing of overlapping soft shapes in blue and amber, like small boats resting side by "
                "side in a harbour at dusk."
            ),
            caption="Two boats on one mooring will bump in rough weather. They are made to.",
        ),
        heading("First, let the storm pass"),
        text(
            (
                "When your heart is pounding you hear badly and speak worse. Gottman and Silver suggest a "
                "break of at least 20 minutes for the body to settle. Say that you are coming back, and say "
                "when. Without that, a break can look like walking out."
            ),
            (
                "You could say: “I am too wound up to be fair. I am going round the block. Can we try again "
                "at nine?” Then do something that is not rehearsing your case. Walk. Wash up. Stroke the "
                "cat."
            ),
        ),
        heading("Then, find each other again"),
        steps(
            "A repair talk in four parts",
            (
                "Open softly",
                (
                    "Start with the two of you and leave the dishwasher for later. “I do not like where we "
                    "ended up. Can we have another go?”"
                ),
            ),
            (
                "Take turns",
                (
                    "One speaks for a few minutes, and the other only listens. Then the listener says back "
                    "what they heard: “You felt alone with it. Is that right?” Swap over."
                ),
            ),
            (
                "Own your part",
                (
                    "Find something that is yours, even if it is small. “I rolled my eyes. That was "
                    "unkind.” You can own your part without taking the blame for everything."
                ),
            ),
            (
                "Agree one next thing",
                (
                    "Choose something you could do this week. “If I am going to be late, I will text by "
                    "six.” One kept agreement is worth ten promises."
                ),
            ),
        ),
        part("What a real apology holds"),
        text(
            "Roy Lewicki and his colleagues asked people to judge apologies made up of different parts "
            "(Lewicki and others, 2016). The fuller apologies were seen as stronger. Taking "
            "responsibility mattered, and so did offering to put things right. The apologies came from "
            "made-up cases at work, so read this lightly. It still fits what couples tell us."
        ),
        bullets(
            "These apologies tend to land:",
            "“I shouted, and I saw you flinch. I am sorry.”",
            "“I said I would ring the bank and I did not. I will do it in the morning.”",
            "“I want to understand why that hurt. Will you tell me?”",
            style="ticks",
        ),
        bullets(
            "These tend to start the row again:",
            "“I am sorry you feel that way.”",
            "“I am sorry, but you started it.”",
            "“I said sorry. What more do you want?”",
            style="crosses",
        ),
        callout(
            "tip",
            "Repair need not be a speech",
            (
                "Some people say sorry with words. Others put the bins out, or bring a plate of toast to "
                "the bathroom door. Learn your partner’s way of holding out a hand. Tell them yours."
            ),
        ),
        heading("When the same row keeps coming back"),
        text(
            (
                "Many couples have one argument that wears different clothes. On top it is about money or "
                "lateness. Underneath it asks a question: “Do I matter to you?” or “Am I ever enough for "
                "you?” Try asking each other: “What does this row mean to you?”"
            ),
            (
                "If trust has been badly broken, repair is a longer road than one talk. Our guide to "
                '<a href="article:after-a-betrayal">the first weeks after a betrayal</a> is a better place '
                "to start. Sometimes what is missing is a limit that both of you can see. Then read about "
                '<a href="article:setting-boundaries">setting boundaries without closing the door</a>.'
            ),
        ),
        heading("When it is not just a row"),
        text(
            "Repair is for two people who are both safe to speak. If you watch your words because of "
            "what your partner might do, something else is going on. Being hit, threatened, followed, "
            "cut off from friends or kept without money is abuse. It is not a failure to communicate, "
            "and it is not yours to mend. The government’s guide lists places that can help (Home "
            "Office)."
        ),
        urgent_help(
            words=("If you are afraid of someone at home, you can talk to someone today. In an emergency call 999.")
        ),
        faq(
            (
                "Should we never go to bed angry?",
                (
                    "You can. Two tired people at midnight seldom do their kindest thinking. If you stop, "
                    "mark the pause: “I am still cross, and I love you. Let us talk after breakfast.” What "
                    "hurts is a pause that never ends, where the subject is simply dropped and both of you "
                    "learn not to raise it."
                ),
            ),
            (
                "What if I always have to make the first move?",
                (
                    "Tell your partner when you are both calm. “I notice I usually come and find you. I "
                    "would like you to come and find me sometimes.” They may not know how, or they may fear "
                    "being turned away. Ask what would make it easier. If nothing changes after several "
                    "honest talks, a counsellor can help you look at the pattern together."
                ),
            ),
            (
                "Is it bad for children to hear us argue?",
                (
                    "Children can cope with some disagreement. What frightens them is contempt, threats or "
                    "long cold silences. If they heard the row, let them see some of the repair too. “We "
                    "were both cross, we talked, and we are all right” tells them that a bad moment can end."
                ),
            ),
        ),
        invitation(
            "Would it help to talk with someone in the room?",
            (
                "Tomas Fennimore sees couples at The Quiet Harbour Practice. You can ask for a first "
                "conversation, together or one of you alone. This is our own service, so please look around "
                "as well."
            ),
            button("Ask for a conversation"),
            button("Read about couples therapy", page="article:what-happens-in-couples-therapy"),
        ),
    ),
    references=(
        Reference("Gottman, J. M. and Silver, N.", "The Seven Principles for Making Marriage Work", "Crown", 1999),
        Reference(
            "Tronick, E. Z.",
            "Emotions and emotional communication in infants",
            "American Psychologist, 44(2), 112–119",
            1989,
            "https://doi.org/10.1037/0003-066X.44.2.112",
        ),
        Reference(
            "Lewicki, R. J., Polin, B. and Lount, R. B.",
            "An exploration of the structure of effective apologies",
            "Negotiation and Conflict Management Research, 9(2), 177–196",
            2016,
            "https://doi.org/10.1111/ncmr.12073",
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
