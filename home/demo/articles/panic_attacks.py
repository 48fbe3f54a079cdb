"""Panic attacks: how to get through one, what they are, and how to have fewer."""

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
    steps,
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="panic-attacks",
    title="Panic attacks: what to do in the moment",
    standfirst=(
        "If you are in the middle of one now, go straight to the five steps. The rest of this page will "
        "keep until you feel steadier."
    ),
    description=(
        "Five plain steps for getting through a panic attack, how to tell when to call 999, and what can "
        "help you to have fewer of them."
    ),
    topics=("anxiety",),
    author="priya-larkspur",
    reviewer="marian-ashgrove",
    days_ago=208,
    updated_days_ago=33,
    what_changed="We made the advice on chest pain clearer, and moved the five steps to the top of the page.",
    content_note="This article describes panic attacks, with chest pain and the fear of dying.",
    related=("what-anxiety-does-in-the-body",),
    references=(
        Reference(
            "NHS",
            "Panic disorder",
            "NHS",
            None,
            "https://www.nhs.uk/mental-health/conditions/panic-disorder/",
        ),
        Reference("NHS", "Heart attack", "NHS", None, "https://www.nhs.uk/conditions/heart-attack/"),
        Reference(
            "National Institute for Health and Care Excellence",
            "Generalised anxiety disorder and panic disorder in adults: management (CG113)",
            "NICE",
            2011,
            "https://www.nice.org.uk/guidance/cg113",
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
        steps(
            "In the moment: five steps",
            (
                "Stay where you are, if it is safe",
                "Sit, lean on a wall or hold a railing. If you are driving, pull over when you can. You "
                "don’t need to run, and you don’t need to hide.",
            ),
            (
                "Say what it is",
                "“This is panic. I have a body that thinks I am in danger. It will pass.” Say it as you "
                "would to a friend.",
            ),
            (
                "Slow the out-breath",
                "Breathe in gently through your nose. Breathe out slowly, as if you were cooling soup. "
                "Count up to five if that suits you. Light breaths are enough.",
            ),
            (
                "Let the wave rise and fall",
                "Panic climbs, peaks and goes down. Try not to check your pulse or fight the feeling. "
                "Loosen your shoulders and let it move through.",
            ),
            (
                "Come back to what you were doing",
                "When the peak has gone by, look around. Pick up your basket, finish your sentence, walk "
                "on. Go slowly. You may feel shaky and tired.",
            ),
        ),
        callout(
            "caution",
            "If it could be your heart",
            "Call 999 at once for chest pain that feels like pressure or squeezing. Call if it spreads to "
            "your arm, neck, jaw or back, or comes with sweating, sickness or breathlessness. If you are "
            "not sure, call. You are not wasting anyone’s time.",
        ),
        urgent_help(
            "If you can’t keep yourself safe",
            "If panic comes with thoughts of ending your life, you deserve help today. Somebody is there to listen.",
        ),
        key_points(
            "A panic attack is a false alarm at full volume. It is frightening, and it passes.",
            "The National Health Service (NHS) says that most attacks last between 5 and 20 minutes.",
            "What you do between attacks matters as much as what you do in them.",
        ),
        heading("What a panic attack is"),
        text(
            "It may start on a train between stations, in a meeting, or at home on the sofa while the "
            "kettle boils. Within a minute or two your heart is racing, your chest is tight and your "
            "hands tingle. You may feel sick, hot, or far away from yourself. Many people think that they "
            "are about to die, faint or lose their mind.",
            "What has happened is that your body’s danger system has gone off with no danger in sight. We "
            'explain the workings in <a href="article:what-anxiety-does-in-the-body">what anxiety does in '
            "the body</a>. In short: adrenaline speeds you up, you breathe fast to match, and the fast "
            "breathing makes you dizzy.",
        ),
        part("Why it grows"),
        text(
            "In 1986 the psychologist David Clark described the engine of a panic attack. An ordinary "
            "sensation is taken for a disaster. A flutter means a heart attack. Dizziness means collapse. "
            "The thought frightens you, the fear makes the sensation stronger, and round it goes. This is "
            "why “calm down” never helps. What helps is a different reading of the same feeling: not "
            "danger, but alarm.",
        ),
        heading("Things that seem to help, and have a price"),
        text(
            "After a first attack it makes sense to take care. You sit near the door. You carry water. "
            "You stop going to the big supermarket. Each of these brings relief, and each one teaches "
            "your body that you only just escaped.",
        ),
        bullets(
            "If some of these are familiar, you are in good company:",
            "keeping close to exits, or only going out with somebody",
            "checking your pulse, or looking up symptoms late at night",
            "gripping the trolley or the table, in case you faint",
            "taking big gulps of air, which can make the dizziness worse",
            "leaving at the first sign, every time",
        ),
        text(
            "You needn’t give all of them up at once. Choose one small one, in a place that is only a "
            "little hard. Stand in the shorter queue for three minutes without your phone. See what your "
            "body does when nobody rescues it.",
        ),
        heading("Having fewer of them"),
        text(
            "There is help for panic attacks that keep coming. The National Institute for Health and Care "
            "Excellence (NICE) recommends self-help, cognitive behavioural therapy (CBT) or medicine, "
            "depending on your needs and wishes. In CBT you map your own loop, test the frightening "
            "thoughts, and go back in small steps to the places you have given up. Your therapist may "
            "even ask you to run up the stairs, so that you can meet a fast heart on your own terms.",
        ),
        bullets(
            "Some plain things to do this week:",
            "Write your own three-line card: what it is, that it passes, what to do. Keep it in your pocket.",
            "Tell one person what helps you, and what doesn’t, before you need it.",
            "Practise slow out-breaths twice a day, when you are well.",
            "See your GP (your family doctor) if attacks keep coming, or if you have never had one checked.",
            style="numbers",
        ),
        heading("If somebody near you is panicking"),
        text(
            "Stay. Speak slowly and not much. “I’m here. This will pass. Breathe out with me.” Ask before "
            "you touch them. Don’t argue about the fear and don’t crowd them. If they have chest pain, or "
            "you are in any doubt about their health, call 999. Afterwards, offer water and a quiet few "
            "minutes. There is no need to go through it all again.",
        ),
        faq(
            (
                "Can a panic attack kill me, or make me lose my mind?",
                "It can feel exactly like that. The NHS describes panic attacks as frightening but not "
                "dangerous: they do not cause physical harm in themselves, and it is unlikely that you "
                "would be admitted to hospital for one. If your symptoms are new, or unlike your usual "
                "ones, have them checked.",
            ),
            (
                "Should I breathe into a paper bag?",
                "No. It used to be common advice, but it can be harmful if the trouble is in fact your "
                "heart or your lungs. Slow, light breathing with a longer out-breath does the same job "
                "safely. If counting makes you tense, hum quietly instead. Humming makes the out-breath "
                "longer by itself.",
            ),
            (
                "Why do I get them at night?",
                "Some people wake in full panic from a sound sleep. It is alarming, and it is well known. "
                "The steps are the same: sit up, put a lamp on, name it, breathe out slowly. If you are "
                'anxious about going back to bed, our <a href="article:worry-at-night">plan for worry at '
                "3 a.m.</a> may help.",
            ),
            (
                "Does one attack mean that I have panic disorder?",
                "No. Many people have one or two in their lives and no more. Panic disorder is a name "
                "doctors use when attacks come back without warning and you live in dread of the next. "
                "Only a health professional who knows you can say. Whatever the name, help can start "
                "before that point.",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
)
