"""The demo practice's settings: an invented practice, and crisis lines that are real."""

PRACTICE = {
    "name": "The Quiet Harbour Practice",
    "description": (
        "A demonstration practice with plain, clinically reviewed articles on trust, anxiety, couples, grief and "
        "starting therapy. People and place are invented."
    ),
    "strapline": "A demonstration practice",
    "telephone": "01632 960 123",
    "email": "hello@quietharbour.example",
    "street": "4 Harbour Row",
    "locality": "Sampleton",
    "region": "",
    "postcode": "ZZ99 3VZ",
    "country": "United Kingdom",
    "area_served": "Sampleton, Northshire",
    #: First day, last day, opens, closes, note.
    "opening_hours": (
        ("Monday", "", "09:00", "17:00", ""),
        ("Tuesday", "", "09:00", "20:00", ""),
        ("Wednesday", "", "09:00", "17:00", ""),
        ("Thursday", "", "09:00", "20:00", ""),
        ("Friday", "", "09:00", "17:00", ""),
        ("Saturday", "Sunday", None, None, ""),
    ),
}

#: As the lines give themselves out. No day is claimed for a check: each practice makes its own.
CRISIS_LINES = (
    {
        "region": "UK and Ireland",
        "name": "Samaritans",
        "number": "116 123",
        "text_number": "",
        "text_keyword": "",
        "hours": "day and night, free",
        "url": "https://www.samaritans.org/",
        "checked_on": None,
    },
    {
        "region": "UK",
        "name": "Shout",
        "number": "",
        "text_number": "85258",
        "text_keyword": "SHOUT",
        "hours": "day and night, free",
        "url": "https://giveusashout.org/",
        "checked_on": None,
    },
    {
        "region": "United States",
        "name": "988 Suicide & Crisis Lifeline",
        "number": "988",
        "text_number": "988",
        "text_keyword": "",
        "hours": "day and night, free",
        "url": "https://988lifeline.org/",
        "checked_on": None,
    },
    {
        "region": "Australia",
        "name": "Lifeline",
        "number": "13 11 14",
        "text_number": "0477 13 11 14",
        "text_keyword": "",
        "hours": "day and night",
        "url": "https://www.lifeline.org.au/",
        "checked_on": None,
    },
)

#: Key to title and the seed the picture is drawn from.
PICTURES = {
    "harbour-dusk": ("Harbour at dusk, drawn", "harbour-dusk"),
    "tide-line": ("Tide line, drawn", "tide-line"),
}
