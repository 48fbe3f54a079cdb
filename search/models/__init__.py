"""What editors decide about search, what is counted, and which index answers."""

from .phrases import Phrase, Sighting
from .promotions import Promotion
from .settings import SearchSettings
from .state import IndexState
from .synonyms import SynonymSet

__all__ = ["IndexState", "Phrase", "Promotion", "SearchSettings", "Sighting", "SynonymSet"]
