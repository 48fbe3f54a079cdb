"""The demo's people, topics, standard pages, invitations and front pages: plain data for ``home.demo.load``.

A standard page's ``in_menu`` and ``in_footer`` say where it is linked from.
"""

from home.demo.pages.front import ARTICLE_INDEX, HOME
from home.demo.pages.invitations import INVITATIONS
from home.demo.pages.locations import LOCATIONS
from home.demo.pages.people import PEOPLE
from home.demo.pages.policies import ACCESSIBILITY, EDITORIAL_POLICY, PRIVACY
from home.demo.pages.practice import ABOUT, CONSULTATION, GET_HELP_NOW
from home.demo.pages.topics import TOPICS

STANDARD_PAGES = (ABOUT, CONSULTATION, EDITORIAL_POLICY, PRIVACY, ACCESSIBILITY, GET_HELP_NOW)

__all__ = ["ARTICLE_INDEX", "CONSULTATION", "HOME", "INVITATIONS", "LOCATIONS", "PEOPLE", "STANDARD_PAGES", "TOPICS"]
