"""How what WordPress has becomes what this site has: rules of the practice, titles, dates, slugs. Pure functions."""

import datetime
import html
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from blog.wordpress.faults import BadRules
from blog.wordpress.wxr import Item

CREATE, DROP = "create", "drop"
_SECTIONS = {"categories", "tags", "authors", "types"}
_KEYS = {"default", "create", "drop", "map"}
_TAG = re.compile(r"<[^<>]*>")
_VARIABLE = re.compile(r"%%?([a-z_]+)(?:\([^()%]*\))?%%?")
_EDGES = " -–—|·•»«:"

EXAMPLE = """\
[categories]                 # categories become topics unless told otherwise
default = "create"           # or "drop"
drop = ["uncategorized"]
map = { "couples-counselling" = "relationships" }   # slug or name there = slug or title of a topic here

[tags]                       # tags are dropped unless told otherwise
default = "drop"
create = ["grief"]

[authors]                    # authors become people unless told otherwise
drop = ["admin"]
map = { "jsmith" = "dr-jane-smith" }

[types]                      # other post types: "post", "page" or "drop"
testimonial = "drop"
"""


@dataclass(frozen=True)
class Section:
    """Rules for one kind of thing. Names are compared without regard to capitals, by slug or by title."""

    default: str = CREATE
    create: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    map: dict[str, str] = field(default_factory=dict)

    def of(self, *names: str) -> str:
        """CREATE, DROP, or the name of what is here already."""
        asked = [name.strip().lower() for name in names]
        for name in asked:
            if name in self.map:
                return self.map[name]
        if any(name in self.drop for name in asked):
            return DROP
        return CREATE if any(name in self.create for name in asked) else self.default


@dataclass(frozen=True)
class Rules:
    categories: Section = Section(drop=frozenset({"uncategorized", "uncategorised"}))
    tags: Section = Section(default=DROP)
    authors: Section = Section()
    types: dict[str, str] = field(default_factory=dict)

    @property
    def posts(self) -> frozenset[str]:
        return frozenset({"post", *(name for name, kind in self.types.items() if kind == "post")}) - self._of(
            "page", "drop"
        )

    @property
    def pages(self) -> frozenset[str]:
        return frozenset({"page", *(name for name, kind in self.types.items() if kind == "page")}) - self._of(
            "post", "drop"
        )

    def _of(self, *kinds: str) -> frozenset[str]:
        return frozenset(name for name, kind in self.types.items() if kind in kinds)

    def for_term(self, domain: str) -> Section:
        return self.categories if domain == "category" else self.tags


def load_rules(path: Path | None) -> Rules:
    """Raises: BadRules: no such file, no TOML, or a rule that says nothing."""
    if path is None:
        return Rules()
    try:
        return parse_rules(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRules(f"The rules {path.name} can't be read: {error}") from error


def parse_rules(text: str) -> Rules:
    """Rules from TOML, as in ``EXAMPLE``. Raises: BadRules."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadRules(f"The rules are no TOML: {error}") from error
    if unknown := set(found) - _SECTIONS:
        raise BadRules(f"The rules have no section [{sorted(unknown)[0]}]: {', '.join(sorted(_SECTIONS))}.")
    standard = Rules()
    types = found.get("types", {})
    if not isinstance(types, dict) or not set(types.values()) <= {"post", "page", "drop"}:
        raise BadRules('In [types] a post type is "post", "page" or "drop".')
    sections = {
        name: _section(name, found[name], getattr(standard, name))
        for name in ("categories", "tags", "authors")
        if name in found
    }
    return Rules(**sections, types=types)


def _section(name: str, given, standard: Section) -> Section:
    if not isinstance(given, dict) or set(given) - _KEYS:
        raise BadRules(f"In [{name}] there are: {', '.join(sorted(_KEYS))}.")
    default = given.get("default", standard.default)
    if default not in {CREATE, DROP}:
        raise BadRules(f'In [{name}] default is "create" or "drop".')
    lists = {}
    for key in (CREATE, DROP):
        value = given.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise BadRules(f"In [{name}] {key} is a list of names.")
        lists[key] = frozenset(word.strip().lower() for word in value)
    pairs = given.get("map", {})
    if not isinstance(pairs, dict) or not all(isinstance(word, str) and word.strip() for word in pairs.values()):
        raise BadRules(f"In [{name}] map gives a name for each name.")
    lists[DROP] |= standard.drop - lists[CREATE] - {word.lower() for word in pairs}
    return Section(
        default, lists[CREATE], lists[DROP], {word.strip().lower(): to.strip() for word, to in pairs.items()}
    )


def plain_title(markup: str) -> str:
    """A title as it was seen: without tags, entities read, white space as one space."""
    text = html.unescape(_TAG.sub("", html.unescape(markup) if "&lt;" in markup and "<" not in markup else markup))
    return " ".join(_TAG.sub("", text).replace("\u00ad", "").split())


def moment(text: str) -> datetime.datetime | None:
    """A date of the export in UTC; None for none, and for days that never were ("0000-00-00 00:00:00")."""
    try:
        return datetime.datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=datetime.UTC)
    except ValueError:
        return None


def day_shown(item: Item) -> datetime.date | None:
    """The day the old site showed, in its own time zone; else the day in UTC."""
    found = moment(item.date) or moment(item.date_gmt)
    return found.date() if found and found.year > 1900 else None


def published_at(item: Item) -> datetime.datetime | None:
    found = moment(item.date_gmt) or moment(item.date)
    return found if found and found.year > 1900 else None


@dataclass(frozen=True)
class ForSearchEngines:
    """What Yoast SEO or Rank Math kept: "" where the standard says the same."""

    title: str = ""
    description: str = ""
    focus_phrase: str = ""
    noindex: bool = False
    unknown: tuple[str, ...] = ()


def for_search_engines(item: Item, title: str, site: str, excerpt: str) -> ForSearchEngines:
    meta = item.meta
    given = meta.get("_yoast_wpseo_title") or meta.get("rank_math_title") or ""
    description = meta.get("_yoast_wpseo_metadesc") or meta.get("rank_math_description") or ""
    phrase = meta.get("_yoast_wpseo_focuskw") or meta.get("rank_math_focus_keyword", "").partition(",")[0]
    is_hidden = meta.get("_yoast_wpseo_meta-robots-noindex") == "1" or '"noindex"' in meta.get("rank_math_robots", "")
    values = {
        "title": title,
        "sitename": site,
        "sitetitle": site,
        "excerpt": excerpt,
        "excerpt_only": excerpt,
        "sep": "–",
        "separator": "–",
        "focuskw": phrase,
        "focus_keyword": phrase,
        "page": "",
        "pagenumber": "",
    }
    unknown: list[str] = []
    own = _without_variables(given, values, unknown)
    if _without_variables(given, {**values, "sitename": "", "sitetitle": ""}, []).strip(_EDGES) == title:
        # The title and the site's name are what this site says by itself.
        own = ""
    text = _without_variables(description, values, unknown)
    return ForSearchEngines(own, text, plain_title(phrase), is_hidden, tuple(dict.fromkeys(unknown)))


def _without_variables(text: str, values: dict[str, str], unknown: list[str]) -> str:
    def value(match: re.Match) -> str:
        if match[1] not in values and match[0].count("%") > 1:
            unknown.append(match[1])
        return values.get(match[1], "") if match[0].count("%") > 1 else match[0]

    return plain_title(_VARIABLE.sub(value, text)).strip(_EDGES)


def shortened(text: str, longest: int) -> tuple[str, str]:
    """A text cut at a word where it is too long, and the rest."""
    if len(text) <= longest:
        return text, ""
    cut = text.rfind(" ", longest // 2, longest)
    cut = cut if cut > 0 else longest - 1
    return f"{text[:cut].rstrip()}…", text[cut:].strip()
