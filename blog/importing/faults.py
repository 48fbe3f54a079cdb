"""What a body still needs before it can be published."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock
from wagtail.blocks.base import get_error_json_data

from blog.importing.recognise.words import quoted


def faults(block: StreamBlock, body: list[dict]) -> list[str]:
    """What each child of a body still needs before it can be published, a sentence each."""
    return [sentence for child in block.to_python(body) for sentence in _faults(child)]


def _faults(child) -> Iterator[str]:
    try:
        child.block.clean(child.value)
    except ValidationError as error:
        where = quoted(" ".join(" ".join(child.block.get_searchable_content(child.value)).split()))
        for message in dict.fromkeys(_messages(get_error_json_data(error))):
            yield f"{child.block.label} {where} needs mending before it can be published: {message}"


def _messages(data) -> Iterator[str]:
    """Every message inside the nested errors of a block."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for inner in data.values():
            yield from _messages(inner)
    else:
        for inner in data or []:
            yield from _messages(inner)
