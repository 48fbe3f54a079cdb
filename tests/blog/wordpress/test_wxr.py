"""Exports as they really are, and as somebody hostile would make them."""

import io
import tracemalloc
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.wordpress import wxr
from blog.wordpress.faults import UnreadableExport
from blog.wordpress.mending import mended
from tests.blog.wordpress.exports import export, item


def items(data: bytes | str, channel=None):
    data = data.encode() if isinstance(data, str) else data
    return list(wxr.read(io.BytesIO(data), channel or wxr.Channel()))


def said(data) -> str:
    with pytest.raises(UnreadableExport) as caught:
        items(data)
    return str(caught.value)


def test_items_come_with_their_facts():
    (found,) = items(export(item(7, "<p>Text</p>", post_parent=3, meta={"_thumbnail_id": "9", "_edit_lock": "x"})))

    assert (found.wp_id, found.parent, found.kind, found.content) == (7, 3, "post", "<p>Text</p>")
    assert found.meta == {"_thumbnail_id": "9"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("Just text", "no XML"),
        ("<html><body/></html>", "begins with <html>"),
        ("<rss><channel><title>Feed</title></channel></rss>", "no WXR version"),
        ('<?xml version="1.0" encoding="rot13"?><rss/>', "rot13"),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "klingon"),
        ("<rss><channel><item></channel></rss>", "broken in line 1"),
    ],
)
def test_what_is_no_export_is_refused_with_the_reason(data, why):
    assert why in said(data)


def test_entity_bomb_is_refused_before_it_is_read():
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + export(item(1, "&b;"))
    assert "document type" in said(bomb.replace('<?xml version="1.0" encoding="UTF-8"?>', ""))


def test_external_entity_is_refused():
    assert "document type" in said('<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss/>')


def test_truncated_export_is_refused_with_how_far_it_got():
    whole = export(item(1), item(2), item(3))
    assert said(whole[: whole.rindex("<item>") + 40]) == (
        "The file ends in the middle, after 2 items: it is incomplete. Export it again."
    )


def test_tag_without_end_does_not_fill_the_memory():
    assert "has no end" in said("<rss><channel " + "a" * (wxr.LONGEST_TAG + 500_000))


def test_nesting_without_end_is_refused():
    assert "nested" in said("<rss>" + "<a>" * 1000)


def test_control_characters_are_mended_and_counted():
    channel = wxr.Channel()
    (found,) = items(export(item(1, "a\x00b\x0bc&#x1F;d")), channel)

    assert found.content == "a b c&#x1F;d"
    assert channel.mended["control characters"] == 2


def test_ampersands_and_entities_outside_cdata_are_mended():
    text = export(item(1)).replace(
        "<title>Item 1</title>", "<title>Loss & what &nbsp;follows&hellip; &#11; &amp; on</title>"
    )
    (found,) = items(text)
    assert found.title == "Loss & what \u00a0follows…   & on"


def test_ampersands_inside_cdata_stay():
    (found,) = items(export(item(1, "AT&T &amp; &nbsp; &copy")))
    assert found.content == "AT&T &amp; &nbsp; &copy"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "windows-1252"])
def test_encodings(encoding):
    name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding, encoding)
    text = export(item(1, "Café – Zürich" if encoding not in {"latin-1"} else "Café Zürich"))
    (found,) = items(text.replace("UTF-8", name).encode(encoding))
    assert "Café" in found.content
    assert "Zürich" in found.content


def test_damaged_bytes_become_a_mark_and_are_counted():
    channel = wxr.Channel()
    (found,) = items(export(item(1, "caf@")).encode().replace(b"caf@", b"caf\xe9"), channel)
    assert found.content == "caf\ufffd"
    assert channel.mended["damaged characters"] == 1


def test_text_longer_than_any_post_is_left_out_with_a_note():
    (found,) = items(export(item(1, "a" * (wxr.LONGEST_TEXT + 10))))
    assert found.content == ""
    assert "longer than" in found.notes[0]


def test_memory_does_not_grow_with_the_file():
    class Endless(io.RawIOBase):
        """An export of many items that is made while it is read."""

        def __init__(self, count):
            head, _, tail = export("@").partition("@")
            self.pieces = iter(
                [head, *(item(number, "Words. " * 400, meta={"big": "x" * 20_000}) for number in range(count)), tail]
            )
            self.rest = b""

        def read(self, size=-1):
            while len(self.rest) < size and (piece := next(self.pieces, None)) is not None:
                self.rest += piece.encode()
            part, self.rest = self.rest[:size], self.rest[size:]
            return part

    def peak(count):
        tracemalloc.start()
        try:
            assert sum(1 for _ in wxr.read(Endless(count), wxr.Channel())) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    # The list of pieces itself grows a little; what is read of them is let go.
    assert peak(400) < peak(100) + 8_000_000 * 2


@given(st.binary(max_size=300))
def test_any_bytes_are_an_export_or_refused(data):
    try:
        items(data)
    except UnreadableExport as error:
        assert str(error)


@given(st.text(max_size=80), st.integers(1, 7))
def test_mending_does_not_depend_on_where_the_file_is_cut(text, size):
    class Slowly(io.BytesIO):
        def read(self, wanted=-1):
            return super().read(size)

    whole = f"<rss><![CDATA[{text}]]>{text}</rss>".encode("utf-8", "replace")
    assert b"".join(mended(Slowly(whole), Counter())) == b"".join(mended(io.BytesIO(whole), Counter()))


@given(st.data())
def test_an_export_cut_or_overwritten_anywhere_never_fails_otherwise(data):
    whole = export(item(1, "<p>a</p>"), item(2, "b")).encode()
    at = data.draw(st.integers(0, len(whole)))
    piece = data.draw(st.binary(max_size=8))
    with suppress(UnreadableExport):
        items(whole[:at] + piece + whole[at + len(piece) :])
