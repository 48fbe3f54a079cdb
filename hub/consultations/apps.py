from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "hub.consultations"
    label = "consultations"
    verbose_name = "Requests for help"

    def ready(self):
        from hub.consultations import checks, signals  # noqa: F401
