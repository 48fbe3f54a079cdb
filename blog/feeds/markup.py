"""A page's HTML as a feed may carry it: nothing that runs, nothing to fill in, every address absolute. Pure."""

from urllib.parse import urljoin

import nh3

_TAGS = frozenset(
    "a abbr article aside b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 "
    "h4 h5 h6 hr i img ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th "
    "thead time tr u ul".split()
)
#: What goes with all that is in it.
_DROPPED = frozenset("script style template svg form button select textarea iframe object noscript audio video".split())
_ATTRIBUTES = {
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_ADDRESSES = {"href", "src", "cite"}


def for_feed(html: str, base: str) -> str:
    """Return ``html`` cleaned; addresses are made absolute from ``base``, the article's own."""

    def attribute(tag, name, value):
        if name not in _ADDRESSES:
            return value
        try:
            return urljoin(base, value.strip())
        except ValueError:
            # Half an IPv6 address.
            return None

    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes={"http", "https", "mailto", "tel", "sms"},
        link_rel=None,
    ).strip()
