"""``manage.py prepare``: whatever state the site is in, make it ready to be served."""

import secrets
from io import StringIO
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from wagtail.models import Page, Site

ADMIN = "admin"
LOOPBACK = {"localhost", "127.0.0.1", "::1", "[::1]"}
PORTS = {"http": 80, "https": 443}
# Without letters and digits that look alike: somebody may type this from another screen.
PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105


class Command(BaseCommand):
    help = (
        "Brings the database and the search index up to date, loads the demo practice into an empty site and makes "
        "the first admin. Safe to run at any time: what is there already is left alone."
    )

    def handle(self, **options):
        self.update_database()
        self.align_site()
        self.load_demo()
        call_command("rebuild_search", if_outdated=True, stdout=self.stdout)
        call_command("rebuild_links", if_missing=True, stdout=self.stdout)
        self.erase_what_is_due()
        self.announce(self.make_admin())

    def update_database(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Bringing the database up to date (about a minute the first time) ...")
        # Always: an interrupted first run may lack the permissions that come after the last migration.
        call_command("migrate", interactive=False, verbosity=0)

    def align_site(self):
        """Let full addresses follow ``SITE_URL`` as long as the site's own host name is a loopback one."""
        address = urlsplit(settings.SITE_URL)
        site = Site.objects.filter(is_default_site=True, hostname__in=LOOPBACK).first()
        if site is None or not address.hostname:
            return
        wanted = (address.hostname, address.port or PORTS.get(address.scheme, 80))
        if (site.hostname, site.port) != wanted:
            site.hostname, site.port = wanted
            site.save()

    def load_demo(self):
        """Fill a site that has nothing but the root and Wagtail's welcome page."""
        if Page.objects.filter(depth__gt=1).not_exact_type(Page).exists():
            return
        self.say("Loading the demo practice ...")
        try:
            call_command("load_demo")
        except CommandError as error:
            self.stderr.write(self.style.WARNING(f"The demo practice was not loaded: {error}"))

    def erase_what_is_due(self):
        """Where nobody has set up a schedule, at least every start keeps the promise."""
        for command in ("purge_consultations", "purge_missing_addresses"):
            call_command(command, stdout=StringIO(), stderr=StringIO())

    def make_admin(self):
        """Return the password of the superuser just made, or None where there is one already."""
        user_model = get_user_model()
        if user_model.objects.filter(is_superuser=True).exists():
            return None
        if user_model.objects.filter(username=ADMIN).exists():
            raise CommandError(f"The user {ADMIN!r} is no superuser. Make one: manage.py createsuperuser")
        return new_password(user_model(username=ADMIN))

    def announce(self, password):
        self.say(f"\nThe site:   {settings.SITE_URL}/")
        self.say(f"The admin:  {settings.SITE_URL}{reverse('wagtailadmin_home')}")
        users = get_user_model().objects
        if password is None:
            name = users.filter(is_superuser=True).order_by("pk").first().username
            self.say(f"User:       {name}")
            self.say(f"            (a new password: .venv/bin/python manage.py changepassword {name})\n")
            return
        # The account is kept only once its password has been shown, so that no run can lose the password.
        with transaction.atomic():
            users.create_superuser(username=ADMIN, password=password)
            self.say(f"User:       {ADMIN}\nPassword:   {password}   (shown this once)\n")
            self.stdout.flush()

    def say(self, text):
        self.stdout.write(text)


def new_password(user):
    """Return four groups of five letters and digits that satisfy the password validators for ``user``."""
    while True:
        password = "-".join("".join(secrets.choice(PASSWORD_LETTERS) for _ in range(5)) for _ in range(4))
        try:
            validate_password(password, user)
        except ValidationError:
            continue
        return password
