from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Articles"

    def ready(self):
        from blog import signals  # noqa: F401
        from blog.review import keeping, telling  # noqa: F401

        telling.take_over()
