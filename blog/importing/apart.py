"""Reads one document in a process of its own, with neither Django nor the site's memory: ``python -m … NAME < FILE``.

Whatever a document does to a reader (a loop, a flood of memory, a fault in C code) ends with this process.
"""

import base64
import json
import sys
from contextlib import suppress

from blog.importing.outline import UnreadableDocument
from blog.importing.outline_json import to_json
from blog.importing.source import read_with_lines

#: Seconds of computing and bytes of memory. Readers promise to stay within less: see ``readers.limits``.
MOST_SECONDS, MOST_MEMORY = 70, 2_000_000_000


def answer(name: str, data: bytes) -> dict:
    """What a document says, or why it can't be read, in JSON's own types."""
    try:
        outline, lines = read_with_lines(name, data)
    except UnreadableDocument as error:
        return {"unreadable": str(error)}
    media = [
        {"name": file.name, "type": file.content_type, "data": base64.b64encode(file.data).decode()}
        for file in outline.media
    ]
    return {"outline": to_json(outline), "media": media, "source": lines}


def limit() -> None:
    """Hold this process to its limits, where the system has such."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit()
    json.dump(answer(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)
