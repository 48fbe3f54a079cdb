"""What a practice decides about machines that read the site."""

from .crawling import CrawlerPolicy
from .indexnow import IndexChange, IndexNowSettings
from .security import SecurityContact

__all__ = ["CrawlerPolicy", "IndexChange", "IndexNowSettings", "SecurityContact"]
