"""What anxiety does in the body: the alarm, its signs, the spiral, and how to answer it."""

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
    term,
    text,
)

ARTICLE = Article(
    slug="what-anxiety-does-in-the-body",
    title="What anxiety does in the body",
    standfirst=(
        "A racing heart, a tight chest, a stomach that turns over. Here is what your body is doing when "
        "you are anxious, and why none of it is a failing."
    ),
    description=(
        "Why anxiety brings a pounding heart, dizziness and an upset stomach, what keeps it going, and three "
        "plain ways to help your body settle."
    ),
    topics=("anxiety",),
    author="priya-larkspur",
    reviewer="marian-ashgrove",
    days_ago=47,
    related=("panic-attacks", "worry-at-night"),
    references=(
        Reference(
            "NHS",
            "Anxiety, fear and panic",
            "NHS",
            None,
            "https://www.nhs.uk/mental-health/feelings-symptoms-behaviours/feelings-and-symptoms/anxiety-fear-panic/",
        ),
        Reference(
            "World Health Organization",
            "Anxiety disorders: fact sheet",
            "World Health Organization",
            2025,
            "https://www.who.int/news-room/fact-sheets/detail/anxiety-disorders",
        ),
        Reference(
            "Cannon, W. B.",
            "Bodily Changes in Pain, Hunger, Fear and Rage",
            "D. Appleton and Company",
            1915,
        ),
        Reference(
            "Clark, D. M.",
            "A cognitive approach to panic",
            "Behaviour Research and Therapy, 24(4), 461–470",
            1986,
            "https://doi.org/10.1016/0005-7967(86)90011-2",
        ),
    ),
    body=(
        text(
            "You are in the queue at the post office with a parcel under your arm. Nothing is wrong. Then "
            "your heart starts to thump, your hands turn damp and the floor seems to tilt. By the time "
            "you reach the counter you are sure that you are ill.",
            "Anxiety is often spoken of as a state of mind. For many people it is the body that speaks "
            "first. If you know what it is saying, it can become a little less frightening.",
        ),
        key_points(
            "Anxiety happens in the body as well as in your thoughts.",
            "The feelings are real and strong. They are an alarm, and an alarm is not an injury.",
            "Fear of the feelings is often what keeps them going.",
            "Symptoms that are new, severe or different should be checked by a doctor.",
        ),
        heading("An alarm made for danger"),
        text(
            "Your body has an old and quick system for staying alive. In 1915 the physiologist Walter Cannon "
            "described how fear readies the body to struggle or to run. We still use his idea today.",
        ),
        term(
            "Fight or flight",
            "The body’s rapid response to a threat. Stress hormones such as adrenaline speed up the heart "
            "and the breath. Blood goes to the large muscles, so that you can act before you have "
            "finished thinking.",
            also_known_as="the stress response",
        ),
        text(
            "The system is fast because it has to be. It would rather be wrong than late. Think of a "
            "smoke alarm in a small kitchen: it can’t tell a house fire from burnt toast, so it shrieks "
            "at both. An angry e-mail, a crowded bus or a thought about next week can be your burnt toast.",
        ),
        heading("What you may notice, and why"),
        bullets(
            "When the alarm goes off, each change has a job:",
            "<b>Your heart pounds.</b> It is sending blood to your arms and legs.",
            "<b>You sweat, or shiver.</b> Sweat cools a body that expects to run.",
            "<b>Your stomach churns, or you need the toilet.</b> Digestion can wait, so it slows or empties.",
            "<b>Your mouth is dry.</b> Making saliva is not urgent either.",
            "<b>Your muscles tighten and shake.</b> They are ready for work that never comes.",
            "<b>Your mind narrows.</b> You scan for danger, and find it hard to read, plan or remember.",
        ),
        part("Why breathing fast makes you dizzy"),
        text(
            "Under alarm you breathe faster and higher in the chest. If you are standing still, you "
            "breathe out more carbon dioxide than your body is making. That shift can bring dizziness, "
            "tingling fingers, a tight chest and the odd sense that the world is not quite real. It feels "
            "like too little air. Often it is closer to too much.",
        ),
        part("The slow signs"),
        text(
            "Not all anxiety arrives in a rush. Sometimes the alarm hums in the background for weeks. "
            "People notice sore shoulders, headaches, a clenched jaw, broken sleep, and tiredness that "
            "rest does not touch. Some are short-tempered and can’t say why. Some notice only when "
            '<a href="article:worry-at-night">worry wakes them in the small hours</a>.',
        ),
        statistic(
            "359 million",
            "people in the world had an anxiety disorder in 2021, by the World Health Organization’s estimate.",
            "World Health Organization, Anxiety disorders: fact sheet",
            "https://www.who.int/news-room/fact-sheets/detail/anxiety-disorders",
            2025,
        ),
        heading("How a feeling becomes a spiral"),
        text(
            "The psychologist David Clark set out a simple loop in 1986. You notice a sensation, such as "
            "a skipped beat. You read it as danger: “There is something wrong with my heart.” That "
            "thought is itself frightening, so more adrenaline flows and your heart beats harder. Now you "
            "have more proof.",
            "The next step is a sensible one. You sit down, leave the shop or ring your sister. You feel "
            "better, and you learn that the shop was the problem. Next week you don’t go in. The alarm "
            "was never tested, so it stays set just as high. At its sharpest, this loop becomes a panic "
            'attack. We have a separate guide on <a href="article:panic-attacks">what to do during a '
            "panic attack</a>.",
        ),
        quote(
            "People often tell me they want the feeling gone. I ask if we could start by making it less "
            "interesting. A feeling that you are not busy fighting has less to feed on.",
            speaker="Priya Larkspur",
            role="CBT therapist, The Quiet Harbour Practice",
            verified=True,
        ),
        heading("Answering the alarm"),
        text(
            "You can’t order your heart to slow down. You can send your body a few signs that nobody is "
            "chasing it. Try these on an ordinary day first. A skill is hard to learn in a storm.",
        ),
        steps(
            "Three small signals",
            (
                "Name it",
                "Say, aloud if you can: “This is my alarm. It is unpleasant, and it will pass.” A name "
                "gives you a little distance.",
            ),
            (
                "Let the out-breath be longer",
                "Breathe in gently through your nose for about three counts, and out for about five. Keep "
                "it light rather than deep. Stop if it makes you dizzy.",
            ),
            (
                "Carry on with one small thing",
                "Post the parcel. Finish the washing up. Staying, even for two minutes more, lets your "
                "body find out that the danger did not come.",
            ),
        ),
        callout(
            "caution",
            "When to have it checked",
            "Anxiety can feel like other illnesses, and other illnesses can feel like anxiety. See your "
            "GP (your family doctor) about symptoms that are new, that come with exertion or that do not "
            "settle.",
            "Call 999 for chest pain that spreads to your arm, jaw or back, or comes with sickness, "
            "sweating or trouble breathing. Nobody will mind if it turns out to be anxiety.",
        ),
        faq(
            (
                "Can anxiety damage my heart?",
                "A burst of anxiety makes the heart work harder for a while, much as hurrying upstairs "
                "does. A healthy heart is built for that. If you have a heart condition, or you are not "
                "sure, ask your GP. An honest check and a clear answer are worth more than months of "
                "listening to your own pulse.",
            ),
            (
                "Why do I feel anxious when nothing is wrong?",
                "The alarm can be set off by things you have hardly noticed: a missed meal, a poor night, "
                "too much coffee, a smell that goes with a bad memory. It can also stay on after a hard "
                "few months. You don’t have to find the cause before you can start to feel better.",
            ),
            (
                "Does caffeine make it worse?",
                "It can. Caffeine speeds the heart and can make hands shake, so it copies some of what "
                "the alarm does. People differ a good deal. If you are curious, cut down slowly over a "
                "week or two rather than all at once, and see what you notice.",
            ),
            (
                "When is it time to ask for help?",
                "When anxiety is choosing for you. If you turn down things you would like to do, plan "
                "your day around the toilet, or lie awake most nights, that is reason enough. You can "
                "speak to your GP, or in England refer yourself to NHS (National Health Service) talking "
                "therapies.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
