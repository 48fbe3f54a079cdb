"""Worry at night: a plan to follow at 3 a.m., and what to change in the day."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    faq,
    heading,
    part,
    quote,
    related,
    shared_invitation,
    steps,
    text,
)

ARTICLE = Article(
    slug="worry-at-night",
    title="Worry at night: a plan for 3 a.m.",
    standfirst=(
        "At 3 a.m. every problem is larger and none of them can be solved. Here is a short plan for the "
        "night, and a longer one for the day."
    ),
    description=(
        "What to do when worry wakes you at 3 a.m.: a short plan for the night, a daytime worry "
        "appointment, and when to see your GP about sleep."
    ),
    topics=("anxiety",),
    author="priya-larkspur",
    reviewer="jonah-wetherby",
    days_ago=12,
    references=(
        Reference("NHS", "Insomnia", "NHS", None, "https://www.nhs.uk/conditions/insomnia/"),
        Reference(
            "Riemann, D. and others",
            "The European Insomnia Guideline: an update on the diagnosis and treatment of insomnia 2023",
            "Journal of Sleep Research, 32(6), e14035",
            2023,
            "https://doi.org/10.1111/jsr.14035",
        ),
        Reference(
            "Scullin, M. K. and others",
            "The effects of bedtime writing on difficulty falling asleep: a polysomnographic study comparing "
            "to-do lists and completed activity lists",
            "Journal of Experimental Psychology: General, 147(1), 139–146",
            2018,
            "https://doi.org/10.1037/xge0000374",
        ),
    ),
    body=(
        text(
            "The house is quiet. You look at the clock: ten past three. Within a minute you have thought "
            "about the boiler, your mother’s hip and the thing you said at lunch. Will you be fit for "
            "anything tomorrow? By half past, you are planning for a life that has fallen apart.",
            "If you are reading this in bed, turn the screen down and start with the list below. The rest "
            "can wait for the morning.",
        ),
        heading("The plan for tonight"),
        bullets(
            "Six things, in this order:",
            "<b>Turn the clock away.</b> Working out how much sleep is left wakes you further.",
            "<b>Say what is going on.</b> “It is the middle of the night and I am worrying. That is all this is.”",
            "<b>Put it on paper.</b> One line for each worry, in the plainest words. You are not solving "
            "it. You are parking it.",
            "<b>Give each line a time.</b> “Boiler: ring on Tuesday at ten.” If nothing can be done, "
            "write “nothing to do tonight”.",
            "<b>Get up if you are wide awake.</b> After about 20 minutes by your own guess, go to another "
            "room. Keep the light low. Do something dull and kind: fold towels, or listen to a slow "
            "programme.",
            "<b>Go back when your eyes are heavy.</b> Not before. Do it again if you need to.",
            style="numbers",
        ),
        callout(
            "tip",
            "Get it ready before bed",
            "Put a notepad, a pencil, a warm jumper and a dull book on a chair tonight. At 3 a.m. you "
            "will not have to decide anything. You will only have to follow.",
        ),
        heading("Why everything is worse at three"),
        text(
            "Short spells of waking are part of ordinary sleep. Most of them you forget. A worry can "
            "catch you in one of those gaps and hold you there.",
            "Several things then work against you. You are tired, so your judgement is poor. It is dark "
            "and still, so nothing takes your attention elsewhere. And you can’t act: nobody answers the "
            "phone, no shop is open. All that your mind can do is turn the problem over again.",
        ),
        quote(
            "I tell people that the worrier of three in the morning is a real part of them, but not the "
            "one who should be making decisions. Take a message, and pass it to the one who gets up at "
            "seven.",
            speaker="Priya Larkspur",
            role="CBT therapist, The Quiet Harbour Practice",
            verified=True,
        ),
        part("The trouble with trying"),
        text(
            "Sleep is one of the few things that go away when you try harder. You lie very still, check "
            "whether it is working, and wake yourself by checking. In time the bed itself becomes a place "
            "where you struggle. That is the reason for getting up: it is not a punishment. It helps your "
            "body to learn again that bed means sleep.",
        ),
        heading("The plan for the day"),
        text(
            "A good deal of night worry is day worry that was never given a place. You were busy, you "
            "pushed it away, and it waited until you were free. So give it an appointment.",
        ),
        steps(
            "A worry appointment, 15 minutes a day",
            (
                "Choose a time and a chair",
                "Late afternoon works for many people. Not in bed, and not in the last hour of the evening.",
            ),
            (
                "Write every worry down",
                "Spelling doesn’t matter. When new ones turn up during the day, tell them: “Half past five.”",
            ),
            (
                "Sort them",
                "Ask of each one: “Can I do something about this?” If so, write the very next action and "
                "the day for it. Make it small: “find the policy number”, not “sort out the insurance”.",
            ),
            (
                "Let the others be",
                "Some worries have no action. Mark them with a dot. You have heard them. You don’t owe them an answer.",
            ),
            (
                "Stop when the time is up",
                "Close the book and do something with your hands. Cook, walk, water plants.",
            ),
        ),
        text(
            "A list at bedtime may help too. In a small laboratory study in 2018, 57 young adults spent "
            "five minutes writing before bed. Those who wrote down what they had to do next fell asleep "
            "sooner than those who wrote about what they had done (Scullin and others). It was one study "
            "of healthy people, so take it as an idea to try and not as a rule.",
        ),
        part("The ordinary things, briefly"),
        bullets(
            "You have heard these before. They are still worth a fortnight’s trial:",
            "Get up at the same time every day, even after a poor night.",
            "Have your last coffee or strong tea soon after lunch.",
            "Be careful with alcohol. It can bring sleep on, and break it later.",
            "Keep the hour before bed dim and unhurried.",
        ),
        heading("When it goes on"),
        text(
            "If poor sleep has lasted for a month or more, or it is spoiling your days, see your GP (your "
            "family doctor). There may be something behind it: pain, a medicine, the menopause, breathing "
            "that stops in the night, low mood. The European Insomnia Guideline of 2023 recommends "
            "cognitive behavioural therapy for insomnia (CBT-I) as the first treatment for adults. It is "
            "a short, practical course, and it is also offered online.",
            "Sometimes the worry is about one thing that has happened. If you lie awake missing someone, "
            'you may find more company in <a href="article:grief-has-no-timetable">our article on grief '
            "and time</a>. If you wake with a pounding heart and a rush of terror, read "
            '<a href="article:panic-attacks">what to do in a panic attack</a>.',
        ),
        related("what-anxiety-does-in-the-body", "panic-attacks"),
        faq(
            (
                "Will one bad night ruin tomorrow?",
                "It will probably make tomorrow duller and more irritable, but you have had such days "
                "before and got through them. Move the hard task to the morning, eat properly, and don’t "
                "drive if you are drowsy. Try not to go to bed early to make up for it: a usual bedtime "
                "helps the next night.",
            ),
            (
                "Is it all right to look at my phone?",
                "If you use it for a dull recording with the screen off, yes. The difficulty is what else "
                "is on it: messages, news, the number of hours left. If the phone is your alarm, leave it "
                "across the room, face down. An old-fashioned alarm clock, turned to the wall, also does "
                "the job.",
            ),
            (
                "What if the worry is real?",
                "Then it deserves you at your clearest, in daylight, with a pen and maybe with another "
                "person. Debt, illness and court letters are not imaginary. Write down the first phone "
                "call you will make and when the line opens. That is the whole of tonight’s work on it.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
