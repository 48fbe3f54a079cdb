"""The invitations that articles share: each is one dict, and its text is html."""

from home.demo.build import button

INVITATIONS = (
    {
        "key": "first-conversation",
        "name": "First conversation",
        "heading": "Talk it over, before you decide",
        "text": (
            "<p>A first conversation takes 20 minutes by telephone and costs nothing. You tell us a "
            "little, we tell you honestly whether we can help, and there is nothing to sign.</p>"
        ),
        "buttons": [
            button("Arrange a first conversation"),
            button("What a first session is like", page="article:your-first-session"),
        ],
    },
    {
        "key": "couples",
        "name": "Couples",
        "heading": "Come together, or come alone first",
        "text": (
            "<p>Tomas Fennimore sees couples of every kind. One of you may ring for both, and you don’t "
            "need to agree on what the trouble is. If you are afraid of your partner, please tell us on "
            "your own.</p>"
        ),
        "buttons": [
            button("Ask about couples sessions"),
            button("What happens in couples therapy", page="article:what-happens-in-couples-therapy"),
        ],
    },
    {
        "key": "call-us",
        "name": "Call us",
        "heading": "Would you sooner just ring?",
        "text": (
            "<p>Call 01632 960 123, Monday to Friday, 9 am to 5 pm. If nobody can answer, leave a first "
            "name and a number. Tell us if it isn’t safe to leave a message, and we won’t.</p>"
        ),
        "buttons": [
            button("Call 01632 960 123", address="01632 960 123"),
            button("Other ways to reach us"),
        ],
    },
)
