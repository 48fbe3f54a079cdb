"""A site of any number of articles, made by a few statements: what a test of size can wait for."""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page, ReferenceIndex

from blog.models import ArticlePage
from hub.core.models import HubImage
from tests.factories import ArticlePageFactory, ImageFactory

BATCH = 5_000


def add_articles(index, count: int) -> None:
    """Add ``count`` published articles below ``index``, each with a title and an address of its own, and a picture."""
    image = ImageFactory(file__width=900, file__height=600)
    image.get_rendition("format-jpeg|fill-600x400")
    model = ArticlePageFactory(
        parent=index, title="The model", hero_image=image, hero_is_decorative=True, updated_on="2026-03-14"
    )
    first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    for start in range(0, count, BATCH):
        Page.objects.bulk_create(
            [_page(model, index, first, number) for number in range(start, min(start + BATCH, count))]
        )
    _copy_article(model, first)
    _refer(model, image, first, count)
    Page.objects.filter(pk=index.pk).update(numchild=count + 1)


def _page(model, index, first: int, number: int) -> Page:
    slug = f"an-article-with-a-rather-long-address-about-trust-and-worry-{number}"
    return Page(
        pk=first + number,
        path=Page._get_path(index.path, index.depth + 1, number + 2),
        depth=index.depth + 1,
        title=f"Article {number}: trust & worry",
        draft_title=f"Article {number}",
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        content_type_id=model.content_type_id,
        locale_id=model.locale_id,
        translation_key=uuid.uuid4(),
        live=True,
        first_published_at=model.first_published_at,
        last_published_at=model.last_published_at,
    )


def _copy_article(model, first: int) -> None:
    table = connection.ops.quote_name(ArticlePage._meta.db_table)
    own = [field.column for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(map(connection.ops.quote_name, own))
    copied = ", ".join(f"model.{connection.ops.quote_name(column)}" for column in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (page_ptr_id, {columns}) "  # noqa: S608 - names of tables and columns are the models'
            f"SELECT page.id, {copied} FROM wagtailcore_page page, {table} model "
            "WHERE page.id >= %s AND model.page_ptr_id = %s",
            [first, model.pk],
        )


def _refer(model, image, first: int, count: int) -> None:
    types = ContentType.objects.get_for_models(Page, HubImage, ArticlePage)
    for start in range(0, count, BATCH):
        ReferenceIndex.objects.bulk_create(
            ReferenceIndex(
                base_content_type=types[Page],
                content_type=types[ArticlePage],
                object_id=str(first + number),
                to_content_type=types[HubImage],
                to_object_id=str(image.pk),
                model_path="hero_image",
                content_path="hero_image",
                content_path_hash=uuid.uuid5(uuid.NAMESPACE_URL, "hero_image"),
            )
            for number in range(start, min(start + BATCH, count))
        )
