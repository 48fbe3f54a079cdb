"""Templates as they are sent: the indentation that people read them by is left at home."""

import re

from django.template.loaders.app_directories import Loader as AppDirectoriesLoader
from django.template.loaders.filesystem import Loader as FilesystemLoader

_INDENTATION = re.compile(r"\s*\n\s*")


def unindented(template: str) -> str:
    """Return a template whose lines start at the margin, without blank ones. Ours hold no ``pre`` or ``textarea``."""
    return _INDENTATION.sub("\n", template)


class UnindentedFilesystem(FilesystemLoader):
    """The project's own templates."""

    def get_contents(self, origin):
        return unindented(super().get_contents(origin))


class UnindentedAppDirectories(AppDirectoriesLoader):
    """The rooms' templates; other packages' are passed on as they are."""

    OURS = ("consultations/", "core/", "blog/", "home/", "search/")

    def get_contents(self, origin):
        contents = super().get_contents(origin)
        return unindented(contents) if origin.template_name.startswith(self.OURS) else contents
