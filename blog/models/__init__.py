"""Articles, the people who write and review them, and the topics they are about."""

from .articles import ArticleIndexPage, ArticlePage
from .feeds import FeedSettings
from .people import PersonPage
from .topics import TopicPage

__all__ = ["ArticleIndexPage", "ArticlePage", "FeedSettings", "PersonPage", "TopicPage"]
