"""Who may read, change, erase and export requests for help: Wagtail's permission policy for them."""

from wagtail.permission_policies import ModelPermissionPolicy

from .models import ConsultationRequest

policy = ModelPermissionPolicy(ConsultationRequest)

VIEW, CHANGE, ERASE, EXPORT = "view", "change", "delete", "export"
CODENAMES = tuple(f"{action}_consultationrequest" for action in (VIEW, CHANGE, ERASE, EXPORT))


def may(user, action: str) -> bool:
    return policy.user_has_permission(user, action)
