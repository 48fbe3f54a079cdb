"""``manage.py export_articles``: articles become documents in a folder, and can be imported again."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from blog.exporting.folder import ENDINGS, Folder, Written, exported
from blog.management.commands.import_articles import find_index
from blog.models import ArticlePage

_FEW = 5


class Command(BaseCommand):
    help = (
        "Writes every published article into a folder, at the path of its address, with its pictures and documents "
        "beside it. import_articles makes the same blocks of it again. Run again, it writes what has changed."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DEST", type=Path, help="the folder; it is made where there is none")
        parser.add_argument("--format", choices=ENDINGS, default="markdown", help="the form of the documents")
        parser.add_argument("--drafts", action="store_true", help="the latest drafts, of unpublished articles too")
        parser.add_argument("--parent", metavar="PATH", help="only the articles of the index at /articles/")
        parser.add_argument("--overwrite", action="store_true", help="replace files that an export did not write")

    def handle(self, *, folder, drafts, parent, overwrite, **options):
        if folder.exists() and not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        pages = articles(drafts=drafts, parent=parent)
        count = pages.count()
        if not count:
            self.stdout.write("There is no article to export.")
            return
        drawn = (latest(page) if drafts else page for page in pages.iterator(chunk_size=100))
        shown = tqdm(drawn, total=count, unit="article", disable=None if count > _FEW else True)
        try:
            results = list(exported(shown, Folder(folder, options["format"], overwrite)))
        except OSError as error:
            raise CommandError(f"{folder} can't be written to: {error.strerror}.") from error
        self._tell(results, folder)

    def _tell(self, results, folder: Path) -> None:
        failures = []
        for page, result in results:
            if isinstance(result, Written):
                for source in result.missing:
                    self.stderr.write(f"{result.path}: the file of {source} is missing in the library.")
            else:
                failures.append(f"{page.title}: {result}")
        written = [result for _, result in results if isinstance(result, Written)]
        new = sum(result.is_new for result in written)
        self.stdout.write(f"{len(written)} of {len(results)} articles are in {folder}, {new} of them new or changed.")
        if failures:
            raise CommandError("\n".join(failures))


def articles(*, drafts: bool = False, parent: str | None = None):
    """The articles to export, in the order of the tree: what a visitor may see, or with ``drafts`` all of them.

    Raises: CommandError: there is no index at ``parent``.
    """
    pages = ArticlePage.objects.all() if drafts else ArticlePage.objects.published()
    if parent:
        try:
            pages = pages.descendant_of(find_index(parent))
        except LookupError as error:
            raise CommandError(str(error)) from error
    return pages.select_related("author", "reviewer", "hero_image").prefetch_related("topics").order_by("path")


def latest(page: ArticlePage) -> ArticlePage:
    """An article as its editor sees it."""
    return page.get_latest_revision_as_object()
