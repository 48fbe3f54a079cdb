"""Shortcodes (``[caption id="x"]…[/caption]``) -> HTML. Those of WordPress itself are carried out; others stay text.

Source: wp-includes/shortcodes.php and media.php.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

_TAG = re.compile(r"\[(/?)([A-Za-z][A-Za-z0-9_-]{0,60})((?:\s[^\[\]]{0,4000})?)(/?)\]")
_PAIR = re.compile(r"""([A-Za-z][\w-]{0,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|(\S+)""")
_CAPTIONED = re.compile(r"\s*(<a\b[^<>]*>\s*<img\b[^<>]*>\s*</a>|<img\b[^<>]*>)(.*)", re.DOTALL | re.IGNORECASE)
_CURLY = str.maketrans({"“": '"', "”": '"', "″": '"', "‘": "'", "’": "'"})
#: Page builders wrap everything in tags that say nothing but where it stands.
_BUILDERS = ("et_pb_", "vc_", "fusion_", "av_", "mk_", "cs_", "ux_", "nectar_")
_FILMS = ("src", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "mov")
_SOUNDS = ("src", "mp3", "m4a", "ogg", "wav", "wma", "flac")
_ENCLOSING = {"caption", "wp_caption", "embed", "audio", "video", "playlist", "gallery"}


@dataclass
class Met:
    """How often each shortcode was there that was not carried out; unknown ones stay text. ``done`` are the others."""

    unknown: Counter = field(default_factory=Counter)
    removed: Counter = field(default_factory=Counter)
    done: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Tag:
    start: int
    end: int
    name: str
    attributes: str
    is_closing: bool
    is_alone: bool


def carry_out(markup: str, gallery_of: Callable[[str], list[int]], met: Met) -> str:
    """Return HTML whose shortcodes are carried out.

    ``gallery_of`` gives the attachments of a gallery that names none ("" for the post's own).
    """
    if "[" not in markup:
        return markup
    tags = [_tag(match) for match in _TAG.finditer(markup)]
    closings = _closings(tags)
    done, begin = [], 0
    for place, tag in enumerate(tags):
        if tag.start < begin:
            continue
        if markup[tag.start - 1 : tag.start] == "[" and markup[tag.end : tag.end + 1] == "]":
            done.append(markup[begin : tag.start - 1] + markup[tag.start : tag.end])
            begin = tag.end + 1
            continue
        made = _made(tag, tags, closings.get(place), markup, gallery_of, met)
        if made is not None:
            html, end = made
            done += [markup[begin : tag.start], html]
            begin = end
    return "".join([*done, markup[begin:]])


def _tag(match: re.Match) -> _Tag:
    attributes = match[3]
    is_alone = bool(match[4]) or attributes.rstrip().endswith("/")
    return _Tag(match.start(), match.end(), match[2].lower(), attributes, bool(match[1]), is_alone)


def _closings(tags: list[_Tag]) -> dict[int, _Tag]:
    """For each opening tag of an enclosing kind the next tag that closes it."""
    found, upcoming = {}, {}
    for place in range(len(tags) - 1, -1, -1):
        tag = tags[place]
        if tag.is_closing:
            upcoming[tag.name] = tag
        elif tag.name in _ENCLOSING and not tag.is_alone and tag.name in upcoming:
            found[place] = upcoming.pop(tag.name)
    return found


def _made(tag, tags, closing, markup, gallery_of, met) -> tuple[str, int] | None:
    """The HTML of a shortcode and where it ends; None where it stays as it is."""
    if tag.name.startswith(_BUILDERS):
        met.removed[tag.name] += 1
        return "\n\n", tag.end
    if tag.is_closing or tag.name not in _ENCLOSING:
        if not tag.is_closing and _looks_like_one(tag):
            met.unknown[tag.name] += 1
        return None
    inner = markup[tag.end : closing.start] if closing else ""
    html = _html(tag.name, attributes_of(tag.attributes), inner, gallery_of)
    if html is None:
        met.unknown[tag.name] += 1
        return None
    met.done.append(markup[tag.start : tag.end])
    return f"\n{html}\n", closing.end if closing else tag.end


def _looks_like_one(tag: _Tag) -> bool:
    """A word in brackets, "[sic]", is one only to WordPress."""
    return "=" in tag.attributes or "_" in tag.name or "-" in tag.name or not tag.attributes.strip()


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a shortcode; those without a name are called "0", "1" …"""
    text = unescape(text).translate(_CURLY).replace("\xa0", " ").rstrip("/ ")
    found: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        name, double, single, bare, quoted, alone = match.groups()
        if name:
            found[name.lower()] = next(value for value in (double, single, bare) if value is not None)
        else:
            found[str(len(found))] = quoted if quoted is not None else alone
    return found


def _html(name: str, given: dict[str, str], inner: str, gallery_of) -> str | None:
    if name in {"caption", "wp_caption"}:
        return _caption(given, inner)
    if name in {"gallery", "playlist"}:
        return _gallery(given, gallery_of) + inner if name == "gallery" else None
    if name == "embed":
        address = (inner or given.get("src") or given.get("0") or "").strip()
        return f'<figure class="wp-block-embed">{address}</figure>' if address else ""
    address = next(
        (given[key] for key in (_FILMS if name == "video" else _SOUNDS) if given.get(key)), given.get("0", "")
    )
    if not address:
        return None
    return f'<figure><{name} src="{escape(address)}"></{name}></figure>{inner}'


def _caption(given: dict[str, str], inner: str) -> str:
    match = _CAPTIONED.match(inner)
    picture, words = (match[1], match[2]) if match else ("", inner)
    words = words.strip() or escape(given.get("caption", ""))
    return f"<figure class='wp-caption'>{picture}<figcaption>{words}</figcaption></figure>"


def _gallery(given: dict[str, str], gallery_of) -> str:
    listed = given.get("ids") or given.get("include") or ""
    numbers = [int(word) for word in re.findall(r"\d{1,12}", listed)] or gallery_of(given.get("id", ""))
    pictures = "".join(f'<figure><img data-id="{number}" alt=""></figure>' for number in numbers[:500])
    return f"<figure class='wp-block-gallery'>{pictures}</figure>"
