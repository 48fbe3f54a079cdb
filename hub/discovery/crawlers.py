"""The crawlers of AI companies that are documented by whoever runs them, and what each is for. Pure.

A rule for one name never covers another, so that every name is a decision. What is left out has no documentation of
its own, or can't be told from a search engine: Google's and Microsoft's answers come from what Googlebot and Bingbot
fetch, and only leave out who leaves their search altogether.
"""

from dataclasses import dataclass

TRAINING, ANSWERS = "training", "answers"


@dataclass(frozen=True)
class Crawler:
    """``name`` is the product token of robots.txt (RFC 9309); ``source`` is where its operator says what it does."""

    name: str
    operator: str
    purpose: str
    source: str

    @property
    def label(self) -> str:
        return f"{self.name} ({self.operator})"


_OPENAI = "https://developers.openai.com/docs/bots"
_ANTHROPIC = "https://support.claude.com/en/articles/8896518"
_AMAZON = "https://developer.amazon.com/amazonbot"
_META = "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers"
_PERPLEXITY = "https://docs.perplexity.ai/guides/bots"

CRAWLERS = (
    Crawler("AI2Bot", "Allen Institute for AI", TRAINING, "https://allenai.org/crawler"),
    Crawler("Amazonbot", "Amazon", TRAINING, _AMAZON),
    Crawler("Applebot-Extended", "Apple", TRAINING, "https://support.apple.com/en-us/119829"),
    Crawler("CCBot", "Common Crawl", TRAINING, "https://commoncrawl.org/ccbot"),
    Crawler("ClaudeBot", "Anthropic", TRAINING, _ANTHROPIC),
    Crawler(
        "Google-Extended",
        "Google",
        TRAINING,
        "https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers",
    ),
    Crawler("GPTBot", "OpenAI", TRAINING, _OPENAI),
    Crawler("meta-externalagent", "Meta", TRAINING, _META),
    Crawler("Amzn-SearchBot", "Amazon", ANSWERS, _AMAZON),
    Crawler("Amzn-User", "Amazon", ANSWERS, _AMAZON),
    Crawler("ChatGPT-User", "OpenAI", ANSWERS, _OPENAI),
    Crawler("Claude-SearchBot", "Anthropic", ANSWERS, _ANTHROPIC),
    Crawler("Claude-User", "Anthropic", ANSWERS, _ANTHROPIC),
    Crawler(
        "DuckAssistBot",
        "DuckDuckGo",
        ANSWERS,
        "https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot",
    ),
    Crawler("meta-externalfetcher", "Meta", ANSWERS, _META),
    Crawler("MistralAI-User", "Mistral AI", ANSWERS, "https://docs.mistral.ai/robots"),
    Crawler("OAI-SearchBot", "OpenAI", ANSWERS, _OPENAI),
    Crawler("Perplexity-User", "Perplexity", ANSWERS, _PERPLEXITY),
    Crawler("PerplexityBot", "Perplexity", ANSWERS, _PERPLEXITY),
)
NAMES = frozenset(crawler.name for crawler in CRAWLERS)


def refused(allowed: dict[str, bool], exceptions: dict[str, bool]) -> list[Crawler]:
    """Return the crawlers that are kept out.

    ``allowed`` says of each purpose whether its crawlers may come; ``exceptions`` of a crawler's name, where it is
    decided otherwise.
    """
    return [crawler for crawler in CRAWLERS if not exceptions.get(crawler.name, allowed[crawler.purpose])]
