"""Static files for serving: hashed names, and the style sheet's parts bundled into one file.

``main.css`` (what every article needs), ``blocks.css`` (what few do) and ``fronts.css`` (home, lists, people, search)
import one file a component.
Fetching them one after another costs an old phone seconds, so ``collectstatic`` puts the parts in place of their
``@import`` and drops comments. Nothing else is built.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLES = ("css/main.css", "css/blocks.css", "css/fronts.css")

_IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;')
#: Imports into one layer that follow each other.
_RUN = re.compile(
    r'@import url\("[^"]+"\)(?P<layer> layer\([\w-]+\))?;'
    r'(?:\s*@import url\("[^"]+"\)(?(layer)(?P=layer)|(?!\s*layer));)*'
)
_TOKEN = re.compile(
    r"""(?P<string>"[^"]*"|'[^']*')|/\*.*?\*/|\s*(?P<mark>[{};,>])\s*|(?P<colon>:)\s+|(?P<space>\s+)|(?<![\w.])0(?=\.\d)""",
    re.DOTALL,
)


def minified(css: str) -> str:
    """Return a style sheet without comments and idle white space; strings stay as they are."""

    def shorter(match):
        return match["string"] or match["mark"] or match["colon"] or (" " if match["space"] else "")

    return _TOKEN.sub(shorter, css).replace(";}", "}").strip()


def bundled(css: str, read) -> str:
    """Return ``css`` with each ``@import url("x") layer(y);`` replaced by ``@layer y { the text of x }``.

    Parts of one layer that follow each other share its braces. ``read`` is a function from a part's name to its text.
    A part in a folder below must not use relative ``url()``: it is read as if it stood in the style sheet's own folder.
    """

    def put(match):
        parts = list(_IMPORT.finditer(match[0]))
        text = " ".join(read(part["name"]) for part in parts)
        layer = parts[0]["layer"]
        return f"@layer {layer} {{{text}}}" if layer else text

    return minified(_RUN.sub(put, css))


class BundlingStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, after bundling; other packages' files pass through as they are."""

    # A file that lies there without standing in the manifest is found all the same.
    manifest_strict = False

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for name in BUNDLES:
                if name in paths:
                    paths = {**paths, name: self._bundled_file(name, paths)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _bundled_file(self, name, paths):
        """Write the bundle of ``name`` from the sources, whatever an earlier run left, and say where it is."""
        folder, _, own = name.rpartition("/")

        def read(part):
            storage, path = paths[f"{folder}/{part}"]
            with storage.open(path) as file:
                return file.read().decode()

        css = bundled(read(own), read)
        self.delete(name)
        self._save(name, ContentFile(css.encode()))
        return self, name
