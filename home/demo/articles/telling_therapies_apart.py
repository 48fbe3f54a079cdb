"""CBT, counselling and EMDR: what each one is, side by side, and how to choose."""

from home.demo.build import (
    Article,
    Reference,
    bullets,
    callout,
    faq,
    heading,
    key_points,
    part,
    shared_invitation,
    sources,
    statistic,
    table,
    term,
    text,
)

ARTICLE = Article(
    slug="telling-therapies-apart",
    title="CBT, counselling, EMDR: telling them apart",
    standfirst=(
        "Three names that people often meet when they look for help. What happens in each, whom it tends "
        "to suit, and how to choose without a degree."
    ),
    description=(
        "CBT, counselling and EMDR compared in plain words: what a session is like, how long each tends "
        "to last, and questions to help you choose."
    ),
    topics=("starting-therapy", "anxiety"),
    author="marian-ashgrove",
    reviewer="jonah-wetherby",
    days_ago=344,
    updated_days_ago=58,
    what_changed=("We added a table that compares the three, and the registers where you can check a therapist."),
    related=("your-first-session",),
    references=(
        Reference(
            "National Institute for Health and Care Excellence",
            "Depression in adults: treatment and management (NG222)",
            "NICE",
            2022,
            "https://www.nice.org.uk/guidance/ng222",
        ),
        Reference(
            "National Institute for Health and Care Excellence",
            "Generalised anxiety disorder and panic disorder in adults: management (CG113)",
            "NICE",
            2011,
            "https://www.nice.org.uk/guidance/cg113",
        ),
        Reference(
            "National Institute for Health and Care Excellence",
            "Post-traumatic stress disorder (NG116)",
            "NICE",
            2018,
            "https://www.nice.org.uk/guidance/ng116",
        ),
        Reference(
            "NHS",
            "Types of talking therapies",
            "NHS",
            None,
            "https://www.nhs.uk/mental-health/talking-therapies-medicine-treatments/"
            "talking-therapies-and-counselling/types-of-talking-therapies/",
        ),
        Reference(
            "Flückiger, C. and others",
            "The alliance in adult psychotherapy: a meta-analytic synthesis",
            "Psychotherapy, 55(4), 316–340",
            2018,
            "https://doi.org/10.1037/pst0000172",
        ),
    ),
    body=(
        text(
            "Your doctor said cognitive behavioural therapy (CBT). Your sister swears by her counsellor. "
            "A colleague had something with eye movements and slept through the night for the first time "
            "in years. You only want to know whom to ring.",
            "Here are three common kinds of talking therapy, side by side. None of them is a better thing "
            "than the others. They are different tools, and the hands matter too.",
        ),
        key_points(
            "CBT works on what you think and do now, with practice between sessions.",
            "Counselling gives you room to talk and be understood, at your own pace.",
            "Eye movement desensitisation and reprocessing (EMDR) is for memories that still feel as if "
            "they were happening.",
            "How you get on with the therapist matters, whichever you choose.",
        ),
        heading("The three at a glance"),
        table(
            "CBT, counselling and EMDR compared",
            ("Compare", "CBT", "Counselling", "EMDR"),
            (
                "In one line",
                "Change the loops that keep a problem going",
                "Understand what you are going through, and find your own way",
                "Help a stuck memory to settle into the past",
            ),
            (
                "Often chosen for",
                "Worry, panic, phobias, low mood, poor sleep",
                "Loss, change, relationships, low mood, finding yourself again",
                "The effects of a frightening event, such as an accident or assault",
            ),
            (
                "A typical session",
                "An agenda, an exercise, a plan for the week",
                "You begin with what matters today; the therapist listens and responds",
                "Short rounds of recalling while your eyes follow a movement, with rests",
            ),
            (
                "Between sessions",
                "Regular practice",
                "Usually none is set",
                "Little; perhaps notes on what comes up",
            ),
            (
                "Usual length",
                "Often 8 to 16 sessions",
                "From a few sessions to a year or more",
                "Often 8 to 12 sessions for one event; more for several",
            ),
        ),
        heading("CBT: cognitive behavioural therapy"),
        text(
            "Say that you dread speaking in meetings. You expect to go red, so you say nothing and stare "
            "at your notes. Nobody asks you anything, and that seems to show that you have nothing to "
            "say. In CBT you and the therapist draw that loop on paper. Then you test it. You ask one "
            "question on Tuesday and write down what in fact happened.",
            "It is active and quite structured. The National Institute for Health and Care Excellence "
            "(NICE) includes CBT in its guidelines for generalised anxiety, panic and depression. It may "
            "suit you if you like a plan. It may annoy you if you mainly need to be heard first, and you "
            "can say so.",
        ),
        heading("Counselling"),
        text(
            "Say that your marriage ended in spring and you don’t know who you are at weekends. There is "
            "no loop to draw. You need to say it in several ways, to somebody who isn’t tired of it and "
            "doesn’t take sides. Over some weeks you hear yourself more clearly, and choices appear.",
            "Many counsellors in this country are trained in the person-centred approach of Carl Rogers. "
            "Others draw on several schools. NICE lists counselling among the treatments that can be "
            "offered for depression in adults. It may suit you if your trouble is not a symptom but a "
            "life.",
        ),
        part("And psychotherapy?"),
        text(
            "The word overlaps with counselling. It often means longer work that also looks at how early "
            "relationships shape the present ones. Ask what a particular therapist means by it.",
        ),
        heading("EMDR: eye movement desensitisation and reprocessing"),
        term(
            "EMDR",
            "A structured therapy for distressing memories. You bring part of a memory to mind while "
            "following a moving hand or light, or feeling taps on alternate sides. Over several rounds "
            "the memory tends to become less vivid and less painful.",
            also_known_as="eye movement desensitisation and reprocessing",
        ),
        text(
            "Say that you were hit by a van three years ago. You know that it is over, but at every "
            "junction your body is back there. EMDR works with that gap. The first sessions are "
            "preparation: how to steady yourself, and a sign for “stop”. You stay awake and in charge. "
            "You don’t have to describe every detail aloud.",
            "For adults with post-traumatic stress disorder (PTSD), NICE recommends trauma-focused CBT. "
            "It also recommends EMDR after events other than combat. How much the eye movements "
            "themselves add is still debated.",
        ),
        statistic(
            "8 to 12 sessions",
            "is the usual length of trauma-focused CBT or EMDR for adults in the NICE guideline, with "
            "more for those who have lived through several traumas.",
            "NICE, Post-traumatic stress disorder (NG116)",
            "https://www.nice.org.uk/guidance/ng116",
            2018,
        ),
        heading("How to choose"),
        bullets(
            "Four questions that tend to settle it:",
            "<b>What is the trouble made of?</b> A pattern that repeats now points to CBT. A loss or a "
            "turning point points to counselling. A memory that breaks in points to EMDR or "
            "trauma-focused CBT.",
            "<b>How do you like to work?</b> With tasks and a plan, or by talking until it makes sense?",
            "<b>What is possible?</b> Think of money, waiting times and what is offered near you.",
            "<b>Whom could you talk to?</b> A review of 295 studies linked a good working bond with "
            "better results (Flückiger and others, 2018).",
            style="numbers",
        ),
        callout(
            "note",
            "You can change your mind",
            "A first choice is not a contract for life. Many people begin with one approach and add "
            "another. Tell your therapist if it isn’t helping. It is useful to know.",
        ),
        text(
            "We offer all three, so we have an interest in your choosing one of them. CBT and counselling "
            "are also free through the National Health Service (NHS), and in England you can refer "
            'yourself. To see what a first hour is like, read <a href="article:your-first-session">your '
            "first session, step by step</a>. If panic is what brings you here, start with "
            '<a href="article:panic-attacks">what to do in a panic attack</a>.',
        ),
        sources(
            Reference(
                "British Association for Behavioural and Cognitive Psychotherapies",
                "CBT Register UK",
                "BABCP",
                None,
                "https://www.cbtregisteruk.com/",
            ),
            Reference(
                "British Association for Counselling and Psychotherapy",
                "BACP Register",
                "BACP",
                None,
                "https://www.bacp.co.uk/",
            ),
            Reference(
                "EMDR Association UK",
                "Find a therapist",
                "EMDR Association UK",
                None,
                "https://emdrassociation.org.uk/",
            ),
            title="Where to check a therapist",
        ),
        faq(
            (
                "Which one works fastest?",
                "It depends on the trouble more than on the name. CBT and EMDR tend to be planned as "
                "short courses with an end in view. Counselling can be brief too. Be wary of anyone who "
                "promises a number before they have met you.",
            ),
            (
                "Do I have to talk about my childhood?",
                "Not unless it is of use. CBT mostly stays with the present. In counselling you choose. "
                "In EMDR an early memory may come up if it is tied to the one you are working on, and you "
                "can decide whether to follow it. A therapist should be able to tell you why they ask.",
            ),
            (
                "Is EMDR a kind of hypnosis?",
                "No. You are awake, you know where you are, and you can stop at any moment. The therapist "
                "doesn’t plant suggestions. Between rounds you say briefly what you noticed, and the next "
                "round starts from there. Some people feel tired afterwards, so keep that evening quiet.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
