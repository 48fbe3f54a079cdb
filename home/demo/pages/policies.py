"""The pages that say what readers may expect: how we write, privacy and accessibility."""

from home.demo.build import bullets, callout, heading, text
from home.demo.pages.contact import EMAIL_LINK, TELEPHONE_LINK

EDITORIAL_POLICY = {
    "slug": "editorial-policy",
    "title": "How we write and review",
    "standfirst": "Who writes these pages, who checks them, and what we do when we get something wrong.",
    "description": (
        "Who writes our articles, how a second clinician reviews each one, which sources we use, what the "
        "dates mean, and how we put mistakes right."
    ),
    "in_menu": False,
    "in_footer": True,
    "body": (
        heading("Who writes"),
        text(
            "Each article is written by one of our therapists, on a subject they work with every week. "
            "The name at the top is the person who wrote it. The link leads to their training and their "
            "registration number.",
        ),
        heading("Who checks"),
        text(
            "Before an article appears, a second therapist reads it. The reviewer is never the author. "
            "They check that what it says about health is right, and that it is kind. They think of "
            "somebody who reads it on a bad night. Where we touch on risk, we say where to find help.",
        ),
        heading("Where our facts come from"),
        bullets(
            "We use, in this order:",
            "guidelines, such as those of the National Institute for Health and Care Excellence (NICE)",
            "the National Health Service (NHS), the World Health Organization and official statistics",
            "reviews that bring many studies together, and then single studies, with their limits stated",
            "books that have stood the test of time, for ideas and not for figures",
            style="numbers",
        ),
        text(
            "Sources are listed under the article. What a therapist says from experience is marked as "
            "theirs. The people in our examples are made up. We do not write about our clients, even in "
            "disguise.",
        ),
        heading("What the dates mean"),
        bullets(
            "You may see up to four of them:",
            "<b>Published:</b> the day the article first appeared.",
            "<b>Updated:</b> the day the meaning changed, with a line on what changed. Spelling doesn’t count.",
            "<b>Reviewed:</b> the day a clinician last confirmed it.",
            "<b>Next review:</b> the day by which we look again, two years later or sooner.",
        ),
        heading("When we are wrong"),
        text(
            f"Please tell us: {EMAIL_LINK}. We answer within five working days. If a mistake could matter to "
            "your health, we correct it at once, or take the page down until we have. The correction is "
            "noted on the page.",
        ),
        heading("Our interests"),
        text(
            "We earn our living from therapy, so we gain if you choose it. Invitations to contact us are "
            "set apart from the text. We carry no advertising, take no payment for links, and accept no "
            "gifts from companies. Nobody outside the practice sees an article before it is published.",
        ),
        callout(
            "note",
            "What these pages are not",
            "They are for information. They can’t know you, and they do not replace advice from your own "
            "doctor or therapist.",
        ),
    ),
}

PRIVACY = {
    "slug": "privacy",
    "title": "Privacy",
    "standfirst": "You can read everything here without telling us who you are.",
    "description": (
        "How this website treats your privacy: no cookies for readers, no trackers, nothing loaded from "
        "other companies, and what our server logs hold."
    ),
    "in_menu": False,
    "in_footer": True,
    "body": (
        text(
            "What you read about your own mind and your own family is private. We built this website so "
            "that very little can be known about your visit, by us or by anybody else.",
        ),
        bullets(
            "When you read these pages, there are:",
            "no cookies",
            "no trackers and no advertising",
            "no visitor statistics that follow you from page to page",
            "no fonts, pictures or scripts from other companies’ servers",
            "no accounts to open",
            style="ticks",
        ),
        heading("Videos"),
        text(
            "A video on another site is shown here as a link. Nothing is fetched from that site until you "
            "choose to go there. Once you do, its own rules apply.",
        ),
        heading("What our server logs hold"),
        text(
            "Like almost every web server, ours writes a line for each page that it sends: the time, the "
            "address of the page, the network address it was sent to, and the kind of browser. We use "
            "these lines only to keep the site running and safe. They are deleted after 14 days.",
            "What you type into our search box becomes part of the address of the results page, so it can "
            "stand in that log too. Please don’t search for names or telephone numbers.",
        ),
        heading("If you send us a request"),
        text(
            "Our form asks for little: what to call you, one way to reach you, and what is safe. It is encrypted "
            "before it is stored. Only our administrator and the therapist we offer you can read it, and each "
            "reading is recorded. No e-mail carries what you wrote. We erase it 90 days after you sent it, or 180 "
            "days after where it led to an appointment, and at once if you ask us to. Our copies for emergencies "
            "are overwritten within 30 days after that.",
            "To tell people from machines we count how many requests come from one network address in a day. "
            "The address itself is not kept, and the count can’t be traced to it the day after.",
        ),
        heading("If you telephone or write to us"),
        text(
            "We keep your name, how to reach you, and what you asked, so that we can answer. Only our "
            "staff can see it. If you do not become a client, we delete it after three months. If you do, "
            "we explain at your first session what notes we keep and for how long.",
        ),
        heading("Our own staff"),
        text(
            "People who write and edit these pages sign in, and signing in needs cookies. Those cookies "
            "are not set for readers.",
        ),
        heading("Your rights"),
        text(
            "You may ask to see what we hold about you, to have it corrected, or to have it deleted. "
            f"Write to {EMAIL_LINK} or call {TELEPHONE_LINK}. We reply within one month. If you are not "
            "content with our answer, you can complain to the Information Commissioner’s Office, which "
            "looks after data protection in the United Kingdom.",
        ),
        callout(
            "tip",
            "If somebody might look at your device",
            "Your browser keeps its own history, and we can’t change that. A private window leaves fewer "
            "traces. If you are afraid of someone at home, a library computer or a friend’s telephone may "
            "be safer.",
        ),
    ),
}

ACCESSIBILITY = {
    "slug": "accessibility",
    "title": "Accessibility statement",
    "standfirst": "We want everybody to be able to read this, on any device and on a hard day.",
    "description": (
        "How this website is made to be read by everyone, which standard we aim for, where we may fall "
        "short, and how to ask for another format."
    ),
    "in_menu": False,
    "in_footer": True,
    "body": (
        text(
            "Somebody who is frightened or worn out reads with less patience, on whatever is to hand. We "
            "keep that person in mind. We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 "
            "at level AA.",
        ),
        bullets(
            "You should be able to:",
            "read and use every page without a mouse",
            "hear pages read in a sensible order by a screen reader",
            "make the text twice as large without losing any of it",
            "read in light or dark colours, following the setting of your device",
            "read everything with scripts switched off",
            "print an article, with its sources, on paper",
            "turn off movement on your device and find none here",
            style="ticks",
        ),
        heading("How we write"),
        text(
            "We use short sentences and plain words, and spell out abbreviations. Headings follow a clear "
            "order. Links say where they lead. Pictures that carry meaning are described. Where a subject "
            "may be painful, a note at the top says so.",
        ),
        heading("Where we may fall short"),
        bullets(
            "We know of these limits:",
            "Videos on other sites may have captions of poor quality. We add a written version where we can.",
            "A few documents to download may not be fully tagged. Ask us, and we will send the text by e-mail.",
            "Wide tables may need to be scrolled sideways on a small telephone.",
        ),
        heading("Tell us what doesn’t work"),
        text(
            f"Write to {EMAIL_LINK} or call {TELEPHONE_LINK}. Say which page it was and, if you can, what "
            "you were using. We answer within five working days. We can send any article in large print, "
            "as plain text, or read it to you.",
            "If you are not satisfied with our reply, the Equality Advisory and Support Service can "
            "advise you in England, Scotland and Wales. In Northern Ireland it is the Equality Commission.",
        ),
        heading("Coming to see us"),
        text(
            "One of our rooms is on the ground floor, with no step at the door and a toilet that takes a "
            "wheelchair. There is a hearing loop. Assistance dogs are welcome, and so are quiet arrivals: "
            "you can wait outside, and we will come and find you.",
        ),
        heading("How we check"),
        text(
            "We test pages with automatic tools when the site changes. We also try them by hand with a "
            "keyboard and a screen reader. We go through this statement again at least once a year.",
        ),
    ),
}
