"""Takes the pictures of the guide from the running demo site: ``python -m tests.guide.pictures [page ...]``.

It starts a site of its own, signs in as somebody of the role that a page is for, walks to the screen that the page's
``shot`` names, and writes ``hub/guide/static/guide/pictures/<page>.webp``. It needs Chromium (``CHROMIUM`` says where).
A picture that looks as it did is left alone, so that taking all of them anew changes only what has changed.

A ``shot`` says:
    as      writer, reviewer, editor, team (tests/guide/scene.py makes them) or admin
    at      the address; names in braces are those that the scene prints
    do      steps, one name and one value each: click, fill, upload, wait, scroll, press, pause
    frame   what to show, one selector or several; without it the window
    mark    what to draw a ring around; selectors are Playwright's
    height  of the window in pixels, 760 if not said
"""

import argparse
import io
import json
import os
import secrets
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import django
from PIL import Image, ImageChops
from playwright.sync_api import Error, TimeoutError, sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
django.setup()

from hub.guide.shelf import PICTURES, all_pages  # noqa: E402
from tests.browser.running_site import RunningSite  # noqa: E402

SCENE = Path(__file__).with_name("scene.py")
WIDTH, HEIGHT, MARGIN = 1200, 760, 16
#: Milliseconds for each step; a slow machine needs some.
PATIENCE = 20_000
#: The largest share of the picture that may differ where it counts as the same: a date, a name made by chance.
SAME = 0.0007
#: A picture of more bytes is stored with loss.
LARGE = 60_000
STILL = """
*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
html { scroll-behavior: auto !important; }
.guide-ring { position: fixed; z-index: 9999; border: 3px solid #c2410c; border-radius: 8px; pointer-events: none;
    box-sizing: border-box; }
.framed :is(footer.footer, .w-slim-header, .content-wrapper .w-sticky) { visibility: hidden !important; }
"""
RING = """(box) => {
    const ring = document.createElement("div");
    ring.className = "guide-ring";
    const sides = {left: box.x - 6, top: box.y - 6, width: box.width + 12, height: box.height + 12};
    for (const [side, length] of Object.entries(sides)) ring.style[side] = `${length}px`;
    document.body.append(ring);
}"""
TO_THE_TOP = "(one) => { one.scrollIntoView({block: 'start', behavior: 'instant'}); scrollBy(0, -80); }"
#: When something was done says nothing, and would be another in every picture.
DATES = (
    """() => document.querySelectorAll(".w-human-readable-date").forEach((when) => { when.textContent = "Today"; })"""
)


class Photographer:
    """Walks through the site and takes pictures. One signed-in browser for each role."""

    def __init__(self, site: RunningSite, browser, names: dict, password: str):
        self.site, self.browser, self.names, self.password = site, browser, names, password
        self.signed_in: dict[str, object] = {}

    def take(self, shot: dict) -> Image.Image:
        """Return what a shot shows. Raises playwright's Error or KeyError, saying which step could not be done."""
        page = self._context(shot.get("as", "editor")).new_page()
        try:
            page.set_viewport_size({"width": WIDTH, "height": shot.get("height", HEIGHT)})
            answer = page.goto(self.site.address + shot["at"].format(**self.names))
            if not answer.ok:
                raise Error(f"{shot['at']} answered {answer.status}")
            page.add_style_tag(content=STILL)
            self._settle(page)
            for step in shot.get("do", []):
                ((what, value),) = step.items()
                self._do(page, what, value)
            self._settle(page)
            page.evaluate(DATES)
            clip = self._frame(page, shot.get("frame"))
            for selector in shot.get("mark", []):
                page.evaluate(RING, self._box(page, selector))
            return Image.open(io.BytesIO(page.screenshot(clip=clip, animations="disabled"))).convert("RGB")
        finally:
            page.on("dialog", lambda dialog: dialog.accept())
            page.close()

    def _settle(self, page) -> None:
        """Wait until nothing is loaded any more; an editor that keeps asking is not waited for."""
        with suppress(TimeoutError):
            page.wait_for_load_state("networkidle", timeout=PATIENCE / 4)

    def _do(self, page, what: str, value) -> None:
        match what:
            case "click":
                page.locator(value).first.click()
            case "fill":
                page.locator(value[0]).first.fill(value[1])
            case "upload":
                page.locator(value[0]).set_input_files(value[1])
            case "wait":
                page.locator(value).first.wait_for(state="visible")
            case "scroll":
                page.locator(value).first.scroll_into_view_if_needed()
            case "press":
                page.keyboard.press(value)
            case "pause":
                page.wait_for_timeout(value)
            case _:
                raise Error(f"A shot can't {what}.")

    def _frame(self, page, frame) -> dict | None:
        """Return the part of the window that holds what ``frame`` names, with a margin; None for all of it."""
        if not frame:
            return None
        selectors = [frame] if isinstance(frame, str) else frame
        page.evaluate("() => document.body.classList.add('framed')")
        self._bring_up(page, selectors[0])
        boxes = [self._box(page, selector) for selector in selectors]
        size = page.viewport_size
        left, top = (max(0, min(box[side] for box in boxes) - MARGIN) for side in ("x", "y"))
        right = min(size["width"], max(box["x"] + box["width"] for box in boxes) + MARGIN)
        bottom = min(size["height"], max(box["y"] + box["height"] for box in boxes) + MARGIN)
        return {"x": left, "y": top, "width": right - left, "height": bottom - top}

    def _bring_up(self, page, selector: str) -> None:
        """Scroll until something stands at the top of the window, however the page grows meanwhile."""
        for _ in range(20):
            page.locator(selector).first.evaluate(TO_THE_TOP)
            page.wait_for_timeout(250)
            if 0 <= self._box(page, selector)["y"] <= page.viewport_size["height"] / 2:
                return

    def _box(self, page, selector: str) -> dict:
        box = page.locator(selector).first.bounding_box()
        if not box:
            raise Error(f"{selector} is not to be seen")
        return box

    def _context(self, who: str):
        if who not in self.signed_in:
            context = self.browser.new_context(color_scheme="light", reduced_motion="reduce", locale="en-GB")
            context.set_default_timeout(PATIENCE)
            # Panels that were open in the picture before are closed again.
            context.add_init_script("localStorage.clear()")
            page = context.new_page()
            page.goto(f"{self.site.address}/admin/login/")
            page.fill("#id_username", who)
            page.fill("#id_password", self.password)
            page.click("button[type=submit]")
            page.wait_for_url("**/admin/")
            page.close()
            self.signed_in[who] = context
        return self.signed_in[who]


def keep(slug: str, picture: Image.Image) -> bool:
    """Store a picture, unless the one that is there looks the same; say whether it was stored."""
    path = PICTURES / f"{slug}.webp"
    if path.exists() and looks_same(Image.open(path).convert("RGB"), picture):
        return False
    data = io.BytesIO()
    picture.quantize(128, dither=Image.Dither.NONE).convert("RGB").save(data, "WEBP", lossless=True, method=6)
    if data.tell() > LARGE:
        data = io.BytesIO()
        picture.save(data, "WEBP", quality=78, method=6)
    PICTURES.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())
    return True


def looks_same(old: Image.Image, new: Image.Image) -> bool:
    """Say whether two pictures have the same size and differ in hardly a pixel."""
    if old.size != new.size:
        return False
    differs = ImageChops.difference(old, new).convert("L").point(lambda light: 255 if light > 48 else 0)
    return differs.histogram()[255] <= SAME * old.width * old.height


@contextmanager
def running_scene():
    """Yield the running site, the scene's names for addresses, and everybody's password."""
    password = secrets.token_urlsafe(12)
    os.environ["GUIDE_PASSWORD"] = password
    site = RunningSite(Path(tempfile.mkdtemp(prefix="guide-")))
    try:
        site.start()
        names = json.loads(site.manage("shell", "--no-imports", "-c", SCENE.read_text()).strip().splitlines()[-1])
        yield site, names, password
    finally:
        site.stop()
        shutil.rmtree(site.folder, ignore_errors=True)


def main() -> int:
    """Take the pictures of all pages, or of those that are named; return how many failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", help="the slug of a page; without one, all of them")
    wanted = parser.parse_args().page or list(all_pages())
    chromium = shutil.which(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    if not chromium:
        sys.exit("No Chromium: apt install chromium, or set CHROMIUM.")
    failed = 0
    with running_scene() as (site, names, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--hide-scrollbars"])
        photographer = Photographer(site, browser, names, password)
        for slug in wanted:
            try:
                is_new = keep(slug, photographer.take(all_pages()[slug].picture.shot))
            except (Error, KeyError) as error:
                failed += 1
                say(f"{slug}: no picture. {str(error).splitlines()[0]}")
            else:
                say(f"{slug}: {'taken' if is_new else 'as it was'}")
        browser.close()
    size = sum(path.stat().st_size for path in PICTURES.glob("*.webp"))
    say(f"{len(wanted) - failed} of {len(wanted)} pictures; all of them {size // 1024} kB.")
    return failed


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(min(main(), 1))
