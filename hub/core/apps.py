from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "hub.core"
    label = "core"
    verbose_name = "Hub"

    def ready(self):
        from django.db.models.signals import pre_save
        from wagtail.models import Revision

        from hub.core.history import keep_what_is_settled
        from hub.core.sharing import followers  # noqa: F401

        pre_save.connect(keep_what_is_settled, sender=Revision, dispatch_uid="keep_what_is_settled")
