"""Which addresses that were not found are worth keeping: no robots' knocking, nothing personal. Pure functions."""

import re

#: Longer addresses are nobody's typing, and hold what nobody should keep.
LONGEST = 200

#: Who says so of itself. Tools that people use by hand (curl, a link checker) are none.
_ROBOT = re.compile(
    r"(?<!cu)bot\b|(?<!cu)bot[/;_-]|crawl|spider|slurp|archiver|scanner|nikto|sqlmap|nmap|masscan|zgrab|nuclei|wpscan|gobuster|"
    r"dirbuster|censys|shodan|netcraft|semrush|ahrefs|mj12|dotbot|petal|bytespider|facebookexternalhit|preview",
    re.IGNORECASE,
)
#: What is asked for by those who try doors, and by browsers of their own accord.
_PROBED = re.compile(
    r"(?:^|/)(?:\.(?!well-known(?:/|$))|wp-(?:admin|login|includes|json|config|cron|signup|trackback)|"
    r"wp-content/(?:plugins|themes)|xmlrpc|cgi-bin|phpmyadmin|pma|myadmin|phpinfo|adminer|administrator|"
    r"vendor|node_modules|actuator|boaform|solr|jenkins|hnap1|owa|ecp|autodiscover|telescope|_profiler|_ignition|"
    r"eval-stdin|server-status|console|debug|backup|dump|shell|config|etc/passwd|wlwmanifest|"
    r"apple-touch-icon|favicon|browserconfig|ads\.txt|app-ads\.txt|traffic-advice)",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:php\d?|phtml|aspx?|ashx|jsp|jspx|do|action|cgi|pl|env|ini|cfg|conf|ya?ml|toml|json|xml|sql|sqlite|db|bak|"
    r"old|orig|save|swp|log|zip|rar|7z|tar|t?gz|bz2|exe|dll|sh|bat|py|rb|git|svn|ds_store|pem|key|crt|"
    r"js|mjs|css|map|png|jpe?g|gif|webp|avif|svg|ico|woff2?|ttf|eot|mp4|webm|mp3)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[\w\-./ ,+&()'’!~]+")
_UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[\s.\-()_]?\d){5,}")
_DATE = re.compile(r"(?:19|20)\d\d[-/_.]?(?:0?[1-9]|1[0-2])(?:[-/_.]?(?:0?[1-9]|[12]\d|3[01]))?(?!\d)")
_LONG = re.compile(r"[A-Za-z0-9_]{16,}")


def is_robot(user_agent: str) -> bool:
    """Say whether a program names itself a crawler or a scanner. The name itself is never kept."""
    return bool(_ROBOT.search(user_agent))


def is_noise(path: str) -> bool:
    """Say whether an address is one that only programs ask for, or none that anybody would type."""
    return bool(_PROBED.search(path) or _FILE.search(path) or not _PLAIN.fullmatch(path) or ".." in path)


def looks_personal(path: str) -> bool:
    """Say whether an address may hold an e-mail address, a telephone number, a key or another long number or token."""
    if "@" in path or "%40" in path or _UUID.search(path):
        return True
    if _NUMBER.search(_DATE.sub("", path)):
        return True
    return any(_is_token(word) for step in path.split("/") for word in _LONG.findall(step))


def _is_token(word: str) -> bool:
    """Whether sixteen or more letters and digits are no word: with digits, with few vowels, or thirty of them."""
    letters = [mark for mark in word.lower() if mark.isalpha()]
    vowels = sum(mark in "aeiouy" for mark in letters)
    return len(word) >= 30 or any(mark.isdigit() for mark in word) or vowels < len(letters) / 4


def storable(path: str) -> bool:
    """Say whether an address that was not found may be counted under its own name."""
    return bool(path) and len(path) <= LONGEST and not is_noise(path) and not looks_personal(path)
