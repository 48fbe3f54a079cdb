"""The web app manifest: what the site is called and how it looks on a home screen. Source: W3C Web App Manifest."""

#: Of the light scheme: the twin of the tokens in ``css/tokens.css``.
GROUND = "#f7f2e8"

#: Name of the static file, size, type, and what it may be used for.
ICONS = (
    ("img/icon.svg", "any", "image/svg+xml", "any"),
    ("img/icon-192.png", "192x192", "image/png", "any"),
    ("img/icon-512.png", "512x512", "image/png", "any"),
    ("img/icon-maskable-192.png", "192x192", "image/png", "maskable"),
    ("img/icon-maskable-512.png", "512x512", "image/png", "maskable"),
)
SHORT = 12


def short_name(name: str) -> str:
    """Return as much of a name as fits under an icon: whole words, up to twelve characters where that is possible."""
    words = name.split()
    kept = words[:1]
    for word in words[1:]:
        if len(" ".join([*kept, word])) > SHORT:
            break
        kept.append(word)
    return " ".join(kept)


def manifest(name: str, description: str, language: str, icon, shortcuts=()) -> dict:
    """Return the manifest.

    Args:
        icon: a function from a static file's name to its address.
        shortcuts: pairs of a name and an address of this site.
    """
    return {
        "id": "/",
        "name": name,
        "short_name": short_name(name),
        **({"description": description} if description else {}),
        "lang": language,
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        # With the browser's way back: a reader who came for one article is not to be locked in.
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": [
            {"src": icon(file), "sizes": size, "type": kind, "purpose": purpose} for file, size, kind, purpose in ICONS
        ],
        "shortcuts": [{"name": title, "url": address} for title, address in shortcuts],
    }
