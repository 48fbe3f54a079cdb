"""Production: refuses to start without the variables it needs, and trusts only https."""

from . import env

env.insist_on_production()

from .base import *  # noqa: E402, F403

SECURE_SSL_REDIRECT = env.truth("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.truth("BEHIND_PROXY", True) else None
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.truth("SECURE_HSTS_INCLUDE_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.truth("SECURE_HSTS_PRELOAD", True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 1 if env.truth("BEHIND_PROXY", True) else 0)
SITE_IS_INDEXABLE = env.truth("SITE_IS_INDEXABLE", True)
