"""The four invented people of the practice. Biographies are html and say that they are invented."""

_INVENTED = "is an invented person of a demonstration practice."

PEOPLE = (
    {
        "slug": "priya-larkspur",
        "description": (
            "Priya Larkspur is a CBT therapist at The Quiet Harbour Practice. She works "
            "with anxiety, panic and broken sleep, and writes about all three."
        ),
        "title": "Priya Larkspur",
        "role": "CBT therapist",
        "credentials": "BSc Psychology, PGDip Cognitive Behavioural Therapy",
        "registration_body": "British Association for Behavioural and Cognitive Psychotherapies (BABCP)",
        "registration_number": "DEMO-0001",
        "languages": "English, Hindi",
        "biography": (
            "<p>Priya works with people whose worry has begun to make their choices for them: panic, "
            "health worries, phobias and nights without sleep. Her training is in cognitive behavioural "
            "therapy (CBT). She draws a good many diagrams, and likes it when clients correct "
            "them.</p><p>Before she trained she taught chemistry for eight years, and she still believes "
            "in small experiments. A session with her often ends with one modest thing to try before the "
            "next. She has been known to ride the Sampleton lift up and down with somebody on a wet "
            f"Thursday.</p><p>She writes most of our articles on anxiety. Priya Larkspur {_INVENTED}</p>"
        ),
    },
    {
        "slug": "tomas-fennimore",
        "description": (
            "Tomas Fennimore is a couples counsellor at The Quiet Harbour Practice. "
            "He works with couples of every kind, and writes about repair after arguments."
        ),
        "title": "Tomas Fennimore",
        "role": "Couples counsellor",
        "credentials": "MA Relationship Therapy, Diploma in Counselling",
        "registration_body": "British Association for Counselling and Psychotherapy (BACP)",
        "registration_number": "DEMO-0002",
        "languages": "English, Portuguese",
        "biography": (
            "<p>Tomas sees couples at every stage: newly together, newly parents, after an affair, or "
            "deciding how to part with care. He is slow to take sides and quick to notice when two people "
            "are saying the same thing in different words.</p><p>He came to counselling from the lifeboat "
            "service, where he learnt that a calm voice is half of a rescue. He works with couples of any "
            "gender, faith or family shape. With each new couple he spends some time alone with each of "
            "you, so that both can speak freely.</p><p>He writes about arguments, repair and what happens "
            f"in the room. Tomas Fennimore {_INVENTED}</p>"
        ),
    },
    {
        "slug": "jonah-wetherby",
        "description": (
            "Jonah Wetherby is a psychotherapist at The Quiet Harbour Practice. He works "
            "with people after trauma and loss, and writes about trust and grief."
        ),
        "title": "Jonah Wetherby",
        "role": "Psychotherapist, trauma and loss",
        "credentials": "MSc Psychotherapy, accredited EMDR practitioner",
        "registration_body": "UK Council for Psychotherapy (UKCP)",
        "registration_number": "DEMO-0003",
        "languages": "English, British Sign Language",
        "biography": (
            "<p>Jonah works with people who carry something heavy: a death, an accident, a childhood that "
            "asked too much. He trained as a psychotherapist and later in eye movement desensitisation "
            "and reprocessing (EMDR), a therapy for memories that won’t stay in the past.</p><p>He spent "
            "ten years in a hospice, and says that he learnt there how to sit still. He won’t hurry you "
            "towards the hardest part of the story. You choose the pace, and he keeps an eye on the way "
            "back. He also works in British Sign Language.</p><p>He writes about grief, trauma and trust "
            f"after harm. Jonah Wetherby {_INVENTED}</p>"
        ),
    },
    {
        "slug": "marian-ashgrove",
        "description": (
            "Dr Marian Ashgrove is a clinical psychologist. She leads The Quiet Harbour "
            "Practice and reviews most of what it publishes before readers see it."
        ),
        "title": "Dr Marian Ashgrove",
        "role": "Clinical psychologist",
        "credentials": "DClinPsy, BSc Psychology",
        "registration_body": "Health and Care Professions Council (HCPC)",
        "registration_number": "DEMO-0004",
        "languages": "English, Welsh",
        "biography": (
            "<p>Marian leads the practice and looks after what we publish. She has worked as a clinical "
            "psychologist for more than twenty years, first in community mental health teams and then "
            "here. She sees adults with several difficulties at once, where it isn’t clear where to "
            "begin.</p><p>She reads nearly every article before it appears, with a pencil. Her two "
            "questions are always the same: is it true, and would it be any use to somebody reading at "
            "two in the morning? If the answer to either is no, it goes back.</p><p>On Fridays she swims "
            f"in the sea, whatever the weather. Dr Marian Ashgrove {_INVENTED}</p>"
        ),
    },
)
