"""What stands in which file of the sitemap."""

from collections import defaultdict
from urllib.parse import urljoin

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db.models import Case, DateField, F, IntegerField, Max, Value, When
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils.text import slugify
from wagtail.models import Page, ReferenceIndex, Site

from hub.core.models import HubImage, HubRendition
from hub.discovery.pages import address_of, has_field, indexable, page_types

from .document import ADDRESSES, Entry

#: What a page type may keep a picture in that a page does not show.
_UNSEEN = "share_image"


def names() -> dict[str, type[Page]]:
    """Every page type by the name its files have: "article", "topic", "standard-page"."""
    return {slugify(str(model._meta.verbose_name)): model for model in page_types()}


def files(site: Site) -> list[tuple[str, int, object]]:
    """Return the name, the number and the day of the last known change of every file. One query a page type."""
    found = []
    for name, model in names().items():
        ranges = (
            _dated(indexable(model, site))
            .annotate(range=Cast(F("pk"), IntegerField()) / ADDRESSES)
            .order_by("range")
            .values("range")
            .annotate(last=Max("changed"))
            .values_list("range", "last")
        )
        found += [(name, number, last) for number, last in ranges]
    return found


def entries(name: str, number: int, site: Site) -> list[Entry]:
    """Return what the file ``name`` ``number`` holds; nothing where there is no such file. At most five queries."""
    model = names().get(name)
    if model is None:
        return []
    first = number * ADDRESSES
    pages = indexable(model, site).filter(pk__gte=first, pk__lt=first + ADDRESSES)
    rows = list(_dated(pages).order_by("pk").values_list("pk", "url_path", "changed"))
    pictures = _pictures([key for key, _, _ in rows], site)
    return [Entry(address_of(path, site), changed, tuple(pictures[key])) for key, path, changed in rows]


def _dated(pages):
    """Give each page ``changed``: the day of its last substantive change, None where nobody knows it.

    A page that says itself when it was updated is believed. Of any other it is known only while it has never been
    published a second time: that may have been a comma.
    """
    first = TruncDate("first_published_at")
    if has_field(pages.model, "updated_on"):
        return pages.annotate(changed=Coalesce("updated_on", "published_on", first))
    untouched = When(first_published_at=F("last_published_at"), then=first)
    return pages.annotate(changed=Case(untouched, default=Value(None), output_field=DateField()))


def _pictures(keys: list[int], site: Site) -> dict[int, list[str]]:
    """Return the addresses of the pictures that pages show, by the page's key. Two queries, and two types looked up."""
    shown = defaultdict(list)
    types = ContentType.objects.get_for_models(Page, HubImage, for_concrete_models=False)
    references = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[HubImage], object_id__in=[str(key) for key in keys]
    ).exclude(model_path__startswith=_UNSEEN)
    for page, image in references.order_by("pk").values_list("object_id", "to_object_id").iterator(chunk_size=5_000):
        if int(image) not in shown[int(page)]:
            shown[int(page)].append(int(image))
    files = _files({image for images in shown.values() for image in images})
    return defaultdict(
        list,
        {
            page: [
                urljoin(f"{site.root_url}/", default_storage.url(files[image])) for image in images if image in files
            ]
            for page, images in shown.items()
        },
    )


def _files(images: set[int]) -> dict[int, str]:
    """Return each picture's largest size in which a page has shown it as JPEG; those not yet shown have none."""
    # Templates name the format first; what is made for sharing alone names it last. Of equals a page shows the first.
    sizes = HubRendition.objects.filter(image__in=images, filter_spec__startswith="format-jpeg")
    return dict(sizes.order_by("width", "-pk").values_list("image_id", "file"))
