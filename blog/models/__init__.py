"""Articles, the people who write and review them, and the topics they are about."""

from .articles import ArticleIndexPage, ArticlePage
from .linking import ArticleTerm, LinkPhrase, RelatedArticle
from .people import PersonPage
from .topics import TopicPage

__all__ = ["ArticleIndexPage", "ArticlePage", "ArticleTerm", "LinkPhrase", "PersonPage", "RelatedArticle", "TopicPage"]
