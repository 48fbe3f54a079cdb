"""The one place that reads the environment. Every variable the site knows is listed in ``.env.example``."""

import base64
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from environ import Env

BASE_DIR = Path(__file__).resolve().parents[2]

#: What a production site cannot run without, and what each is for.
REQUIRED_IN_PRODUCTION = {
    "SECRET_KEY": "a long random string that signs sessions",
    "DATABASE_URL": "e.g. postgres://user:password@host/name",
    "REDIS_URL": "e.g. redis://host:6379/0",
    "EMAIL_URL": "e.g. smtp+tls://user:password@host:587",
    "ALLOWED_HOSTS": "host names the site answers to, separated by commas",
    "SITE_URL": "the public address, e.g. https://example.org",
    "CONSULTATION_KEYS": "what encrypts requests for help: 32 random bytes as url-safe base64, newest first",
}

_env = Env()


def text(name: str, default: str = "") -> str:
    """Return the variable ``name``; an empty one counts as unset."""
    return os.environ.get(name) or default


def truth(name: str, default: bool = False) -> bool:
    """Return a yes-or-no variable: 1, true, yes, on (any case) are yes."""
    return _env.bool(name, default) if text(name) else default


def number(name: str, default: int) -> int:
    """Return a whole number; raise ImproperlyConfigured for anything else."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: list[str] | None = None) -> list[str]:
    """Return a list from a comma-separated variable, blanks dropped."""
    value = text(name)
    return [part.strip() for part in value.split(",") if part.strip()] if value else list(default or [])


def folder(name: str, default: Path) -> Path:
    """Return a directory as an absolute path; a relative one starts at the project."""
    return (BASE_DIR / text(name, str(default))).resolve()


def database(default: Path) -> dict:
    """Return Django's settings of one database, from ``DATABASE_URL`` (django-environ's forms), else SQLite."""
    if url := text("DATABASE_URL"):
        return _env.db_url_config(url)
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default)}


def email(default: str) -> dict:
    """Return Django's ``EMAIL_*`` settings, from ``EMAIL_URL`` (django-environ's forms)."""
    return _env.email_url_config(text("EMAIL_URL", default))


def secret_key(path: Path) -> str:
    """Return ``SECRET_KEY``, or the key kept in the file ``path``, made on first use and readable by its owner only."""
    return text("SECRET_KEY") or _kept(path, get_random_secret_key)


def encryption_keys(path: Path) -> list[str]:
    """Return ``CONSULTATION_KEYS``, or the keys kept in ``path``, one a line; the first one encrypts.

    The file is made on first use. It is no part of the database: keep its backup apart from the database's.
    """
    return words("CONSULTATION_KEYS") or _kept(path, new_encryption_key).split()


def new_encryption_key() -> str:
    """Return a new key in Fernet's form: 32 random bytes as url-safe base64."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def _kept(path: Path, make: Callable[[], str]) -> str:
    """Return what the file ``path`` holds, after making it where there is none."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(make())
        # A link appears whole or not at all, and never in place of a key that another process made meanwhile.
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii").strip()


def insist_on_production() -> None:
    """Raise ImproperlyConfigured that names every variable production lacks."""
    missing = [f"{name} ({why})" for name, why in REQUIRED_IN_PRODUCTION.items() if not text(name)]
    if missing:
        raise ImproperlyConfigured("Production needs these environment variables: " + "; ".join(missing) + ".")
