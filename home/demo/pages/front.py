"""The home page and the list of articles. ``invitation`` and ``featured`` are keys."""

HOME = {
    "headline": "A steadier place to begin",
    "lead": (
        "We are four therapists in a harbour town. Here you can read, at your own pace, about trust, "
        "worry, love and loss, in plain words that a clinician has checked. If you would like to talk, we "
        "are a telephone call away."
    ),
    "invitation": "first-conversation",
    "featured": ("why-trust-feels-hard", "panic-attacks", "your-first-session"),
}

ARTICLE_INDEX = {
    "title": "Articles",
    "standfirst": (
        "Written by the people who do the work, and checked by a second one of us. Start with whatever is "
        "keeping you awake."
    ),
    "description": (
        "Plain, clinically reviewed articles on trust, anxiety, couples, grief and starting therapy, from "
        "the therapists of The Quiet Harbour Practice."
    ),
}
