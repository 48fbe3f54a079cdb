"""Word documents of ours -> Outline: what ``blog.exporting.docx`` writes, also after somebody worked on it. Pure."""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from blog.importing import outline as o
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.facts import FORMAT, from_dict
from blog.importing.readers.own.fields import Kind
from blog.importing.readers.own.gather import Gathered, Line
from blog.importing.readers.own.kept import account_for
from blog.importing.readers.own.package import Package, R, W
from blog.importing.readers.own.runs import Run, inline_of
from blog.importing.readers.own.styles import FACT, FORMAT_STYLE, HEADINGS, NEW_TEXT, PLACES, REFERENCES

_LEVELS = {name.lower(): level for level, name in HEADINGS.items()} | {"heading 4": 4, "heading 5": 4, "heading 6": 4}
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
#: Fields whose text is a title of what they lead to, or a word of ours.
_TITLES = (Kind.ADDRESS, Kind.ADDRESSES, Kind.FLAG, Kind.PICTURE)
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


def is_ours(data: bytes) -> bool:
    """Whether a Word file has the styles of an article of ours.

    Raises: UnreadableDocument: it is damaged or too large.
    """
    return FORMAT_STYLE in Package(data).styles.values()


def read(data: bytes) -> o.Outline:
    """An article of ours, its pictures in ``media``.

    Raises: UnreadableDocument: damaged, too large, without a title or text, or facts that can't be read.
    """
    reader = _Reader(Package(data))
    for element in reader.package.body:
        reader.take(element)
    title, standfirst, facts = from_dict(reader.told())
    nodes = reader.nodes()
    if not title:
        raise o.UnreadableDocument("There is no title: no paragraph has the style “Title”.")
    if not nodes:
        raise o.UnreadableDocument("There is a title and nothing else.")
    outline = o.Outline(title, standfirst, nodes, media=tuple(reader.media.values()), facts=facts)
    return account_for(outline, " ".join(_shown(reader.package)))


def _shown(package: Package) -> Iterator[str]:
    """All the words of a document but for titles of what links lead to, and what we say beside the text."""
    for element in package.body.iter(f"{W}p"):
        found = element.find(f"{W}pPr/{W}pStyle")
        style = package.styles.get(found.get(f"{W}val") or "", "") if found is not None else ""
        place = PLACES.get(style)
        is_title = place and (place.record or place.field).kind in (
            Kind.ADDRESS,
            Kind.ADDRESSES,
            Kind.FLAG,
            Kind.PICTURE,
        )
        if not style.startswith(FACT) and not is_title:
            yield "".join(map(_text, element.iter(f"{W}r")))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = package.xml(name)
        for element in notes.iter(f"{W}p") if notes is not None else ():
            yield "".join(map(_text, element.iter(f"{W}r")))


@dataclass
class _Reader:
    package: Package
    found: list = field(default_factory=list)
    facts: dict = field(default_factory=dict)
    media: dict[str, o.MediaFile] = field(default_factory=dict)

    def take(self, element) -> None:
        if element.tag == f"{W}tbl":
            self.take_table(element)
        elif element.tag == f"{W}p":
            self.take_line(self.line(element))
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            for child in element:
                self.take(child)

    def take_table(self, element) -> None:
        rows = [tuple(_cell(cell) for cell in row.iter(f"{W}tc")) for row in element.iter(f"{W}tr")]
        rows = [row for row in rows if row]
        if not rows:
            return
        last = self.found[-1] if self.found else None
        if not (isinstance(last, Gathered) and last.name == "table" and not last.rows):
            self.found.append(Gathered("table"))
        width = len(rows[0])
        self.found[-1].rows = [(*row, *[""] * width)[:width] for row in rows]

    def take_line(self, line: Line) -> None:
        if line.style.startswith(f"{FACT} "):
            self.take_fact(line)
        elif line.style in ("Title", "Subtitle"):
            key = "title" if line.style == "Title" else "standfirst"
            self.facts[key] = f"{self.facts.get(key, '')} {line.plain}".strip(" ")
        elif line.style in PLACES:
            self.take_field(line)
        elif line.style.lower() in _LEVELS:
            self.found.append(o.Heading(line.plain, _LEVELS[line.style.lower()]))
        elif line.number:
            self.take_item(line)
        elif line.inline:
            self.take_text(line)

    def take_text(self, line: Line) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, o.Prose) and line.style != NEW_TEXT:
            self.found[-1] = o.Prose((*last.paragraphs, line.inline))
        else:
            self.found.append(o.Prose((line.inline,)))

    def take_item(self, line: Line) -> None:
        """An item that an editor added in a style of the word processor's own."""
        last = self.found[-1] if self.found else None
        if not (isinstance(last, Gathered) and last.name == "list"):
            last = Gathered("list", choice=o.NUMBERS if line.is_numbered else o.BULLETS)
            self.found.append(last)
        last.add_item(line)

    def take_field(self, line: Line) -> None:
        place = PLACES[line.style]
        last = self.found[-1] if self.found else None
        if place.opens or not isinstance(last, Gathered) or last.name != place.block:
            self.found.append(Gathered(place.block))
        self.found[-1].add(place, line)

    def take_fact(self, line: Line) -> None:
        key = line.style.removeprefix(f"{FACT} ").lower().replace(" ", "_")
        if key in ("picture", "decorative_picture"):
            is_decorative = "true" if key == "decorative_picture" else ""
            self.facts["picture"] = {"source": line.source, "alt": line.alt, "is_decorative": is_decorative}
        elif key == "picture_alt" and "picture" in self.facts:
            self.facts["picture"]["alt"] = line.plain.partition(":")[2].strip(" ")
        elif key not in ("heading", FORMAT):
            value = line.plain.partition(":")[2].strip(" ")
            if key in ("topics", "related"):
                self.facts.setdefault(key, []).append(value)
            else:
                self.facts[key] = value

    def told(self) -> dict:
        """The facts, the references among them."""
        kept = [entry for entry in self.found if isinstance(entry, Gathered) and entry.name == REFERENCES]
        if kept:
            self.facts["references"] = [vars(item) for entry in kept for item in entry.node().items]
        return self.facts

    def nodes(self) -> tuple[o.Node, ...]:
        made = (entry.node() if isinstance(entry, Gathered) else entry for entry in self.found if not _is_kept(entry))
        return tuple(node for node in made if node)

    def line(self, element) -> Line:
        """A paragraph with its style, its place in a list, its text and the picture in it."""
        style = element.find(f"{W}pPr/{W}pStyle")
        number = element.find(f"{W}pPr/{W}numPr/{W}numId")
        level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
        name = self.package.styles.get(style.get(f"{W}val") or "", "") if style is not None else "Normal"
        numbered = number.get(f"{W}val") if number is not None else ""
        runs = list(self.runs(element, None))
        source, alt = self.picture(element)
        inline = inline_of(runs)
        text = "".join(run.text for run in runs)
        return Line(
            style=name,
            inline=inline,
            plain="\n".join(filter(None, map(markup.tidy, text.split("\n")))),
            number="" if numbered == "0" else numbered or "",
            level=_small(level.get(f"{W}val")) if level is not None else 0,
            is_numbered=numbered in self.package.numbered,
            address=next((run.address for run in runs if run.address is not None), None),
            source=source or markup.tidy(text),
            alt=alt,
        )

    def runs(self, element, address: str | None) -> Iterator[Run]:
        for child in element:
            if child.tag == f"{W}hyperlink":
                yield from self.runs(child, self.target(child))
            elif child.tag in (f"{W}ins", f"{W}smartTag", f"{W}sdt", f"{W}sdtContent"):
                yield from self.runs(child, address)
            elif child.tag == f"{W}r":
                looks = child.find(f"{W}rPr")
                yield Run(_text(child), _is_on(looks, "b"), _is_on(looks, "i"), address)

    def target(self, link) -> str | None:
        target = self.package.links.get(link.get(f"{R}id") or "", "")
        told = link.get(f"{W}tooltip")
        if told is not None and (quote(told, safe=_SAFE) or "#") == target:
            target = told
        return markup.safe(target)

    def picture(self, element) -> tuple[str, str]:
        """The name and alternative text of the first picture of a paragraph; its bytes go into ``media``."""
        described, blip = next(element.iter(_PICTURE), None), next(element.iter(_BLIP), None)
        if blip is None:
            return "", ""
        key = blip.get(f"{R}embed") or ""
        data = self.package.picture(key)
        name = (described.get("name") if described is not None else "") or ""
        if not re.search(r"\.\w{2,5}$", name):
            name = f"media/{self.package.links.get(key, 'picture').rpartition('/')[2]}"
        if data:
            self.media[name] = o.MediaFile(name, data, mimetypes.guess_type(name)[0] or "")
        return name, markup.tidy((described.get("descr") if described is not None else "") or "")


def _is_kept(entry) -> bool:
    return isinstance(entry, Gathered) and entry.name == REFERENCES


def _small(number: str | None) -> int:
    return min(int(number), 8) if number and number.isascii() and number.isdecimal() else 0


def _is_on(looks, name: str) -> bool:
    found = looks.find(f"{W}{name}") if looks is not None else None
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def _text(run) -> str:
    pieces = []
    for child in run:
        if child.tag == f"{W}t":
            pieces.append(markup.SPACE.sub(" ", markup.printable(child.text or "")))
        elif child.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif child.tag == f"{W}tab":
            pieces.append(" ")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("\u2011")
    return "".join(pieces)


def _cell(cell) -> str:
    return markup.tidy(" ".join("".join(map(_text, part.iter(f"{W}r"))) for part in cell.iter(f"{W}p")))
