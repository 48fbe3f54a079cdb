"""The words of the admin's screens: names of buttons, fields, menus and blocks, from where they are written."""

import ast
import html
import re
from functools import cache
from pathlib import Path

import wagtail
from django.apps import apps
from django.conf import settings
from wagtail import blocks
from wagtail.fields import StreamField

ROOMS = ("blog", "home", "hub", "search")
NOT_SCREENS = ("guide", "demo", "tests")
MESSAGE = re.compile(r'^msgid(?:_plural)? (?P<text>(?:".*"\n)+)', re.MULTILINE)
MARKUP = re.compile(r"<[^>]*>|{%.*?%}|{#.*?#}", re.DOTALL)
#: What stands where a template, a message or a sentence of ours puts a word in.
GAP = re.compile(r"\{\{.*?\}\}|%\(\w+\)[sd]|%s|\{\w*\}")


def plain(text: str) -> str:
    """Return a text in one line, with typewriter apostrophes."""
    return " ".join(html.unescape(text).replace("’", "'").split())


@cache
def texts() -> frozenset[str]:
    """Return every text that a screen of the admin can show, as it is written in the sources."""
    return frozenset(
        text for found in (_templates(), _constants(), _wagtail(), _models()) for text in map(plain, found) if text
    )


def is_shown(label: str) -> bool:
    """Say whether a screen shows this very text; where the sources have a gap in it, whatever fills that."""
    wanted = plain(label)
    if wanted in texts() or wanted.lower() in _lower():
        return True
    return any(pattern.fullmatch(wanted) for pattern in _patterns())


def is_said(message: str) -> bool:
    """Say whether some text of the admin holds these words."""
    return any(plain(message).lower() in text for text in _lower())


@cache
def _lower() -> frozenset[str]:
    return frozenset(text.lower() for text in texts())


@cache
def _patterns() -> tuple[re.Pattern, ...]:
    gapped = [text for text in texts() if GAP.search(text) and len(GAP.sub("", text).split()) > 1 and len(text) < 120]
    return tuple(re.compile(".+".join(re.escape(piece) for piece in GAP.split(text))) for text in gapped)


def _ours(ending: str):
    for room in ROOMS:
        for path in (settings.BASE_DIR / room).rglob(f"*{ending}"):
            if not {*path.parts} & {*NOT_SCREENS}:
                yield path


def _templates():
    for path in _ours(".html"):
        for text in MARKUP.split(path.read_text()):
            yield text.strip(" ·:")
    for path in _ours(".js"):
        yield from re.findall(r'"([^"\n]*)"', path.read_text())


def _constants():
    for path in _ours(".py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _wagtail():
    for path in Path(wagtail.__file__).parent.rglob("locale/en/LC_MESSAGES/*.po"):
        for found in MESSAGE.finditer(path.read_text()):
            yield ast.literal_eval("(" + found["text"] + ")")


def _models():
    for model in apps.get_models():
        yield str(model._meta.verbose_name)
        yield f"Add {model._meta.verbose_name}"
        yield str(model._meta.verbose_name_plural)
        for field in model._meta.get_fields():
            yield str(getattr(field, "verbose_name", ""))
            if isinstance(field, StreamField):
                yield from _blocks(field.stream_block)


def _blocks(block):
    yield str(block.label)
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    for child in children:
        yield from _blocks(child)
