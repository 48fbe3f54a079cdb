"""Who may change a picture or a document: whoever uploaded it, until readers see it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy


class LibraryPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's own, but for this: who may only add changes nothing that is public, though it be their own upload."""

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if not super().user_has_any_permission_for_instance(user, actions, instance):
            return False
        if not set(actions) <= {"change", "delete"} or self._check_perm(user, {"change"}, instance.collection):
            return True
        return not is_public(instance)


def is_public(upload) -> bool:
    """Say whether a public page shows a picture or a document, or anything else that is no page names it."""
    page_type = ContentType.objects.get_for_model(Page).pk
    found = set(ReferenceIndex.get_references_to(upload).values_list("base_content_type", "object_id"))
    pages = [key for kind, key in found if kind == page_type]
    return len(pages) < len(found) or Page.objects.filter(pk__in=pages, live=True).exists()


def take_over() -> None:
    """Let Wagtail's views of pictures and documents ask here."""
    for model, name in ((get_image_model(), "wagtailimages.Image"), (get_document_model(), "wagtaildocs.Document")):
        policy = LibraryPolicy(model, auth_model=name, owner_field_name="uploaded_by_user")
        # Exactly: Wagtail's own comes later and is for subclasses, too.
        register_permission_policy(model, policy, exact_class=True)
