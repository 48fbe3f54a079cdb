"""Running text as a row of runs: each a stretch of characters that look alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby


@dataclass(frozen=True)
class Run:
    """Characters with their emphasis and the address they link to, "" for none."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""


#: A line that ends inside a paragraph.
BREAK = Run("\n")

_SPACE = re.compile(r"[ \t\n\r]+")


def lines_of(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """The lines of a paragraph, white space tidied; an empty line is an empty tuple."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run is BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return [tidy(line) for line in lines]


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with single spaces, none at the ends, and neighbours that look alike made one."""
    found: list[Run] = []
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        if text.startswith(" ") and (not found or found[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        found.append(replace(run, text=text))
    while found and not found[-1].text.rstrip(" "):
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(_merged(_spaces_apart(found)))


def _spaces_apart(runs: list[Run]) -> Iterator[Run]:
    """Runs with the spaces at their ends taken out: emphasis and links on a space show nothing."""
    for run in runs:
        core = run.text.strip(" ")
        start = run.text.find(core) if core else 0
        yield from (Run(" ") for _ in run.text[:start])
        if core:
            yield replace(run, text=core)
        yield from (Run(" ") for _ in run.text[start + len(core) :])


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Runs with neighbours that look alike made one, also over the space between them."""
    found: list[Run] = []
    for run in runs:
        if found and _look(found[-1]) == _look(run):
            found[-1] = replace(run, text=found[-1].text + run.text)
        elif len(found) > 1 and found[-1] == Run(" ") and _look(found[-2]) == _look(run):
            found[-2:] = [replace(run, text=f"{found[-2].text} {run.text}")]
        else:
            found.append(run)
    return found


def _look(run: Run) -> Run:
    return replace(run, text="")


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def html_of(runs: Iterable[Run]) -> str:
    """Runs as inline HTML of ``<a>``, ``<b>``, ``<i>``, nested in this order."""
    return "".join(
        f'<a href="{escape(address)}">{inner}</a>' if address else inner
        for address, inner in (
            (address, "".join(_bold(group))) for address, group in groupby(runs, key=lambda run: run.address)
        )
    )


def _bold(runs: Iterable[Run]) -> Iterator[str]:
    for bold, group in groupby(runs, key=lambda run: run.bold):
        inner = "".join(_italic(group))
        yield f"<b>{inner}</b>" if bold else inner


def _italic(runs: Iterable[Run]) -> Iterator[str]:
    for italic, group in groupby(runs, key=lambda run: run.italic):
        inner = escape("".join(run.text for run in group), quote=False)
        yield f"<i>{inner}</i>" if italic else inner


def join_lines(lines: Iterable[tuple[Run, ...]]) -> str:
    """Lines as inline HTML, parted by ``<br/>``."""
    return "<br/>".join(html_of(line) for line in lines)


def is_all_bold(runs: tuple[Run, ...]) -> bool:
    shown = [run for run in runs if any(char.isalnum() for char in run.text)]
    return bool(shown) and all(run.bold for run in shown)


def is_all_italic(runs: tuple[Run, ...]) -> bool:
    shown = [run for run in runs if any(char.isalnum() for char in run.text)]
    return bool(shown) and all(run.italic for run in shown)


def without_start(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """Runs without their first ``count`` characters."""
    found: list[Run] = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        if text := run.text[cut:]:
            found.append(replace(run, text=text))
    return tidy(found)


def unlinked(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tidy(replace(run, address="") for run in runs)


def unbold(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tidy(replace(run, bold=False) for run in runs)
