"""Tests: the embedded default with quick hashing, media in a scratch folder, plain static files.

The test database is a file named after the migrations and the lock file, so that ``--reuse-db`` saves the minute
Wagtail's migrations take and can never reuse tables that have changed since.
"""

import hashlib
import tempfile
from pathlib import Path

from .base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
MEDIA_ROOT = Path(tempfile.gettempdir()) / "hub-test-media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Fernet's own example of a key.
CONSULTATION_KEYS = ["cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="]
CONSULTATION_KEY_FILE = Path(tempfile.gettempdir()) / "hub-test-consultation-keys"
CONSULTATION_CONTACT_FILE = Path(tempfile.gettempdir()) / "hub-test-consultation-contact.json"
CONSULTATION_NOTICES_AT_ONCE = False
# A port nobody listens on: no test tells anybody of anything by accident.
INDEXNOW_ENDPOINT = "http://127.0.0.1:9/indexnow"
INDEXNOW_AT_ONCE = False
MISSING_ADDRESSES_EVERY = 0
WORDPRESS_ROOT = Path(tempfile.gettempdir()) / "hub-test-wordpress"
WORDPRESS_IN_BACKGROUND = False
FINDINGS_IN_BACKGROUND = False
IMPORT_ROOT = Path(tempfile.gettempdir()) / "hub-test-imports"
IMPORT_IN_BACKGROUND = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


# The search index's tables are made by its engines.
_ENGINES = sorted((BASE_DIR / "search" / "engines").glob("*.py"))  # noqa: F405


def _schema_digest() -> str:
    digest = hashlib.sha256()
    for path in [*sorted(BASE_DIR.glob("**/migrations/0*.py")), *_ENGINES, BASE_DIR / "requirements.txt"]:  # noqa: F405
        if ".venv" not in path.parts and path.exists():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATA_DIR.mkdir(parents=True, exist_ok=True)  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / f"test-{_schema_digest()}.sqlite3")}  # noqa: F405
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_hub_{_schema_digest()}"}  # noqa: F405
