"""The user model, ours from day one because it can't be changed later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in to the admin."""
