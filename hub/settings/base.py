"""The embedded default: one process, SQLite and files under ``var/``, debugging off.

``DATABASE_URL``, ``REDIS_URL``, ``EMAIL_URL``, ``MEDIA_*``, ``SECRET_KEY``, ``ALLOWED_HOSTS`` and ``SITE_URL``
turn the same code into a site on PostgreSQL and Redis; ``hub.settings.production`` insists on them.
"""

from urllib.parse import urlsplit

from . import env

BASE_DIR = env.BASE_DIR
DATA_DIR = env.folder("DATA_DIR", BASE_DIR / "var")

DEBUG = False
SECRET_KEY = env.secret_key(DATA_DIR / "secret_key")
SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# Whether robots.txt lets search engines in at all. What single pages ask for stays in their own heads.
SITE_IS_INDEXABLE = env.truth("SITE_IS_INDEXABLE")

INSTALLED_APPS = [
    "hub.core",
    "hub.guide",
    "hub.users",
    "hub.audit",
    "hub.consultations",
    "hub.discovery",
    "hub.addresses",
    "hub.outbound",
    "home",
    "blog",
    "blog.wordpress",
    "blog.importing.desk",
    "search",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hub.core.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hub.addresses.middleware.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Refuses with a message, to somebody it knows.
    "hub.users.middleware.AreaMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "hub.core.middleware.SiteMiddleware",
    "hub.addresses.middleware.AddressMiddleware",
    # Innermost: it knows what an old address means before anybody else is asked.
    "blog.wordpress.middleware.OldAddressMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "hub" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["hub.core.loaders.UnindentedFilesystem", "hub.core.loaders.UnindentedAppDirectories"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database(DATA_DIR / "db.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock at BEGIN, so that two writers queue instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;"
            "PRAGMA foreign_keys=ON;PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;"
            "PRAGMA journal_size_limit=67108864;PRAGMA temp_store=MEMORY;"
            # What is deleted is overwritten: a request for help that was erased leaves nothing to find.
            "PRAGMA secure_delete=ON;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.number("CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling a page's small queries took a second and saved nothing. ?options= in DATABASE_URL says otherwise.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    # A reader waits for a page, not for a database that is away.
    DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if REDIS_URL := env.text("REDIS_URL"):
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

globals().update(env.email("consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"hub@{urlsplit(SITE_URL).hostname or 'localhost'}")

# Nobody waits for mail but the worker, and it not for ever.
EMAIL_TIMEOUT = env.number("EMAIL_TIMEOUT", 20)

# Uploaded exports of WordPress wait here, outside the media folder, until they are imported.
WORDPRESS_ROOT = env.folder("WORDPRESS_ROOT", DATA_DIR / "wordpress")
# An import runs in a thread of the process that was asked; `manage.py import_wordpress --resume` goes on with it.
WORDPRESS_IN_BACKGROUND = True
# What the rules of quality find in a draft is kept for lists and reports by a thread of the process that saved it;
# `manage.py check_articles` keeps it for all.
FINDINGS_IN_BACKGROUND = True
# Uploaded documents wait here, outside the media folder, until their drafts are made.
IMPORT_ROOT = env.folder("IMPORT_ROOT", DATA_DIR / "imports")
# They are read by a thread of the process that took them; `manage.py import_queue` does what it leaves.
IMPORT_IN_BACKGROUND = True
# Days until an upload is deleted: after its draft was made, and without one. See `manage.py purge_imports`.
IMPORT_MADE_KEPT_DAYS = env.number("IMPORT_MADE_KEPT_DAYS", 7)
IMPORT_KEPT_DAYS = env.number("IMPORT_KEPT_DAYS", 30)

# Requests for help: what encrypts them, and what is told to readers while the database is away.
CONSULTATION_KEY_FILE = DATA_DIR / "consultation_keys"
CONSULTATION_KEYS = env.encryption_keys(CONSULTATION_KEY_FILE)
CONSULTATION_CONTACT_FILE = DATA_DIR / "consultation_contact.json"
# How many proxies in front of us add to X-Forwarded-For: the limits count senders by address.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
# Notices leave right after a request is stored; the worker sees to those that could not.
CONSULTATION_NOTICES_AT_ONCE = True

# Where search engines are told of changed addresses, if a practice switches it on (Settings, IndexNow), and whether a
# thread does so right after publishing; `manage.py send_index_changes` does it all the same.
INDEXNOW_ENDPOINT = env.text("INDEXNOW_ENDPOINT", "https://api.indexnow.org/indexnow")
INDEXNOW_AT_ONCE = True

AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = env.text("LANGUAGE_CODE", "en-gb")
TIME_ZONE = env.text("TIME_ZONE", "Europe/London")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.folder("STATIC_ROOT", DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "hub" / "static"]
MEDIA_URL = env.text("MEDIA_URL", "/media/")
MEDIA_ROOT = env.folder("MEDIA_ROOT", DATA_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hub.core.storage.BundlingStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 400

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# The editor shows previews in a frame, so that DENY, which security.W019 asks for, would break it.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

ADMIN_PREFIX = "admin/"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'self'"],
    }
}
# Wagtail's own admin templates carry inline scripts and Draftail injects styles; nothing comes from elsewhere.
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'"],
}

WAGTAIL_SITE_NAME = "Therapy Content Hub"
WAGTAILADMIN_BASE_URL = SITE_URL
# Whose step it is in a workflow is told by their group; an administrator is not told of every step of everybody.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
# Saved after three quiet seconds. All that is saved while a form is open is one version and one line of the history,
# but each time the whole form is checked, stored and searched anew: half a second, Wagtail's own, is a burden.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "core.HubImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "hub.core.forms.HubImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# No embed is ever looked up: a video is a link until the reader asks for it.
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "english"},
}

# hub.addresses stores what becomes of an address itself: all that a page ever had, drafts' too, and shows it first.
WAGTAILREDIRECTS_AUTO_CREATE = False
# Addresses that were not found are counted in memory and stored after this many seconds; 0 stores nothing by itself.
MISSING_ADDRESSES_EVERY = env.number("MISSING_ADDRESSES_EVERY", 10)

# Needs the extra `embeddings`; `manage.py rebuild_search` after it is switched on.
SEARCH_EMBEDDINGS = env.truth("SEARCH_EMBEDDINGS")

DEFAULT_EXCEPTION_REPORTER_FILTER = "hub.core.reports.NothingPersonal"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Addresses that are not found are no errors of ours, and may hold what a reader typed.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
