"""What Google Search asks of structured data for each of its features, as of November 2026.

Read from developers.google.com/search/docs/appearance/structured-data/<page>; ``source`` names the page. A feature that
Google has ended is listed apart: its types are valid, and nobody is to expect anything of them there.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Feature:
    """``a|b`` is satisfied by either property. ``recommended`` holds what a practice can truthfully say."""

    kind: str
    source: str
    required: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()


FEATURES = (
    Feature(
        "Article",
        "article",
        recommended=("headline", "image", "datePublished", "dateModified", "author"),
    ),
    Feature("BreadcrumbList", "breadcrumb", required=("itemListElement",)),
    Feature("ProfilePage", "profile-page", required=("mainEntity",), recommended=("dateCreated", "dateModified")),
    Feature(
        "LocalBusiness",
        "local-business",
        # A practice without rooms of its own may name the area it serves instead of an address.
        required=("name", "address|areaServed"),
        recommended=("telephone", "url", "openingHoursSpecification", "geo", "priceRange"),
    ),
    Feature(
        "Organization",
        "organization",
        recommended=("name", "url", "logo", "address", "telephone|email|contactPoint", "sameAs"),
    ),
    Feature(
        "VideoObject",
        "video",
        required=("name", "thumbnailUrl", "uploadDate"),
        recommended=("description", "duration", "contentUrl|embedUrl"),
    ),
    Feature("ImageObject", "image-license-metadata", required=("contentUrl|url",)),
)

#: Features that have ended, by type: no page is to count on them. FAQPage may stay, for other readers of the data.
ENDED = {
    "HowTo": "September 2023",
    "ClaimReview": "June 2025",
    "SpecialAnnouncement": "July 2025",
}

#: The least a picture may measure: an article's has at least 50,000 pixels, a logo 112 on each side.
ARTICLE_PIXELS, LOGO_SIDE = 50_000, 112
HEADLINE_ROOM = 110
