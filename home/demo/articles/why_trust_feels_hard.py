"""Demo article: why trust feels hard, and what helps."""

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
    steps,
    text,
    video,
)

ARTICLE = Article(
    slug="why-trust-feels-hard",
    title="Why trust feels hard, and what helps",
    standfirst=(
        "If closeness makes you brace for a blow, there is probably a reason. Here is where that guard "
        "comes from, and some small ways to let it rest."
    ),
    description=(
        "Why trusting people can feel risky, how past hurt keeps us on guard, and five small steps that "
        "help you judge who is safe to rely on."
    ),
    topics=("trust",),
    author="jonah-wetherby",
    reviewer="marian-ashgrove",
    days_ago=147,
    related=("learning-to-trust-yourself", "attachment-styles"),
    body=(
        text(
            (
                "You read a message three times, looking for what it really means. A friend says “I’ll call "
                "you tomorrow” and you are already planning for the call that does not come. Someone is "
                "kind to you, and part of you waits for the bill."
            ),
            (
                "Many people who come to us describe something like this. They want closeness. They cannot "
                "rest in it. If that is you, nothing is wrong with your wish to be close, or with your "
                "caution. Both are trying to look after you."
            ),
        ),
        key_points(
            "Finding trust hard is often a sensible response to something that happened.",
            "Trust grows in layers. The first layers are small and rather dull.",
            "You can trust a person with one thing and not with another.",
            "Some guards are there for a good reason. Judgement matters as much as openness.",
        ),
        heading("What trust is made of"),
        text(
            "We speak of trust as if it were one thing. In 1985 the psychologists John Rempel, John "
            "Holmes and Mark Zanna studied trust between partners and described three parts."
        ),
        bullets(
            "In plain words, the three parts are:",
            ("<b>Predictability.</b> You can guess what this person will do, because you have watched them do it."),
            ("<b>Dependability.</b> You have come to see them as someone who can be relied on when it matters."),
            "<b>Faith.</b> You believe they will care about you in times that neither of you can foresee.",
        ),
        text(
            "Notice how ordinary the first part is. It is built from calls returned and bins put out. "
            "Faith asks far more, and it cannot be hurried. If someone wants all of it from you in the "
            "third week, alarm is a fair reaction."
        ),
        heading("Why the guard goes up"),
        part("It learned from something"),
        text(
            (
                "A guard usually has a history. Perhaps a parent was warm on Monday and cold on Tuesday. "
                "Your partner lied for a year with a straight face. A friend passed on what you told them. "
                "Your mind took notes, so that it would not happen again."
            ),
            (
                "John Bowlby, the psychiatrist who founded attachment theory, thought that early care "
                "leaves us with a working picture of other people (Bowlby, 1988). If care was steady, we "
                "tend to expect steadiness. If it was not, we may expect to be let down. The picture can be "
                'redrawn later in life. Our article on <a href="article:attachment-styles">what attachment '
                "styles can tell you</a> says more."
            ),
        ),
        part("Bad news weighs more"),
        text(
            "One cutting remark can drown ten kind ones. Roy Baumeister and his colleagues once "
            "reviewed a wide range of studies. They concluded that bad events tend to affect us more "
            "strongly than good ones (Baumeister and others, 2001). So a kept promise and a broken one "
            "do not cancel out. You are not being unfair. The scales are uneven for most of us."
        ),
        part("The guard can hide good news"),
        text(
            "If you never lean on anyone, no one gets the chance to hold you up. The guard keeps out "
            "harm. It also keeps out the good moments that might soften it. This is why waiting until "
            "you feel ready can turn into waiting for years."
        ),
        quote(
            "It is joy to be hidden but disaster not to be found.",
            speaker="Donald Winnicott",
            role="paediatrician and psychoanalyst",
            source_title="The Maturational Processes and the Facilitating Environment",
            year=1965,
            verified=True,
        ),
        heading("Small ways to begin"),
        text(
            "You do not have to decide to be a trusting person. Try one small thing with one person, "
            "and look at what happens."
        ),
        steps(
            "A small experiment in trust",
            (
                "Name what you are guarding",
                (
                    "Finish this sentence on paper: “If I let my guard down, I am afraid that…” A named "
                    "fear is easier to look at than a fog."
                ),
            ),
            (
                "Choose one person and one small thing",
                (
                    "Pick somebody who has been steady so far. Ask for a lift to the station, an honest "
                    "opinion or ten minutes on the phone."
                ),
            ),
            (
                "Guess first",
                (
                    "Write down what you think will happen. Afterwards, write down what did happen. Keep "
                    "the two notes side by side."
                ),
            ),
            (
                "Go one step further, or stay",
                (
                    "If it went well, try something slightly bigger next time. If it went badly, you have "
                    "learned something at a low price."
                ),
            ),
            (
                "Say it out loud",
                (
                    "You could tell the person: “I find this hard, and I am practising.” Notice whether "
                    "they treat that with care."
                ),
            ),
        ),
        callout(
            "caution",
            "When doubt is good information",
            (
                "Not every guard needs lowering. If someone lies often, mocks you for asking or breaks the "
                "same promise again and again, take your doubt seriously. You may need "
                '<a href="article:setting-boundaries">a clear and kind boundary</a> more than you need more '
                "trust."
            ),
        ),
        video(
            "Brené Brown: The power of vulnerability",
            "https://www.ted.com/talks/brene_brown_the_power_of_vulnerability",
            "A talk of twenty minutes from 2010, with subtitles and a transcript, on why being open is hard.",
        ),
        heading("What therapy can add"),
        text(
            (
                "Therapy gives trust somewhere to practise. You meet the same person at the same time in "
                "the same room. You can doubt them, tell them so, and see what they do with it. Some people "
                "spend the first months finding out whether the therapist is safe. That time is not wasted. "
                "Often it is the work."
            ),
            (
                "If the person you doubt is yourself, you could start with "
                '<a href="article:learning-to-trust-yourself">learning to trust yourself again</a>. If one '
                'event broke everything open, our guide to <a href="article:after-a-betrayal">the first '
                "weeks after a betrayal</a> may suit you better."
            ),
        ),
        faq(
            (
                "Are “trust issues” a mental health condition?",
                (
                    "No. It is an everyday phrase and not a diagnosis. Difficulty with trust can come along "
                    "with low mood, anxiety or the after-effects of trauma, and it can also stand alone. "
                    "Does it get in the way of your sleep, your work or your relationships? A general "
                    "practitioner (GP) or a therapist can help you think about what is going on."
                ),
            ),
            (
                "How long does it take to trust again?",
                (
                    "There is no set time. It depends on what happened, how long it went on and what the "
                    "people around you do now. Watch the direction rather than the speed. Can you ask for "
                    "slightly more than you could in the spring? Do you check slightly less? Small changes "
                    "like these count, and they often arrive before you feel any different."
                ),
            ),
            (
                "My partner says I should just trust them. What can I say?",
                (
                    "You could say: “I want to. It does not work as an order. What helps me is when you do "
                    "what you said you would.” Then name one thing, such as a text when they are running "
                    "late. A request they can carry out is kinder to both of you than a test they do not "
                    "know they are taking."
                ),
            ),
        ),
        shared_invitation("first-conversation"),
    ),
    references=(
        Reference(
            "Rempel, J. K., Holmes, J. G. and Zanna, M. P.",
            "Trust in close relationships",
            "Journal of Personality and Social Psychology, 49(1), 95–112",
            1985,
            "https://doi.org/10.1037/0022-3514.49.1.95",
        ),
        Reference(
            "Baumeister, R. F., Bratslavsky, E., Finkenauer, C. and Vohs, K. D.",
            "Bad is stronger than good",
            "Review of General Psychology, 5(4), 323–370",
            2001,
            "https://doi.org/10.1037/1089-2680.5.4.323",
        ),
        Reference("Bowlby, J.", "A Secure Base: Clinical Applications of Attachment Theory", "Routledge", 1988),
        Reference(
            "Winnicott, D. W.",
            "The Maturational Processes and the Facilitating Environment",
            "Hogarth Press",
            1965,
        ),
    ),
)
