"""What the confirmations of Wagtail's admin say of addresses."""

from django import template

from hub.addresses.desk.telling import plan_move

register = template.Library()


@register.inclusion_tag("addresses/desk/plan.html")
def addresses_after_move(page, destination):
    """What happens to addresses when ``page`` is moved below ``destination``."""
    return {"plan": plan_move(page, destination), "when": "move"}
