from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "hub.discovery"
    label = "discovery"
    verbose_name = "Found by machines"

    def ready(self):
        from hub.discovery import checks  # noqa: F401
        from hub.discovery.indexnow import signals  # noqa: F401
