"""Settings come from the environment, are sound by default, and insist where a default would be unsafe."""

import os
import re
import stat
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from hub.settings import env

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "hub.settings.production",
    "SECRET_KEY": "a-key-of-more-than-fifty-letters-and-3-digits-for-this-test-only",
    "DATABASE_URL": "postgres://hub:secret@127.0.0.1/hub",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_URL": "smtp+tls://user:secret@127.0.0.1:587",
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "CONSULTATION_KEYS": "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=",
}


@pytest.fixture
def run(tmp_path):
    """Run ``manage.py`` in a process of its own, with only the given variables."""

    def run(*arguments, **variables):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **variables},
            capture_output=True,
            text=True,
        )

    return run


@pytest.fixture
def show(run):
    """Return one setting as a process with the given variables sees it."""

    def show(expression, **variables):
        code = f"from django.conf import settings; print({expression})"
        done = run("shell", "--no-imports", "-c", code, **variables)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return show


def test_production_refuses_to_start_and_names_all_that_is_missing(run):
    done = run("check", DJANGO_SETTINGS_MODULE="hub.settings.production")

    assert done.returncode != 0
    assert [name for name in env.REQUIRED_IN_PRODUCTION if f"{name} (" not in done.stderr] == []


@pytest.mark.parametrize("name", env.REQUIRED_IN_PRODUCTION)
@pytest.mark.parametrize("value", [None, ""])
def test_production_names_the_one_variable_that_is_missing(monkeypatch, name, value):
    for variable in env.REQUIRED_IN_PRODUCTION:
        monkeypatch.setenv(variable, PRODUCTION[variable])
    if value is None:
        monkeypatch.delenv(name)
    else:
        monkeypatch.setenv(name, value)

    with pytest.raises(ImproperlyConfigured) as refused:
        env.insist_on_production()

    assert [other for other in env.REQUIRED_IN_PRODUCTION if other in str(refused.value)] == [name]


def test_production_passes_the_deployment_checks(run):
    done = run("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert (done.returncode, done.stderr) == (0, "")


def test_production_runs_on_postgresql_and_redis(show):
    engines = "settings.DATABASES['default']['ENGINE'], settings.CACHES['default']['BACKEND'], settings.DEBUG"

    assert show(engines, **PRODUCTION) == (
        "django.db.backends.postgresql django.core.cache.backends.redis.RedisCache False"
    )


def test_default_needs_no_variable_and_debugs_nothing(show):
    engines = "settings.DATABASES['default']['ENGINE'], settings.CACHES['default']['BACKEND'], settings.DEBUG"

    assert show(engines) == "django.db.backends.sqlite3 django.core.cache.backends.locmem.LocMemCache False"


def test_development_debugs(show):
    assert show("settings.DEBUG", DJANGO_SETTINGS_MODULE="hub.settings.dev") == "True"


def test_links_carry_the_site_url(show):
    assert show("settings.WAGTAILADMIN_BASE_URL", SITE_URL="http://127.0.0.1:9001/") == "http://127.0.0.1:9001"


def test_sqlite_runs_with_the_options_of_a_real_site(run):
    code = """
from django.db import connection
pragmas = ["journal_mode", "foreign_keys", "synchronous", "busy_timeout"]
values = [connection.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
print(*values, connection.transaction_mode)
"""

    assert run("shell", "--no-imports", "-c", code).stdout.strip() == "wal 1 1 20000 IMMEDIATE"


@pytest.mark.django_db
def test_tests_run_on_the_options_of_a_real_site():
    if connection.vendor != "sqlite":
        pytest.skip("These are SQLite's.")
    with connection.cursor() as cursor:
        values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")]

    assert values == ["wal", 1]


def test_secret_key_is_made_once_and_is_its_owners_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    path = tmp_path / "not" / "there" / "secret_key"

    first, second = env.secret_key(path), env.secret_key(path)

    assert first == second == path.read_text().strip()
    assert len(first) >= 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_secret_key_of_the_environment_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "given")

    assert env.secret_key(tmp_path / "secret_key") == "given"
    assert list(tmp_path.iterdir()) == []


def test_secret_key_recovers_from_a_first_run_that_died_while_making_it(tmp_path, monkeypatch):
    def die():
        raise KeyboardInterrupt

    monkeypatch.delenv("SECRET_KEY", raising=False)
    path = tmp_path / "secret_key"
    with monkeypatch.context() as dying, pytest.raises(KeyboardInterrupt):
        dying.setattr(env, "get_random_secret_key", die)
        env.secret_key(path)

    assert len(env.secret_key(path)) >= 50


@pytest.mark.parametrize("folder", ["with space", "with#hash", "with?mark", "with%20percent", "wïth-äccent"])
def test_data_folder_may_have_any_name(show, tmp_path, folder):
    shown = show("settings.DATABASES['default']['NAME']", DATA_DIR=str(tmp_path / folder))

    assert shown == str(tmp_path / folder / "db.sqlite3")


@pytest.mark.parametrize("value", ["ten", "1.5", "-1", "1 000", "0x10"])
def test_number_refuses_what_is_none_and_names_the_variable(monkeypatch, value):
    monkeypatch.setenv("CONN_MAX_AGE", value)

    with pytest.raises(ImproperlyConfigured, match=f"CONN_MAX_AGE must be a whole number, not {value!r}"):
        env.number("CONN_MAX_AGE", 60)


@pytest.mark.parametrize(("value", "expected"), [("0", 0), ("007", 7), ("", 60)])
def test_number_reads_whole_numbers(monkeypatch, value, expected):
    monkeypatch.setenv("CONN_MAX_AGE", value)

    assert env.number("CONN_MAX_AGE", 60) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1", True), ("true", True), ("Yes", True), ("ON", True), ("0", False), ("no", False), ("", True)],
)
def test_truth_reads_yes_and_no(monkeypatch, value, expected):
    monkeypatch.setenv("BEHIND_PROXY", value)

    assert env.truth("BEHIND_PROXY", True) is expected


def test_words_drop_blanks(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", " example.org, ,www.example.org,")

    assert env.words("ALLOWED_HOSTS") == ["example.org", "www.example.org"]


def test_example_lists_exactly_the_variables_that_are_read():
    sources = "".join(path.read_text() for path in (settings.BASE_DIR / "hub" / "settings").glob("*.py"))
    read = set(re.findall(r'\b(?:text|truth|number|words|folder)\(\s*"([A-Z_]+)"', sources))
    example = (settings.BASE_DIR / ".env.example").read_text()
    listed = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))

    assert listed - {"DJANGO_SETTINGS_MODULE"} == read
