"""Demo article: what the idea of attachment styles can tell you."""

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
    sources,
    statistic,
    table,
    term,
    text,
)

ARTICLE = Article(
    slug="attachment-styles",
    title="Attachment styles: what the idea can tell you",
    standfirst=(
        "Anxious, avoidant, secure: the labels are everywhere. Here is where they come from, how to use "
        "them kindly, and what they cannot tell you."
    ),
    description=(
        "A plain guide to attachment styles: where the idea comes from, what the four patterns look like in "
        "daily life, and why labels are only a start."
    ),
    topics=("trust", "couples"),
    author="jonah-wetherby",
    reviewer="marian-ashgrove",
    days_ago=322,
    updated_days_ago=72,
    what_changed=(
        "We rewrote the section on labels, to say more about patterns that differ from one relationship to another."
    ),
    related=("why-trust-feels-hard", "repair-after-an-argument"),
    body=(
        text(
            (
                "A quiz tells you that you are “anxious”. A podcast tells you that your ex was “avoidant”. "
                "Suddenly it all makes sense, at least until your next relationship, where you seem to be "
                "someone else."
            ),
            (
                "Attachment is one of the sturdier ideas in psychology. It is also one of the more "
                "stretched. Used with care it can help you be kinder to yourself, and to the person who "
                "will not text back. Used as a label, it can become one more stick to beat someone with."
            ),
        ),
        key_points(
            "Attachment describes how we look for comfort and safety with the people who matter to us.",
            ("Styles are patterns on a sliding scale. They are not types of person, and they are not diagnoses."),
            "Your pattern can differ between people, and it can change over time.",
        ),
        heading("Where the idea comes from"),
        text(
            "In the 1950s and 1960s the British psychiatrist John Bowlby tried to explain why young "
            "children were so distressed when parted from their parents. He argued that the wish to "
            "stay near someone safe is as basic as hunger. We do not grow out of it."
        ),
        term(
            "Attachment",
            (
                "A lasting bond with a particular person, to whom we turn for comfort when we are "
                "frightened, ill or tired. Adults have attachments too: to partners, to close friends, to "
                "family."
            ),
            also_known_as="attachment bond",
        ),
        term(
            "Secure base",
            (
                "Someone we can leave and come back to. Knowing that they are there makes it easier to "
                "explore, work, play and take risks."
            ),
        ),
        quote(
            (
                "All of us, from the cradle to the grave, are happiest when life is organized as a series "
                "of excursions, long or short, from the secure base provided by our attachment figures."
            ),
            speaker="John Bowlby",
            role="psychiatrist",
            source_title="A Secure Base",
            year=1988,
            verified=True,
        ),
        text(
            "His colleague Mary Ainsworth watched one-year-olds when their mothers left a room and came "
            "back. Some were upset, then soothed. Some could not be soothed. Some seemed not to mind "
            "(Ainsworth and others, 1978). In 1987 Cindy Hazan and Phillip Shaver asked whether adults "
            "in love show something similar. They printed a short quiz in a newspaper."
        ),
        statistic(
            "56%",
            (
                "of the 620 adults in that newspaper study chose the “secure” description of themselves. "
                "About 25% chose “avoidant” and 19% “anxious”. Readers chose to reply, so they do not stand "
                "for everybody."
            ),
            "Romantic love conceptualized as an attachment process",
            "https://doi.org/10.1037/0022-3514.52.3.511",
            1987,
        ),
        heading("Four patterns in daily life"),
        text(
            "In 1991 Kim Bartholomew and Leonard Horowitz suggested four patterns for adults. They "
            "asked two questions. Do I feel worth caring for? Do I expect other people to be there? We "
            "have put the patterns in everyday words."
        ),
        table(
            "What each pattern can look like when a partner is late and has not called",
            ("Pattern", "What you may think", "What you may do", "What can help"),
            (
                "Secure",
                "“Probably the train.”",
                "Send a message, start supper",
                "Carry on, and say so if you were worried",
            ),
            (
                "Anxious (preoccupied)",
                "“They have gone off me.”",
                "Call six times, then feel ashamed",
                "Ask plainly for what would reassure you",
            ),
            (
                "Avoidant (dismissing)",
                "“I do not need them anyway.”",
                "Go to bed, act cool in the morning",
                "Say one true thing about how it felt",
            ),
            (
                "Fearful",
                "“I knew it. And I need them.”",
                "Reach out, then pull away",
                "Go slowly, with someone steady",
            ),
        ),
        text(
            "You may see yourself in two rows, or in all four. That is not a mistake. It is closer to "
            "what later work found (Fraley and others, 2015)."
        ),
        heading("What the labels cannot tell you"),
        part("They are scales, not boxes"),
        text(
            "In 2015 Chris Fraley and his colleagues tested whether adult attachment falls into "
            "separate types. Their results fitted a sliding scale better. Each of us has more or less "
            "worry about being left, and more or less unease with closeness. A quiz that puts you in "
            "one box has rounded you up."
        ),
        part("They differ from person to person"),
        text(
            "The same study looked at particular relationships, such as those with parents and with "
            "friends. There too, people fitted scales better than types. You may lean on your brother "
            "without a second thought, and feel on trial with your partner. So ask “how am I with this "
            "person?” more than “what am I?”"
        ),
        part("They do not tell the whole story"),
        text(
            "A partner who does not reply may be uneasy with closeness. They may also be tired, low, on "
            "a night shift, or not very kind. Money, health, culture and plain bad luck shape "
            "relationships as well. And a label never makes hurtful behaviour all right."
        ),
        callout(
            "caution",
            "Three uses to avoid",
            (
                "Try not to use a style as a verdict on an ex. Try not to use it as an excuse (“I cannot "
                "help it, I am avoidant”). And try not to use it to stay where you are being hurt, in the "
                "hope that more patience will make somebody feel secure."
            ),
        ),
        heading("Using the idea kindly"),
        text(
            "The helpful question is a practical one: what do I do when I feel far from someone I need? "
            "Some of us turn the sound up. Some of us turn it down. Two people can set each other off "
            "for years in this way. One knocks louder, so the other bolts the door, so the first knocks "
            "louder still."
        ),
        bullets(
            "If this is you, you could try three things:",
            (
                "<b>Name the move, not the person.</b> “I am knocking loudly again” is easier to say, and "
                "to hear, than “you are so avoidant”."
            ),
            ("<b>Ask for something small and clear.</b> “Text me when you leave” is easier than “make me feel safe”."),
            "<b>Come back.</b> If you need to be alone, say when you will return. Then return.",
        ),
        text(
            "Much of this is the stuff of everyday mending, and our article on "
            '<a href="article:repair-after-an-argument">how couples repair after an argument</a> has '
            "words you can borrow. If closeness itself feels like a threat, read "
            '<a href="article:why-trust-feels-hard">why trust feels hard, and what helps</a>.'
        ),
        faq(
            (
                "Can my attachment pattern change?",
                (
                    "It can. A steady friendship, a patient partner or a good spell of therapy may shift "
                    "what you come to expect of people. A loss or a betrayal may shift it the other way. "
                    "Such change is usually slow. You may first notice it as a shorter wait before you ask "
                    "for help."
                ),
            ),
            (
                "Is my pattern my parents’ fault?",
                (
                    "Early care matters, but it is one strand among many. Temperament, friends, schools, "
                    "partners and events all leave a mark. Many parents did what they could with what they "
                    "had been given. You can be honest about what was missing without putting anyone on "
                    "trial."
                ),
            ),
            (
                "Should I take an online test?",
                (
                    "If you like. Treat the result as a conversation starter. Short quizzes are rough, and "
                    "your answers will depend on the week you have had and the person you have in mind. If "
                    "a result upsets you, put it aside. Your own examples, told to someone who listens, "
                    "will tell you more."
                ),
            ),
        ),
        sources(
            Reference("Bowlby, J.", "A Secure Base: Clinical Applications of Attachment Theory", "Routledge", 1988),
            Reference(
                "Fraley, R. C.",
                "A brief overview of adult attachment theory and research",
                "University of Illinois",
                None,
                "http://labs.psychology.illinois.edu/~rcfraley/attachment.htm",
            ),
        ),
        shared_invitation("first-conversation"),
    ),
    references=(
        Reference(
            "Ainsworth, M. D. S., Blehar, M. C., Waters, E. and Wall, S.",
            "Patterns of Attachment: A Psychological Study of the Strange Situation",
            "Lawrence Erlbaum",
            1978,
        ),
        Reference(
            "Hazan, C. and Shaver, P.",
            "Romantic love conceptualized as an attachment process",
            "Journal of Personality and Social Psychology, 52(3), 511–524",
            1987,
            "https://doi.org/10.1037/0022-3514.52.3.511",
        ),
        Reference(
            "Bartholomew, K. and Horowitz, L. M.",
            "Attachment styles among young adults: a test of a four-category model",
            "Journal of Personality and Social Psychology, 61(2), 226–244",
            1991,
            "https://doi.org/10.1037/0022-3514.61.2.226",
        ),
        Reference(
            "Fraley, R. C., Hudson, N. W., Heffernan, M. E. and Segal, N.",
            (
                "Are adult attachment styles categorical or dimensional? A taxometric analysis of general "
                "and relationship-specific attachment orientations"
            ),
            "Journal of Personality and Social Psychology, 109(2), 354–368",
            2015,
            "https://doi.org/10.1037/pspp0000027",
        ),
    ),
)
