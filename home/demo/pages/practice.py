"""The practice's own pages: who we are, how to arrange a first conversation, and where to get help now."""

from home.demo.build import (
    bullets,
    button,
    callout,
    heading,
    invitation,
    person_card,
    steps,
    text,
    urgent_help,
)
from home.demo.pages.contact import EMAIL_LINK, TELEPHONE_LINK

ABOUT = {
    "slug": "about",
    "title": "About us",
    "standfirst": "Four therapists, two rooms and a view of the harbour.",
    "description": (
        "Who we are at The Quiet Harbour Practice in Sampleton: four registered therapists, how we work, "
        "what we hold to and where to find us."
    ),
    "in_menu": True,
    "in_footer": False,
    "body": (
        text(
            "The Quiet Harbour Practice began with one borrowed room above the chandler’s shop in "
            "Sampleton. It is still small. We think that a practice should be small enough for everybody "
            "in it to know who is on the stairs.",
            "We see adults and couples, in person and online. People come to us with worry, panic, grief, "
            "the effects of frightening events, and trouble between two people who would like to be "
            "kinder to each other.",
        ),
        heading("What we hold to"),
        bullets(
            "Some things you can expect from each of us:",
            "We say plainly what we think, what we can offer and what it costs.",
            "We tell you if somebody else would suit you better.",
            "We go at a pace that you can bear, and look together every six sessions at whether it helps.",
            "We are each registered, insured, and supervised by a colleague outside the practice.",
            "We never ask a client for a review or a story to publish.",
            style="ticks",
        ),
        heading("The four of us"),
        person_card("marian-ashgrove", "Leads the practice, and reviews what we publish."),
        person_card("priya-larkspur", "Sees people with anxiety, panic and broken sleep."),
        person_card("tomas-fennimore", "Sees couples."),
        person_card("jonah-wetherby", "Sees people after trauma and loss."),
        heading("Where to find us"),
        text(
            "We are on Harbour Row in Sampleton, five minutes’ walk from the bus station. One of our "
            "rooms is on the ground floor with no step at the door. "
            '<a href="page:harbour-row">Address, hours and how to find us</a>.',
        ),
        callout(
            "note",
            "This is a demonstration",
            "The practice, the town and the four people are invented, to show what this website can do. "
            "The articles are real writing, and their sources are real.",
        ),
        invitation(
            "Would you like to talk to one of us?",
            "A first conversation is free, and you needn’t know what to say.",
            button("Arrange a first conversation", page="consultation"),
        ),
    ),
}

CONSULTATION = {
    "slug": "consultation",
    "title": "Arrange a first conversation",
    "standfirst": ("Twenty minutes by telephone, free of charge. You decide afterwards whether there is a second."),
    "description": (
        "Ask The Quiet Harbour Practice for a first conversation, in confidence: a short form, what happens after "
        "you send it, and what sessions cost."
    ),
    "in_menu": True,
    "in_footer": False,
    "readers": "our administrator and the therapist we offer you",
    "services": (
        ("Worry, panic or sleep", ("topic:anxiety",)),
        ("Trouble between two people", ("topic:couples",)),
        ("Grief and loss", ("topic:grief",)),
        ("Trust, or something that happened to me", ("topic:trust",)),
    ),
    "people": ("marian-ashgrove", "priya-larkspur", "tomas-fennimore", "jonah-wetherby"),
    "next_steps": (
        (
            "We answer within two working days",
            "Our administrator or one of the therapists replies and offers you two or three times.",
        ),
        (
            "You have a first conversation",
            "It takes 20 minutes, by telephone, with a therapist. You tell us a little of what brings "
            "you. Ask us whatever you like.",
        ),
        (
            "We say honestly what we think",
            "If we can help, we suggest who and how. If not, we try to tell you who might.",
        ),
        (
            "You think it over",
            "Nobody rings to chase you. If you would like to come, we book a first session, usually "
            "within three weeks.",
        ),
    ),
    "thanks": "<p>You needn’t prepare anything. If a question comes to you meanwhile, write it down for the call.</p>",
    "body": (
        heading("What it costs"),
        bullets(
            "The price is the same whoever you see:",
            "The first conversation is free.",
            "A session for one person costs £60 and lasts 50 minutes.",
            "A session for a couple costs £80 and lasts 60 minutes.",
            "We keep a few places at £30 for people on a low income. Ask, and we will take your word for it.",
        ),
        text(
            "You pay after each session, by card or transfer. To cancel, tell us two working days before and "
            "there is nothing to pay.",
        ),
        heading("Other ways to reach us"),
        bullets(
            "If a form is not for you:",
            f"<b>Telephone:</b> {TELEPHONE_LINK}, Monday to Friday, 9 am to 5 pm. If nobody can answer, "
            "leave a first name and a number. Tell us if we shouldn’t leave a message.",
            f"<b>E-mail:</b> {EMAIL_LINK}. A line is enough: “I would like to talk to somebody.” Please "
            "leave out private details, because e-mail is not a safe place for them.",
        ),
        heading("If you can’t use the telephone"),
        text(
            "Ask above for an e-mail or a text message, and say what works for you. We can hold the first "
            "conversation by video, by typed chat, in British Sign Language with Jonah Wetherby, or in person. "
            "You may also use Relay UK, or ask somebody you trust to ring for you. We will check with you that "
            "it is what you want.",
        ),
    ),
}

GET_HELP_NOW = {
    "slug": "get-help-now",
    "title": "Get help now",
    "standfirst": (
        "If you are in danger, or don’t want to be alive, start here. You deserve help, and you don’t need to be sure."
    ),
    "description": (
        "Where to turn right now if you are in danger or thinking of ending your life, and what to expect "
        "when you call or send a message."
    ),
    "in_menu": False,
    "in_footer": True,
    "body": (
        urgent_help(
            "People you can reach now",
            "These services are separate from us, and you can use any of them today.",
        ),
        heading("If a life is in danger"),
        text(
            'Call <a href="tel:999">999</a>, or go to your nearest accident and emergency department. Do '
            "this if you have hurt yourself, if you can’t keep yourself safe, or if somebody is about to "
            "hurt you. You are not wasting anybody’s time. A mental health emergency is an emergency.",
        ),
        heading("If it is urgent, but not an emergency"),
        text(
            'Call <a href="tel:111">111</a>, the urgent line of the National Health Service (NHS). It is '
            "free, day and night. In England, Scotland and Wales you can choose the option for mental "
            "health, and speak to somebody trained for it. In Northern Ireland, ring your GP or their "
            "out-of-hours service. You can also ask your GP (family doctor) for an appointment the same "
            "day.",
        ),
        heading("What to expect when you call"),
        steps(
            "",
            (
                "Somebody answers",
                "It may take a few minutes. It isn’t because you don’t matter. Stay on the line if you can.",
            ),
            (
                "You say as much or as little as you want",
                "“I’m not all right” is enough. You may cry, be silent, or begin again. You don’t have to "
                "give your real name to a listening line.",
            ),
            (
                "They may ask if you are safe",
                "They may ask whether you are thinking about ending your life. They ask everyone, and the "
                "honest answer helps them.",
            ),
            (
                "You agree on the next hour",
                "Often it is something small: a friend to call, a place to go, a time to speak again.",
            ),
        ),
        heading("Until somebody is with you"),
        bullets(
            "If you can, do one or two of these:",
            "Go where other people are, or ask somebody to stay with you.",
            "Put some distance between you and anything that you might use to hurt yourself.",
            "Leave alcohol and drugs alone for tonight.",
            "Decide only about the next ten minutes. Then the next ten.",
        ),
        heading("If you are worried about somebody else"),
        text(
            "Ask them plainly whether they are thinking of ending their life. Listen more than you speak. "
            "Stay, or make sure that somebody does, and call together. If they are in danger now, call "
            "999 yourself, even if they ask you not to.",
        ),
        callout(
            "note",
            "About this practice",
            "We are not a crisis service, and our telephone is not answered at night. We would be glad to "
            "hear from you when you are safe.",
        ),
    ),
}
