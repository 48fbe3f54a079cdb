from django.apps import AppConfig


class OutboundConfig(AppConfig):
    name = "hub.outbound"
    label = "outbound"
    verbose_name = "Links out"
