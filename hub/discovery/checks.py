"""What ``manage.py check --database default`` says of days that have come and settings that contradict each other."""

from django.core.checks import Warning, register
from django.db import DatabaseError
from wagtail.models import Site


@register("database")
def settings_agree(app_configs, databases, **kwargs):
    """Nothing has expired, and no setting contradicts another. Asked where the database is."""
    from .contradictions import warnings

    if not databases:
        return []
    try:
        sites = list(Site.objects.select_related("root_page"))
        found = [(site, warning) for site in sites for warning in warnings(site)]
    except DatabaseError:
        # Before the first migration there is no table.
        return []
    return [
        Warning(f"{site.hostname}: {warning.message}", hint=f"Change it at {warning.url}", id="discovery.W001")
        for site, warning in found
    ]
