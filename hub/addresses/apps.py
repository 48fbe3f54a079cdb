from django.apps import AppConfig


class AddressesConfig(AppConfig):
    name = "hub.addresses"
    label = "addresses"
    verbose_name = "Addresses"

    def ready(self):
        from hub.addresses import desk, signals

        desk.take_over_forms()
        signals.connect()
