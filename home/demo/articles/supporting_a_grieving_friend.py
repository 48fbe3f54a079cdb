"""Supporting a grieving friend: what to say, what to do, and how to keep on."""

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
    text,
    urgent_help,
)

ARTICLE = Article(
    slug="supporting-a-grieving-friend",
    title="Supporting a grieving friend",
    standfirst=(
        "You can’t take it away, and you don’t have to find the right words. You can turn up, say the "
        "name, and still be there in March."
    ),
    description=(
        "What to say to a friend who is grieving, what is better left unsaid, and small practical ways to be "
        "there after the funeral is over."
    ),
    topics=("grief",),
    author="jonah-wetherby",
    reviewer="tomas-fennimore",
    days_ago=151,
    content_note="This article is about the death of someone close. It touches on suicidal thoughts.",
    related=("grief-has-no-timetable", "setting-boundaries"),
    references=(
        Reference(
            "Aoun, S. M. and others",
            "What sources of bereavement support are perceived helpful by bereaved people and why? Empirical "
            "evidence for the compassionate communities approach",
            "Palliative Medicine, 32(8), 1378–1388",
            2018,
            "https://doi.org/10.1177/0269216318774995",
        ),
        Reference(
            "NHS",
            "Get help with grief after bereavement or loss",
            "NHS",
            None,
            "https://www.nhs.uk/mental-health/feelings-symptoms-behaviours/feelings-and-symptoms/"
            "grief-bereavement-loss/",
        ),
        Reference(
            "Cruse Bereavement Support",
            "Cruse Bereavement Support",
            "Cruse",
            None,
            "https://www.cruse.org.uk/",
        ),
    ),
    body=(
        text(
            "You have typed “I’m so sorry” and deleted it twice. It sounded like a card. A week has gone "
            "by, and now you are also ashamed of the week. You see her across the car park and, for a "
            "second, you think of waiting until she has driven off.",
            "Almost everyone has been in that car park. This page is to help you cross it.",
        ),
        key_points(
            "Silence usually hurts more than clumsy words.",
            "You are not there to make it better. You are there so that your friend is less alone in it.",
            "Offer one clear thing, not “anything”.",
            "Put a reminder in your diary for month three. Few people are left by then.",
        ),
        heading("What to say first"),
        text(
            "Keep it short. Say that you know, and that you are sorry. Say the name of the person who "
            "died. Then stop, and let there be quiet.",
            "“I heard about Sam. I’m so sorry. I don’t know what to say, but I didn’t want to say "
            "nothing.” That is enough. If you knew Sam, add one true thing: “He once drove me home in the "
            "snow and sang all the way.” Your friend has no new memories coming. You have just given one.",
        ),
        bullets(
            "This often helps:",
            "“I’m thinking of you. No need to reply.”",
            "“What was she like?” or “Would you like to talk about her today, or have a day off?”",
            "“I’m at the shop. I’ll leave milk, bread and soup on the step at five.”",
            "sitting with tears, and not reaching for the tissues too fast",
            "remembering the birthday and the anniversary, and writing on the day",
            "asking again after a no, later and lightly",
            style="ticks",
        ),
        bullets(
            "This often does not help, however kindly it is meant:",
            "“At least he had a good long life.” Most sentences that begin with “at least” can stay at home.",
            "“Everything happens for a reason.”",
            "“I know just how you feel.”",
            "“You’re so strong.” It can sound like an order.",
            "“Let me know if you need anything.” It hands over one more task.",
            "telling them how you, or your cousin, got over it",
            style="crosses",
        ),
        text(
            "In a survey in Australia, 678 bereaved people said who had supported them and how. Family, "
            "friends and funeral staff were the people they turned to most often. When support went "
            "wrong, the reasons included insensitive words, poor advice, and somebody they had counted on "
            "who was not there (Aoun and others, 2018).",
        ),
        heading("What to do, week by week"),
        part("The first weeks"),
        text(
            "There is a great deal to do, and a mind in shock can’t plan. Take something whole off the "
            "list. Walk the dog every morning until the funeral. Ring the school. Sit with the parent "
            "while your friend sleeps. Bring food in dishes that nobody needs to return.",
            "Ask before you tidy. The cup by the bed may be the last thing he drank from.",
        ),
        part("After the funeral"),
        text(
            "This is when the cards stop and the house goes quiet. Keep your visits short and regular: "
            "Thursday, four o’clock, one cup of tea. A fixed time spares your friend from asking. Walking "
            "side by side is easier for many people than sitting face to face.",
        ),
        part("Months three to twelve"),
        text(
            "Others will have gone back to their lives. Your friend may look fine at work and fall apart "
            "at the petrol station. Go on saying the name. Expect the sadness to come and go with no "
            'clear pattern: we explain why in <a href="article:grief-has-no-timetable">our article on '
            "grief and time</a>.",
        ),
        callout(
            "tip",
            "Three dates to put in your diary now",
            "The birthday of the person who died. The day of the death, next year. And one ordinary "
            "Tuesday about three months from now, with the words: “Ring her. Say his name.”",
        ),
        heading("When it is hard to be the friend"),
        text(
            "Your friend may snap, cancel or not answer for weeks. Try not to take it as the end of the "
            "friendship. “I’m still here. I’ll write again on Sunday” asks for nothing.",
            "You also have limits. You might be grieving for the same person. It is better to promise a "
            "little and keep it than to promise everything and vanish. Decide how much you can give this "
            "month, and say so warmly: “I can’t do evenings, but every Saturday morning is yours.” If "
            'that is hard for you, <a href="article:setting-boundaries">setting boundaries without '
            "closing the door</a> has some words to borrow.",
        ),
        bullets(
            "Signs that your friend may need more than friends:",
            "they hardly eat, sleep or leave the house, and it is not getting easier",
            "they drink far more than before",
            "months on, they can’t work or look after the children on most days",
            "they say that there is no point, or that others would be better off without them",
        ),
        text(
            "You can say: “I’m worried about you. Shall we ring the surgery together? I’ll sit with you.” A "
            "GP (family doctor) can help, and so can a bereavement charity such as Cruse. An offer to "
            "be there for the call is often what makes it possible.",
        ),
        urgent_help(
            "If your friend may not want to live",
            "Ask plainly: “Are you thinking about ending your life?” Asking does not put the idea there. "
            "Listen, stay, and get help together. If they are in danger now, call 999.",
        ),
        faq(
            (
                "What if I say the wrong thing?",
                "You probably will, once. So do therapists. Say “That came out badly, I’m sorry” and "
                "carry on. A person who stumbles and stays is of more use than one who is careful and "
                "absent. If your friend tells you that something hurt, thank them. It means that they "
                "trust you.",
            ),
            (
                "It has been months and I never got in touch. Is it too late?",
                "No. Write a short note. “I’ve thought of you often, and I was afraid of saying the wrong "
                "thing. I’m sorry that I was quiet.” Then one memory, or one clear offer. Don’t ask to be "
                "forgiven. A late letter may well arrive when no others do.",
            ),
            (
                "Should I talk about my own loss?",
                "A little, if it makes your friend less alone, and then hand the talk back. “When Mum "
                "died I was furious with everybody. Is it like that at all?” ends with a question. If you "
                "notice that you are the one being comforted, it is time to stop.",
            ),
            (
                "What about a death by suicide?",
                "Say the name, say that you are sorry, and turn up, just as for any other death. Don’t "
                "ask how it happened, and don’t look for causes. Families may meet silence and gossip as "
                "well as grief, so a plain visit counts for a good deal. We say “died by suicide”.",
            ),
        ),
        shared_invitation("call-us"),
    ),
)
