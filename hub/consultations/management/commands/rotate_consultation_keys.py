"""Brings what is stored under a new key."""

import os
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hub.consultations.encryption import KeyUnusable, ring
from hub.consultations.rotating import rotate
from hub.settings import env


class Command(BaseCommand):
    help = (
        "Encrypts every request for help anew with the first key, so that the others can be taken away. With "
        "CONSULTATION_KEYS: put the new key first, restart the site, run this, take the old keys away, restart. With "
        "the key file: --new-key, restart the site, --drop-old, restart."
    )

    def add_arguments(self, parser):
        either = parser.add_mutually_exclusive_group()
        either.add_argument("--new-key", action="store_true", help="Put a new key first in the key file, and no more.")
        either.add_argument(
            "--drop-old", action="store_true", help="Take the other keys out of the key file once nothing needs them."
        )

    def handle(self, *, new_key, drop_old, **options):
        if (new_key or drop_old) and env.words("CONSULTATION_KEYS"):
            raise CommandError("The keys come from CONSULTATION_KEYS: change them there, the key file is not read.")
        if new_key:
            self.keep([env.new_encryption_key(), *settings.CONSULTATION_KEYS])
            self.stdout.write("A new key stands first. Restart the site, then run this with --drop-old.")
            return
        self.rotate()
        if drop_old:
            self.keep(settings.CONSULTATION_KEYS[:1])
            self.stdout.write("The older keys are gone from the key file. Restart the site.")

    def rotate(self):
        try:
            ring()
        except KeyUnusable as error:
            raise CommandError(str(error)) from error
        done, closed = rotate()
        self.stdout.write(f"{done} encrypted with the first key.")
        if closed:
            raise CommandError(f"{closed} could not be opened by any key and stay as they are. Bring back their key.")

    @staticmethod
    def keep(keys):
        path = Path(settings.CONSULTATION_KEY_FILE)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write("\n".join(keys))
        draft.replace(path)
