"""Where the practice works: one invented house. Address, telephone and hours are the practice's own."""

from home.demo.build import callout, faq, heading, shared_invitation, text
from home.demo.pages.contact import TELEPHONE_LINK

LOCATIONS = (
    {
        "slug": "harbour-row",
        "title": "The Quiet Harbour Practice, Harbour Row",
        "standfirst": "Two quiet rooms above the water, five minutes’ walk from Sampleton bus station.",
        "description": (
            "Address, opening hours and directions for our rooms on Harbour Row in Sampleton: two rooms, one of them "
            "on the ground floor with no step at the door."
        ),
        "area_served": "Sampleton, Saltmarsh, Northshire",
        "directions": (
            "<p><b>By bus.</b> Every bus into Sampleton stops at the bus station. Walk down Fish Street to the water "
            "and turn left: number 4 is the green door beside the chandler’s shop.</p>"
            "<p><b>By car.</b> There are eight spaces on the quay, free for two hours. The nearest space for a Blue "
            "Badge is opposite the door.</p>"
            "<p><b>At the door.</b> There is no sign that says what we do. Ring the bell marked “Quiet Harbour”, and "
            "one of us comes down.</p>"
        ),
        "body": (
            heading("What it is like inside"),
            text(
                "You wait by yourself: we leave a quarter of an hour between one person and the next. Each room has "
                "two armchairs, a lamp and a window that looks at boats. No one outside can hear you.",
            ),
            heading("Getting in"),
            text(
                "The ground-floor room has no step, a wide door and an accessible lavatory beside it. The other room "
                "is up fourteen stairs with a rail on the right. Tell us which you need when you book, by telephone "
                f"on {TELEPHONE_LINK} if that is easier.",
            ),
            callout(
                "note",
                "This is a demonstration",
                "The house, the street and the town are invented, to show what a page about a place can say.",
            ),
            faq(
                (
                    "Can I bring somebody with me?",
                    "Yes. They can wait with a cup of tea, or come in with you for the first ten minutes.",
                ),
                (
                    "Can we meet online instead?",
                    "Yes, with any of the four of us. You need a private corner and headphones.",
                ),
                title="Before you come",
            ),
            shared_invitation("first-conversation"),
        ),
    },
)
