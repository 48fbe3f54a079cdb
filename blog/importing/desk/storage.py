"""Where uploads lie until their drafts are made: outside the media folder, so that no address leads to them."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage


def private_storage() -> FileSystemStorage:
    """The folder IMPORT_ROOT, readable by nobody but the site's own user."""
    return FileSystemStorage(
        location=settings.IMPORT_ROOT, base_url=None, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )
