"""Files go with the rows they belong to, once that is certain."""

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .models import Document, Picture


@receiver(post_delete, sender=Document)
def delete_upload(instance, **kwargs):
    _delete_file(instance.upload)


@receiver(post_delete, sender=Picture)
def delete_picture(instance, **kwargs):
    _delete_file(instance.file)


def _delete_file(file) -> None:
    if file:
        transaction.on_commit(lambda: file.storage.delete(file.name))
