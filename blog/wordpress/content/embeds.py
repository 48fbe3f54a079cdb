"""Which addresses are films, and where a reader is to follow them."""

import re
from urllib.parse import parse_qs, urlsplit

_YOUTUBE = {"youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com", "youtu.be"}
_FILM_HOSTS = {
    "vimeo.com": "Vimeo",
    "player.vimeo.com": "Vimeo",
    "dailymotion.com": "Dailymotion",
    "dai.ly": "Dailymotion",
    "wordpress.tv": "WordPress.tv",
    "videopress.com": "VideoPress",
    "loom.com": "Loom",
    "ted.com": "TED",
    "embed.ted.com": "TED",
    "twitch.tv": "Twitch",
}
_FILM_FILE = re.compile(r"\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|flv|mpe?g)$", re.IGNORECASE)
_KEY = re.compile(r"[\w-]{5,20}")


def film(address: str) -> tuple[str, str] | None:
    """The address a film is watched at and the name of the place; None where the address is no film."""
    try:
        parts = urlsplit(address if "://" in address else f"https:{address}" if address.startswith("//") else address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    if host in _YOUTUBE:
        key = _youtube_key(host, parts)
        return (f"https://www.youtube.com/watch?v={key}", "YouTube") if key else _list(parts)
    if host == "player.vimeo.com" and (match := re.match(r"/video/(\d+)", parts.path)):
        return f"https://vimeo.com/{match[1]}", "Vimeo"
    if host in _FILM_HOSTS and len(parts.path) > 1:
        return parts.geturl(), _FILM_HOSTS[host]
    return (parts.geturl(), host) if _FILM_FILE.search(parts.path) else None


def _youtube_key(host: str, parts) -> str:
    first, _, rest = parts.path.strip("/").partition("/")
    if host == "youtu.be":
        found = first
    elif first in {"embed", "shorts", "live", "v"}:
        found = rest.partition("/")[0]
    else:
        found = (parse_qs(parts.query).get("v") or [""])[0]
    return found if _KEY.fullmatch(found) and found != "videoseries" else ""


def _list(parts) -> tuple[str, str] | None:
    key = (parse_qs(parts.query).get("list") or [""])[0]
    return (f"https://www.youtube.com/playlist?list={key}", "YouTube") if re.fullmatch(r"[\w-]{5,60}", key) else None
