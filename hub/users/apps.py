from django.apps import AppConfig
from django.db.models.signals import post_migrate


class UsersConfig(AppConfig):
    name = "hub.users"
    label = "users"
    verbose_name = "Users"

    def ready(self):
        from hub.users import library
        from hub.users.roles import grant_roles

        library.take_over()
        post_migrate.connect(grant_roles, dispatch_uid="grant_roles")
