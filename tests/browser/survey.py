"""What a page shows and does, seen once in a browser, for any number of tests to ask about."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

WIDTHS = (320, 390, 768, 1440)

WATCH = """
window.refusals = [];
document.addEventListener("securitypolicyviolation", event =>
    window.refusals.push(event.effectiveDirective + " " + event.blockedURI));
"""
LOOK = """
() => {
    const here = location.origin + location.pathname + location.search;
    const target = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return {
        headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(tag => Number(tag.tagName[1])),
        dangling: [...document.querySelectorAll("a[href]")]
            .filter(link => link.hash && link.href.startsWith(here + "#") && !target(link))
            .map(link => link.hash),
        broken: [...document.images].filter(image => !image.naturalWidth).map(image => image.currentSrc),
        refusals: window.refusals,
    };
}
"""
# Playwright's own way to wait needs eval, which the pages' policy refuses.
PICTURES = """
() => Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.complete || new Promise(done => { image.onload = image.onerror = done; });
}))
"""
# What reaches past the right edge, unless something around it scrolls by itself.
OVERFLOW = """
() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = tag => tag && tag !== root && tag !== document.body &&
        (getComputedStyle(tag).overflowX !== "visible" || scrolls(tag.parentElement));
    return [`${root.scrollWidth} px wide`, ...[...document.querySelectorAll("body *")]
        .filter(tag => tag.getBoundingClientRect().right > root.clientWidth + 0.5)
        .filter(tag => !scrolls(tag.parentElement))
        .map(tag => tag.tagName.toLowerCase() + "." + tag.className)].slice(0, 6);
}
"""


@dataclass
class Visit:
    """One page in one theme: its heading levels, and what was wrong with it."""

    url: str
    overflow: dict[int, list[str]] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    dangling: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def visit(context: BrowserContext, url: str) -> Visit:
    """Open ``url`` in a new page of ``context``, at each width, and note what happens."""
    seen = Visit(url)
    page = context.new_page()
    own = urlsplit(url).netloc

    def note_request(request):
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != own:
            seen.elsewhere.append(request.url)

    def note_message(message):
        # A browser says so itself when the page it shows has status 404.
        if message.type == "error" and message.location.get("url") != url:
            seen.complaints.append(message.text)

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.add_init_script(WATCH)
    page.goto(url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if found := page.evaluate(OVERFLOW):
            seen.overflow[width] = found
    load_pictures(page)
    for name, value in page.evaluate(LOOK).items():
        setattr(seen, name, value)
    seen.cookies = [cookie["name"] for cookie in context.cookies()]
    page.close()
    return seen


def load_pictures(page: Page) -> None:
    """Ask for what is loaded lazily, and wait for it."""
    page.evaluate(PICTURES)
