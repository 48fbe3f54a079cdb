"""Articles, the people who write and review them, and the topics they are about."""

from .articles import ArticlePage
from .feeds import FeedSettings
from .indexes import ArticleIndexPage
from .linking import ArticleTerm, LinkPhrase, RelatedArticle
from .people import PersonPage
from .quality import Dismissal, Exemption, QualityWords
from .review import ClinicalReviewTask, ReviewLink, ReviewReminder, SignOff
from .states import DraftFinding, DraftState
from .topics import TopicPage

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleTerm",
    "ClinicalReviewTask",
    "Dismissal",
    "DraftFinding",
    "DraftState",
    "Exemption",
    "FeedSettings",
    "LinkPhrase",
    "PersonPage",
    "QualityWords",
    "RelatedArticle",
    "ReviewLink",
    "ReviewReminder",
    "SignOff",
    "TopicPage",
]
