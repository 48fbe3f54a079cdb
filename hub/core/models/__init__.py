"""What every page stands on."""

from .images import HubImage, HubRendition
from .invitations import Invitation
from .pages import BasePage, BodyPage
from .site import CrisisSupport, Practice
from .sources import Source

__all__ = ["BasePage", "BodyPage", "CrisisSupport", "HubImage", "HubRendition", "Invitation", "Practice", "Source"]
