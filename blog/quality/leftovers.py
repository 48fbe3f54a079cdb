"""What stays in a text by mistake, whatever lists say: places to be filled, damage, slips of typing. Pure functions."""

import re

_PLACEHOLDER = re.compile(
    # What word processors, templates and colleagues leave to be filled in.
    r"(?i:\blorem ipsum\b|\b(?:click|tap)(?: or tap)? here to (?:enter|add|edit|type|insert)\b[^.]{0,30}"
    r"|\b(?:type|enter|write|paste|add|insert) (?:your|the|some) ?(?:own )?(?:text|title|heading|content)s? here\b"
    r"|\berror! [a-z]+ (?:source )?not (?:found|defined)|\berror! (?:reference|bookmark|hyperlink)\b"
    r"|\bdo not (?:publish|print)\b|\bnot for publication\b|\bcomment(?:ed)? \[\w+\])"
    # Notes in brackets: [insert link], [citation needed], [image: two chairs], {{ name }}.
    r"|\[(?i:insert|add|link|image|picture|photo|video|citation|source|ref|name|date|todo|tbc|tbd|check|your)\b[^\]]*\]"
    r"|\{\{[^}]*\}\}|\{%[^%]*%\}|<<[^>]{1,60}>>"
    r"|\b(?:TODO|FIXME|TBC|TBD|TBA|XXX+)\b|\?{4,}"
)
#: Entities, tags and short codes that were not turned into what they stand for, and letters read in a wrong encoding.
_DAMAGE = re.compile(
    r"&(?:nbsp|amp|quot|apos|lt|gt|[mn]dash|hellip|[lr][sd]quo|#x?[\da-f]+);|&(?:nbsp|quot)\b"
    r"|\[/[a-z_]+\]|\[[a-z]+_[a-z_]+[^\]]*\]|\[[a-z]+\s[^\]]*=[^\]]*\]"
    r"|â€|Ã[©¨¤¶¼\x9f]|Â(?=[\s£°])|\ufffd|</?[a-z]+[^<>]{0,80}>"
)
_SLIP = re.compile(r"(?<=[\w”’)])\s[,;](?=\s|[^\W\d]|$)|(?<=\w)\s\.(?=\s|$)|(?<![.…])\.\.(?![.…])|,,")


def placeholder_in(text: str) -> re.Match | None:
    """Return the first place in ``text`` that was left to be filled in."""
    return _PLACEHOLDER.search(text)


def damage_in(text: str) -> re.Match | None:
    """Return the first sign that an import or a paste has damaged ``text``."""
    return _DAMAGE.search(text)


def slip_in(text: str) -> re.Match | None:
    """Return the first blank before a full stop or comma, or the first of them that stands twice."""
    return _SLIP.search(text)
