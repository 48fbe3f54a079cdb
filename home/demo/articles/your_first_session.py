"""Your first therapy session: before, during and after, step by step."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    faq,
    heading,
    key_points,
    part,
    person_card,
    shared_invitation,
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="your-first-session",
    title="Your first therapy session, step by step",
    standfirst=(
        "Not knowing what will happen is often the hardest part. This is the hour from the door to the "
        "door, with nothing left out."
    ),
    description=(
        "What happens in a first therapy session, from the waiting room to the goodbye: what you may be "
        "asked, what you can ask, and how to decide."
    ),
    topics=("starting-therapy",),
    author="marian-ashgrove",
    reviewer="priya-larkspur",
    days_ago=273,
    related=("telling-therapies-apart", "what-happens-in-couples-therapy"),
    references=(
        Reference(
            "Flückiger, C. and others",
            "The alliance in adult psychotherapy: a meta-analytic synthesis",
            "Psychotherapy, 55(4), 316–340",
            2018,
            "https://doi.org/10.1037/pst0000172",
        ),
        Reference(
            "British Association for Counselling and Psychotherapy",
            "Ethical Framework for the Counselling Professions",
            "BACP",
            2018,
            "https://www.bacp.co.uk/events-and-resources/ethics-and-standards/"
            "ethical-framework-for-the-counselling-professions/",
        ),
        Reference(
            "Professional Standards Authority for Health and Social Care",
            "Accredited registers",
            "Professional Standards Authority",
            None,
            "https://www.professionalstandards.org.uk/",
        ),
    ),
    body=(
        text(
            "You have parked too early. You look at the door, then at your phone, then at the door. You "
            "have rehearsed a first sentence, and it has gone. You are half hoping that there has been a "
            "mistake with the booking.",
            "That is how many first sessions begin, ours included. This page describes a first hour at "
            "our practice. Other therapists do things a little differently, but the main parts are much "
            "the same.",
        ),
        key_points(
            "You don’t need to prepare, know what is wrong, or tell everything.",
            "You may say “I’d rather not answer that yet” to any question.",
            "A first session is also for you to look at us.",
            "You don’t have to decide anything before you leave.",
        ),
        heading("Before you come"),
        text(
            "We send a short message with the address, the time, your therapist’s name and the fee. There "
            "is no long form. If something would make coming easier, tell us: a ground-floor room, a "
            "chair without arms, somebody to wait with you, an online session.",
        ),
        bullets(
            "If you like to prepare, three lines on the back of an envelope are plenty:",
            "What made me ring now, and not last year?",
            "What would be a little different if this helped?",
            "Is there anything they should know about, such as medicines, an illness or a court date?",
            style="numbers",
        ),
        callout(
            "tip",
            "Leave yourself some time",
            "Try not to plan a meeting straight afterwards. Half an hour for a walk or a cup of tea is a "
            "kindness to yourself. People are often tired after a first session, even a good one.",
        ),
        heading("The hour itself"),
        steps(
            "From the door to the door",
            (
                "Arriving",
                "Your therapist comes to fetch you. Nobody calls your surname across a room. You choose a "
                "chair. There is water, and there is a clock that you can both see.",
            ),
            (
                "What stays private",
                "First we explain confidentiality: what you say stays here, with a few limits. If we "
                "believe that you or somebody else is at risk of serious harm, we may need to tell "
                "someone. We would try to talk with you before we did. We also say what notes we keep, "
                "and that we discuss our work in confidence with a supervisor.",
            ),
            (
                "An open question",
                "It is often just: “What brings you here?” Start anywhere. Start in the middle. “I don’t "
                "know how to do this” is a very good beginning.",
            ),
            (
                "Some background",
                "We may ask about family, work, sleep, health, and any help you have had before. We also ask "
                "everybody whether they have had thoughts of ending their life. It is a plain question, and "
                "you can answer it plainly.",
            ),
            (
                "What you hope for",
                "We try to put your hope into ordinary words. Not “be happy”, but “drive on the motorway” "
                "or “stop dreading Sundays”.",
            ),
            (
                "Your questions",
                "At least ten minutes are yours. Ask about training, method, fees, holidays, or what we "
                "make of it so far.",
            ),
            (
                "What next",
                "We say honestly whether we think that we can help, and how. If somebody else would suit "
                "you better, we say who. Then you go home and think about it.",
            ),
        ),
        urgent_help(
            "If you can’t wait for a first session",
            "If you think of ending your life, you need not wait for an appointment. Somebody is there to listen now.",
        ),
        part("If you cry, or can’t speak"),
        text(
            "Both are common, and neither needs an apology. You won’t be hurried. Some people look at the "
            "window for a while. Some write a word down and pass it over. A silence in this room isn’t a "
            "test.",
        ),
        person_card(
            "marian-ashgrove",
            "Marian sees many of our new clients for their first session, and reviews most of what we "
            "publish about health.",
        ),
        heading("Questions worth asking your therapist"),
        bullets(
            "You are choosing someone for important work. Ask:",
            "What is your training, and which register are you on? May I have your number to check?",
            "Have you worked with something like this before?",
            "What would we actually do together in a session?",
            "How will we know whether it is helping, and when would we look at that?",
            "What does it cost, what happens if I cancel, and how do we finish?",
        ),
        text(
            "In the United Kingdom the law does not protect the titles “counsellor” and "
            "“psychotherapist”. Anyone may use them. That is why it is worth checking that your therapist "
            "is on a register accredited by the Professional Standards Authority. Clinical psychologists "
            "are regulated by law, through the Health and Care Professions Council. A good therapist will "
            "be pleased that you looked. If the names of the methods confuse you, read "
            '<a href="article:telling-therapies-apart">how to tell CBT, counselling and EMDR apart</a>.',
        ),
        heading("Afterwards: how to decide"),
        text(
            "You may feel lighter. You may feel stirred up, or flat, or cross that you said so much. Give "
            "it two days before you judge.",
            "Then think about the person more than the method. A review drew together 295 studies of the "
            "working bond between client and therapist. The better the bond, the better therapy tended to "
            "turn out (Flückiger and others, 2018). So ask yourself: did I feel listened to? Could I tell "
            "this person that they had got something wrong? Did we seem to want the same thing?",
            "If the answer is no, you can say so, or simply not book again. We won’t chase you, and we "
            "can suggest somebody else. If trust comes slowly to you, that is worth telling your "
            'therapist at the start. Our article on <a href="article:why-trust-feels-hard">why trust can '
            "feel so hard</a> may give you words for it.",
        ),
        faq(
            (
                "How long is a session, and how many will I need?",
                "A session lasts 50 minutes, or 60 for couples. The number depends on what you bring. "
                "Some people come six times for one clear problem, others for a year. We look at it "
                "together every six sessions, so that you are never simply carrying on out of habit.",
            ),
            (
                "Can I bring someone with me?",
                "Yes. A friend can sit in the waiting room, or come in for the first few minutes if that "
                "helps you to begin. After that we usually suggest time alone. If you would like your "
                'partner to take part, read about <a href="article:what-happens-in-couples-therapy">what '
                "happens in couples therapy</a>.",
            ),
            (
                "What if I need to cancel?",
                "Tell us two working days before and there is nothing to pay. After that we charge the "
                "session, because we can seldom fill it, but please ring anyway if something has gone "
                "badly wrong. Illness and children with temperatures happen to everybody.",
            ),
            (
                "Will you tell my GP that I came?",
                "Not without your agreement. We ask for the name of your GP (your family doctor) in case "
                "there is serious concern for your safety, and we explain that at the start. Some clients "
                "would like us to write to their GP. If so, you see the letter before it goes.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
