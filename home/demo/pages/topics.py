"""The five topics: a short introduction to each, with two questions of its own."""

from home.demo.build import faq, text

TOPICS = (
    {
        "slug": "trust",
        "is_condition": False,
        "title": "Trust",
        "standfirst": (
            "How trust is made, how it breaks, and what it takes to lean on somebody again, yourself included."
        ),
        "description": (
            "Articles on trust: why it can feel hard, what to do after a betrayal, how early bonds shape "
            "us, and how to rely on yourself again."
        ),
        "body": (
            text(
                "Trust is seldom one big decision. It is a row of small ones: to hand over the car keys, "
                "to say what you earn, to fall asleep first. When people have been reliable, we hardly "
                "notice that we are doing it. When they haven’t, every one of these moments can feel like "
                "a step on to thin ice.",
                "If trust is hard for you, there is usually a good reason in your history. Being careful "
                "may have kept you safe. The trouble comes when the guard never goes off duty, so that "
                "kind people are kept out along with the others. Some people swing the other way. They "
                "trust fast and completely, and are hurt in the same fashion again.",
                "These articles look at both. They cover betrayal, boundaries, the bonds we learn as "
                "children, and the quieter question of trusting your own judgement. You don’t have to "
                "forgive anyone in order to read them.",
            ),
            faq(
                (
                    "Can trust come back once it is broken?",
                    "Sometimes. It tends to need the truth, told once and fully, and then a long run of "
                    "kept promises. It also needs the hurt person to be free to leave. Without that, it "
                    "is not trust but putting up with it. Some people part well and trust again elsewhere.",
                ),
                (
                    "Am I too suspicious, or is something wrong?",
                    "Both can be true. Look for facts that you could tell a friend: what was said, what "
                    "was done, what didn’t fit. Then notice whether the feeling is older than this "
                    "person. A therapist won’t decide for you, but can help you to tell the two apart.",
                ),
            ),
        ),
    },
    {
        "slug": "anxiety",
        "is_condition": True,
        "title": "Anxiety",
        "standfirst": (
            "A pounding heart, a churning stomach, a mind that won’t stop at night: what is going on, and what helps."
        ),
        "description": (
            "Articles on anxiety: what it does in the body, what to do in a panic attack, and a plan for "
            "worry at night, all in plain words."
        ),
        "body": (
            text(
                "Everybody is anxious at times. It is how a mind and body get ready for something that "
                "matters: an interview, a scan, a child who is late. It becomes a problem when the alarm "
                "goes off too often, too loudly, or at things that can’t hurt you. Then you begin to "
                "arrange your life around it.",
                "That tends to happen by sensible steps. You take the stairs because of the lift. You "
                "check the oven twice, then five times. You stop going to the big supermarket. Each step "
                "brings relief that day, and makes the next day a little smaller.",
                "The good news is that it also works the other way round. Understanding what your body is "
                "doing takes away some of the fear. Small, planned steps can give you back places and "
                "hours. In these articles we explain the workings, offer things to try tonight, and say "
                "when it would be wise to see a doctor or a therapist.",
            ),
            faq(
                (
                    "How do I know if my anxiety is a problem?",
                    "Ask what it costs you. If it often decides where you go, whom you see or whether you "
                    "sleep, it is worth talking to somebody. You don’t need to be at breaking point, and "
                    "you don’t need a name for it first. Your GP (family doctor) is a good place to begin.",
                ),
                (
                    "Should I take medicine for it?",
                    "That is a question for you and your GP, or another prescriber. Some people use "
                    "medicine, some therapy, some both. We don’t prescribe. If you already take "
                    "something, please don’t stop suddenly. Ask first, as some medicines have to be "
                    "reduced slowly.",
                ),
            ),
        ),
    },
    {
        "slug": "couples",
        "is_condition": False,
        "title": "Couples",
        "standfirst": ("For two people who want to argue less badly, come close again, or part with some kindness."),
        "description": (
            "Articles for couples: how to make up after a row, what couples therapy is like, how to set a "
            "boundary, and what to do after a betrayal."
        ),
        "body": (
            text(
                "Most couples don’t fall out over what they are arguing about. The dishwasher is rarely "
                "the dishwasher. Underneath there is often a question that is hard to say aloud: do I "
                "matter to you, can I reach you, are you on my side? One of you may ask it loudly. The "
                "other may go quiet, so as not to make things worse. To each, the other’s way looks like "
                "proof.",
                "It is a common dance, and it can be learnt differently. Couples who last are not couples "
                "who never quarrel. They are people who find their way back afterwards: a hand on the "
                "shoulder, a bad joke, a plain “I was unfair”.",
                "Here you will find articles on making up after a row, on hearing each other, and on what "
                "takes place in a couples session. None of it is meant for a home where you are afraid. "
                "If you are, please talk to somebody on your own first.",
            ),
            faq(
                (
                    "What if my partner won’t come?",
                    "Come by yourself. When one person in a pair moves differently, the dance often "
                    "changes a little. You will also have somewhere to think. You could leave an article "
                    "open on the table, but try not to use it as evidence for the prosecution.",
                ),
                (
                    "Will the counsellor take sides?",
                    "The work is for both of you, so we try to understand two stories at once. There is "
                    "one exception. If one of you is being frightened, controlled or hurt, safety comes "
                    "first, and couples sessions may not be the right place for now.",
                ),
            ),
        ),
    },
    {
        "slug": "grief",
        "is_condition": False,
        "title": "Grief",
        "standfirst": (
            "Missing somebody has no timetable. Company for the long middle, and help for the friends who stand by."
        ),
        "description": (
            "Articles on grief: why it comes in waves and has no end date, and how to support a friend "
            "who is grieving, in plain and gentle words."
        ),
        "body": (
            text(
                "Grief is what love does when there is nobody in the chair. It can be loud or silent. It "
                "may come at once, or three years later in the paint aisle. You may be grieving for a "
                "parent, a baby, a friend, a marriage, a dog, or for a person who is alive but no longer "
                "knows your name. Nobody else can rank these for you.",
                "People will offer you timetables. They mean well. We have sat with many who thought that "
                "they were late, or early, or doing it wrong, and we have yet to meet the schedule that "
                "fits. What helps is usually smaller: someone who says the name, a meal, a walk, "
                "permission to laugh.",
                "These articles are for the person who is grieving and for the friend who doesn’t know "
                "what to say. They also say when grief may need more than friends and time, and how to "
                "ask for that.",
            ),
            faq(
                (
                    "Is it grief if nobody died?",
                    "Yes. People grieve for homes, health, work, a pregnancy, a friendship, a country. "
                    "Such losses can be lonely because there is no funeral and no card. You may find it "
                    "helps to mark the loss in some small way of your own, and to tell one person what it "
                    "was.",
                ),
                (
                    "How can I help a grieving child?",
                    "Use plain words: “Grandad has died. His body stopped working.” Words such as “gone "
                    "to sleep” can frighten. Answer what is asked, even for the tenth time. Children "
                    "often grieve in short bursts and then go off to play. Tell their school, and keep to "
                    "ordinary routines.",
                ),
            ),
        ),
    },
    {
        "slug": "starting-therapy",
        "is_condition": False,
        "title": "Starting therapy",
        "standfirst": ("What it is like, how to choose, and what to ask, before you have decided anything at all."),
        "description": (
            "Articles on starting therapy: what a first session is like, how CBT, counselling and EMDR "
            "differ, and what to ask before you begin."
        ),
        "body": (
            text(
                "Many people think about therapy for a year or two before they ring. Is their trouble "
                "serious enough? Will they be judged, or cry in front of a stranger? What does it cost, "
                "and how is anyone to choose from all those names and letters? These are fair questions. "
                "You should be able to get plain answers before you pick up the telephone.",
                "You don’t have to be in crisis to come. You don’t have to know what is wrong. It is "
                "enough that something isn’t going as you would like, and that talking to the same people "
                "about it has stopped helping.",
                "Nor is therapy the answer to everything. Sometimes what a person needs is rest, money "
                "advice, a doctor, or to leave a bad job. A good therapist will say so. These articles "
                "describe what happens in the room, how the common kinds of therapy differ, and what you "
                "can ask.",
            ),
            faq(
                (
                    "Can I get therapy without paying?",
                    "Often, yes. In England you can refer yourself to National Health Service (NHS) "
                    "talking therapies, without seeing your GP (family doctor). In Scotland, Wales and "
                    "Northern Ireland, begin with your GP. Some charities, colleges and employers offer "
                    "it as well. There may be a wait, so ask how long.",
                ),
                (
                    "What if I start and don’t like it?",
                    "Say so, if you can. It is often useful, and it can be put right: too slow, too many "
                    "questions, the wrong subject. If it still doesn’t suit you, stop. You don’t owe "
                    "anybody another session. Trying somebody else is not a failure.",
                ),
            ),
        ),
    },
)
