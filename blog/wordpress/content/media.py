"""Pictures, films, sounds, files and buttons of a post."""

from __future__ import annotations

import re
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from blog.importing.nodes import (
    LONGEST_ALT,
    LONGEST_CAPTION,
    LONGEST_LABEL,
    MOST_BUTTONS,
    Button,
    Download,
    Invitation,
    Picture,
    Video,
    plain,
)
from blog.wordpress.content.embeds import film
from blog.wordpress.content.markup import address, classes, is_smiley, tag_of, tidy, words
from blog.wordpress.content.shapes import table
from hub.core.addresses import href

if TYPE_CHECKING:
    from blog.wordpress.content.walking import Walk

_LONGEST_FILM_TITLE, _LONGEST_ADDRESS, _LONGEST_DOWNLOAD = 150, 300, 120
_NUMBER = re.compile(r"\bwp-image-(\d{1,12})\b")
_BACKGROUND = re.compile(r"""background(?:-image)?\s*:[^;]*url\(\s*["']?([^"')]+)""", re.IGNORECASE)
_URL = re.compile(r"https?://\S+")
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)


def picture(walk: Walk, element, caption: str = "") -> None:
    """A picture with its words; one of a single pixel counts visitors and is dropped."""
    if (element.get("width") in {"1", "0"}) and (element.get("height") in {"1", "0"}):
        walk.remarks.say("A picture of one pixel, which counts visitors, was left out.")
        return
    known = walk.around.attachment(_number(element)) if _number(element) else None
    source = known.address if known else _source(walk, element)
    alt = words(element.get("alt")) or (words(known.alt) if known else "")
    caption = caption or (words(known.caption) if known and not element.get("src") else "")
    if not source:
        walk.remarks.leave_out("A picture without an address was left out.", alt, caption)
        return
    if len(alt) > LONGEST_ALT:
        walk.remarks.leave_out("An alternative text was longer than the page has room for.", alt)
        alt = alt[:LONGEST_ALT].rpartition(" ")[0]
    walk.nodes.append(Picture(source, alt, caption, is_decorative=not alt))


def _number(element) -> int:
    text = element.get("data-id") or ""
    if text.isascii() and text.isdecimal() and len(text) <= 12:
        return int(text)
    match = _NUMBER.search(element.get("class") or "")
    return int(match[1]) if match else 0


def _source(walk: Walk, element) -> str:
    """Where the picture lies, also where a plug-in fetches it only when it is scrolled to."""
    for name in ("data-src", "data-lazy-src", "data-orig-file", "data-full-url", "src"):
        value = (element.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return address(value, walk.around.base)
    return ""


def figure(walk: Walk, element) -> None:
    """A figure: whatever it holds, with its caption."""
    found = classes(element)
    if "wp-block-embed" in found or any(name.startswith("wp-block-embed") for name in found):
        embed(walk, element)
        return
    caption = _take_caption(element)
    markup = tidy(walk.inline.inside(caption)) if caption is not None else ""
    pictures = [inner for inner in element.iter("img") if not is_smiley(inner)]
    tables = element.findall(".//table")
    films = list(element.iter("video", "audio", "iframe"))
    fits = "<a " not in markup and len(plain(markup)) <= LONGEST_CAPTION
    if len(tables) == 1 and not pictures:
        table(walk, tables[0], plain(markup) if fits else "")
        markup = "" if fits else markup
    elif len(films) == 1 and not pictures:
        _film_or_sound(walk, films[0], plain(markup))
        markup = "" if len(plain(markup)) <= _LONGEST_FILM_TITLE and "<a " not in markup else markup
    elif len(pictures) == 1 and not words("".join(element.itertext())):
        for around in pictures[0].iterancestors("a"):
            tell_of_link(walk, around)
        picture(walk, pictures[0], plain(markup) if fits else "")
        markup = "" if fits else markup
    else:
        walk.flow(element)
    walk.paragraph(markup)


def _take_caption(element):
    """The caption of a figure itself, taken out of it; not that of a figure inside it."""
    for caption in element.iter("figcaption"):
        if next(caption.iterancestors("figure"), None) is element:
            caption.drop_tree()
            return caption
    return None


def embed(walk: Walk, element) -> None:
    """An address that WordPress showed as what it leads to: a film, or a link where it is none."""
    caption = _take_caption(element)
    markup = tidy(walk.inline.inside(caption)) if caption is not None else ""
    frame = element.find(".//iframe")
    text = words("".join(element.itertext()))
    found = _URL.search(text)
    target = found[0] if found else (frame.get("src") or "" if frame is not None else "")
    if frame is not None and not found:
        target = address(target, walk.around.base)
    if target and film(target):
        video(walk, target, plain(markup))
        markup = "" if len(plain(markup)) <= _LONGEST_FILM_TITLE and "<a " not in markup else markup
    elif target:
        link_instead(walk, target, text if text != target else "")
    else:
        walk.flow(element)
    walk.paragraph(markup)


def link_instead(walk: Walk, target: str, text: str = "") -> None:
    """A link in place of something that would be loaded from elsewhere."""
    target = address(target, walk.around.base)
    if not target:
        walk.remarks.leave_out("Something embedded without an address was left out.", text)
        return
    walk.remarks.say(f"Embedded from elsewhere, now a link: {target}")
    walk.paragraph(f'<a href="{escape(target)}">{escape(text or target, quote=False)}</a>')


def video(walk: Walk, target: str, title: str = "") -> None:
    found = film(target)
    if found is None or len(found[0]) > _LONGEST_ADDRESS:
        link_instead(walk, target, title)
        return
    where, place = found
    title = title if 0 < len(title) <= _LONGEST_FILM_TITLE else f"Video at {place}"
    walk.remarks.say(f"A film, now a link that loads nothing before it is followed: {target}")
    walk.nodes.append(Video(title, where))


def frame(walk: Walk, element) -> None:
    """``iframe``: a film, or a link to what it showed."""
    source = element.get("data-src") or element.get("data-lazy-src") or element.get("src") or ""
    title = words(element.get("title"))
    target = address(source, walk.around.base)
    if target and film(target):
        video(walk, target, title)
    elif target:
        link_instead(walk, target, title)
    else:
        walk.remarks.leave_out("An empty frame was left out.", title)
    walk.flow(element)


def _film_or_sound(walk: Walk, element, title: str = "") -> None:
    if tag_of(element) == "iframe":
        element.set("title", title or element.get("title") or "")
        frame(walk, element)
        return
    inner = element.find(".//source")
    source = element.get("src") or (inner.get("src") if inner is not None else "") or ""
    target = address(source, walk.around.base)
    if not target or target.startswith(("mailto:", "tel:")):
        walk.remarks.leave_out("A film or a sound without an address was left out.", title)
    elif tag_of(element) == "audio" or not film(target):
        walk.remarks.say(f"This still lies on the old site, and is linked to: {target}")
        walk.paragraph(f'<a href="{escape(target)}">{escape(title or file_name(target), quote=False)}</a>')
    else:
        walk.remarks.say(f"This still lies on the old site, and is linked to: {target}")
        video(walk, target, title or file_name(target))


def film_or_sound(walk: Walk, element) -> None:
    _film_or_sound(walk, element)
    walk.flow(element)


def file_name(target: str) -> str:
    """A readable name for what lies at an address."""
    name = PurePosixPath(unquote(urlsplit(target).path)).name
    return words(name) or target


def download(walk: Walk, element) -> None:
    """A file to take away where it is at hand, else a link to where it was."""
    links = [link for link in element.iter("a") if address(link.get("href"), walk.around.base).startswith("http")]
    named = [link for link in links if "wp-block-file__button" not in classes(link)]
    if not links:
        walk.flow(element)
        return
    link = (named or links)[0]
    target, title = address(link.get("href"), walk.around.base), words("".join(link.itertext()))
    title = title or file_name(target)
    for other in links:
        if other is not link:
            walk.remarks.leave_out("The second link to a file was left out.", "".join(other.itertext()))
            other.drop_tree()
    if walk.around.has_file(target) and len(title) <= _LONGEST_DOWNLOAD:
        walk.nodes.append(Download(target, title))
        link.drop_tree()
    else:
        walk.remarks.say(f"This still lies on the old site, and is linked to: {target}")
    walk.flow(element)


def buttons(walk: Walk, element) -> None:
    """Buttons, two to an invitation. One with more words than a button has room for becomes a link."""
    found: list[Button] = []
    boxes = [element] if "wp-block-button" in classes(element) else []
    for box in boxes or [inner for inner in element.iter() if tag_of(inner) and "wp-block-button" in classes(inner)]:
        label = words(plain(walk.inline.inside(box)))
        link = box.find(".//a")
        target = address(link.get("href"), walk.around.base) if link is not None else ""
        if button := _button(walk, label, target):
            found.append(button)
    for start in range(0, len(found), MOST_BUTTONS):
        some = tuple(found[start : start + MOST_BUTTONS])
        walk.nodes.append(Invitation("", some[0].label, buttons=some))


def _button(walk: Walk, label: str, target: str) -> Button | None:
    if not label:
        return None
    if target.startswith("#"):
        target = ""
    if not target:
        walk.remarks.say("Buttons that led nowhere lead to the consultation page now.")
    if len(label) <= LONGEST_LABEL and len(target) <= _LONGEST_ADDRESS and _is_address(target):
        return Button(label, target)
    markup = escape(label, quote=False)
    walk.paragraph(f'<a href="{escape(target)}">{markup}</a>' if target else markup)
    return None


def _is_address(target: str) -> bool:
    try:
        return not target or bool(href(target))
    except ValueError:
        return False


def cover(walk: Walk, element) -> None:
    """A box with a picture behind it that only its style names."""
    match = _BACKGROUND.search(element.get("style") or "")
    source = address(match[1], walk.around.base) if match else ""
    if source:
        walk.nodes.append(Picture(source, is_decorative=True))
    walk.flow(element)


def tell_of_link(walk: Walk, element) -> None:
    """Note a link around something that can't be one here; a picture's link to its own file is none to miss."""
    target = address(element.get("href"), walk.around.base)
    if target.startswith("http") and not _PICTURE_FILE.search(urlsplit(target).path):
        walk.remarks.say(f"A link around a picture, a heading or a box was left out: {target}")


def dropped(walk: Walk, element) -> None:
    """``object`` and ``embed``: what they loaded is dropped, what stands inside for everybody else is read."""
    target = address(element.get("data") or element.get("src"), walk.around.base)
    if target:
        link_instead(walk, target)
    walk.flow(element)


def by_class(element):
    """The reader of a block that its class names, or None."""
    found = classes(element)
    if found & {"wp-block-buttons", "wp-block-button"}:
        return buttons
    if "wp-block-file" in found:
        return download
    if "wp-block-embed" in found:
        return embed
    if _BACKGROUND.search(element.get("style") or ""):
        return cover
    return None


BY_TAG = {
    "img": picture,
    "figure": figure,
    "video": film_or_sound,
    "audio": film_or_sound,
    "iframe": frame,
    "object": dropped,
    "embed": dropped,
}
