"""The practice's own pages: the front door, standard pages, the places it works from."""

from .locations import LocationPage
from .pages import HomePage, StandardPage

__all__ = ["HomePage", "LocationPage", "StandardPage"]
