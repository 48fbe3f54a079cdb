from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "blog.importing.desk"
    label = "importing"
    verbose_name = "Imported documents"

    def ready(self):
        from blog.importing.desk import signals  # noqa: F401
