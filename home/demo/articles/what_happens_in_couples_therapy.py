"""Demo article: what happens in couples therapy."""

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
    statistic,
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="what-happens-in-couples-therapy",
    title="What happens in couples therapy",
    standfirst=(
        "Two chairs, one sofa, and a stranger who does not take sides. Here is what to expect from the "
        "first call to the last session."
    ),
    description=(
        "What to expect in couples therapy: the first call, what the therapist asks, how long it takes, "
        "what it can and cannot do, and when it is not safe."
    ),
    topics=("couples", "starting-therapy"),
    author="marian-ashgrove",
    reviewer="priya-larkspur",
    days_ago=214,
    content_note="This article mentions domestic abuse, and says when couples therapy is not safe.",
    related=("repair-after-an-argument",),
    body=(
        text(
            (
                "Many couples arrive a few minutes early and sit in the car. One of them booked it. The "
                "other has agreed to “see what it is like”. Both are worried that the therapist will decide "
                "who is to blame."
            ),
            (
                "That is not the job. A couples therapist works for the relationship, and for both people "
                "in it. Knowing how the hour goes can take some of the dread out of it, so here it is, step "
                "by step."
            ),
        ),
        key_points(
            (
                "The therapist does not act as a judge. The work is to slow things down, so that each of "
                "you can be heard."
            ),
            "You do not have to be on the brink. You do not have to be married, straight or living together.",
            "Couples therapy helps many couples but not all. Parting kindly can be a good outcome too.",
            "It is not suitable while one partner is afraid of the other.",
        ),
        heading("From first call to last session"),
        steps(
            "What usually happens",
            (
                "A first call",
                (
                    "One of you rings or writes. We ask what brings you and whether you both want to come. "
                    "We ask each of you, in private, whether you feel safe with the other."
                ),
            ),
            (
                "The first session together",
                (
                    "You each say what you hope for. The therapist asks how you met as well as what went "
                    "wrong. You agree how you will work and what stays private."
                ),
            ),
            (
                "Sometimes, a session each",
                (
                    "Many therapists see each partner once alone. Ask beforehand what will happen to "
                    "anything you say there. At our practice we do not keep secrets that would make the "
                    "joint work dishonest."
                ),
            ),
            (
                "The middle part",
                (
                    "You bring last week’s row. The therapist slows it down: “What happened inside you just "
                    "before you left the room?” You practise saying the softer thing underneath. There may "
                    "be something small to try at home."
                ),
            ),
            (
                "A review",
                (
                    "After about six sessions you look back together. Is this helping? Carry on, change "
                    "course or stop: all three are proper answers."
                ),
            ),
            (
                "An ending",
                (
                    "You plan the last session in advance. You look at what has changed, and at what you "
                    "will do when the old pattern comes back, because it will."
                ),
            ),
        ),
        person_card(
            "tomas-fennimore",
            (
                "Tomas is the couples counsellor at our practice, and this article describes how we work "
                "here. Other therapists may do some of it differently."
            ),
        ),
        heading("What it feels like in the room"),
        text(
            (
                "Imagine Sam and Dee, who are made up for this page. Sam says that Dee never talks. Dee "
                "looks at the carpet. A therapist might say: “Dee, what happens for you when you hear "
                "that?” There is a long pause. “I think I am going to get it wrong again. So I say "
                "nothing.” Sam has heard ten years of silence and taken it for not caring. Now it sounds "
                "like fear."
            ),
            (
                "Not every session has a moment like that. Some are dull. Some leave you raw, and it is "
                "wise not to go straight back to work. Plan a walk, or agree not to discuss it until supper."
            ),
        ),
        part("What the therapist will and will not do"),
        bullets(
            "You can expect a good couples therapist to:",
            "give each of you a fair share of the time",
            "stop a row that is doing harm",
            "ask about drink, health, money and safety without shock",
            "tell you their training and which professional body they belong to",
            style="ticks",
        ),
        bullets(
            "You should not expect them to:",
            "say who is right",
            "tell you to stay, or tell you to part",
            "pass messages between you",
            style="crosses",
        ),
        text(
            "In the UK, anyone may call themselves a counsellor. So ask about membership. The British "
            "Association for Counselling and Psychotherapy (BACP), for one, publishes the ethical "
            "framework that its members agree to follow (BACP, 2018)."
        ),
        heading("Does it help?"),
        statistic(
            "About 7 in 10",
            (
                "couples were helped by couples therapy, according to a review of about ten years of "
                "research. That is an average across many kinds of therapy. It is no promise for any one "
                "couple."
            ),
            "Research on the treatment of couple distress, Journal of Marital and Family Therapy",
            "https://doi.org/10.1111/j.1752-0606.2011.00249.x",
            2012,
        ),
        text(
            (
                "Couples therapy is also used when one of you is depressed. The National Institute for "
                "Health and Care Excellence (NICE) says that behavioural couples therapy can be considered "
                "in two cases. One is when problems in the relationship may be adding to the depression. "
                "The other is when a partner’s involvement may help with treatment (NICE, 2022). Ask your "
                "general practitioner (GP) what your area offers."
            ),
            (
                "In our experience it goes better when you come before the hurt has set hard. It also helps "
                "when each of you wants to look at your own part. In the meantime, our article on "
                '<a href="article:repair-after-an-argument">how couples repair after an argument</a> has '
                "things to try at home."
            ),
        ),
        heading("When couples therapy is not safe"),
        callout(
            "caution",
            "If you are afraid of your partner",
            (
                "Speaking openly in a joint session can put you at risk later, at home. If there is "
                "violence, threats or control, please do not start couples therapy. Find support for "
                "yourself first. The government’s guide to getting help with domestic abuse lists services "
                "that will listen in confidence (Home Office)."
            ),
        ),
        urgent_help(words="You can talk to someone about abuse even if you are not sure that this is the word for it."),
        faq(
            (
                "What if my partner will not come?",
                (
                    "You can come alone. One person who understands the pattern can sometimes change their "
                    "own steps in it. Try asking your partner for a single session, with no promise to go "
                    "on: “I would like you there once. You can decide afterwards.” Asking during a row "
                    "seldom works. Choose a quiet moment."
                ),
            ),
            (
                "How long does it take?",
                (
                    "Some couples come six or eight times for one clear problem. Others come for a year. "
                    "Weekly or fortnightly is usual at first, then less often. Ask about length and cost on "
                    "the first call, and agree when you will review. Our article on "
                    '<a href="article:your-first-session">what to expect in your first therapy session</a> '
                    "has more questions you can ask."
                ),
            ),
            (
                "Do we have to talk about sex?",
                (
                    "No. You choose what to bring. Many couples find that sex is part of the story, and a "
                    "therapist will be comfortable with it if you are. If it is the main worry, ask whether "
                    "the therapist has training in it. A psychosexual therapist may be a better fit."
                ),
            ),
        ),
        shared_invitation("couples"),
    ),
    references=(
        Reference(
            "Lebow, J. L., Chambers, A. L., Christensen, A. and Johnson, S. M.",
            "Research on the treatment of couple distress",
            "Journal of Marital and Family Therapy, 38(1), 145–168",
            2012,
            "https://doi.org/10.1111/j.1752-0606.2011.00249.x",
        ),
        Reference(
            "National Institute for Health and Care Excellence",
            "Depression in adults: treatment and management (NG222)",
            "NICE",
            2022,
            "https://www.nice.org.uk/guidance/ng222",
        ),
        Reference(
            "British Association for Counselling and Psychotherapy",
            "Ethical Framework for the Counselling Professions",
            "BACP",
            2018,
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
