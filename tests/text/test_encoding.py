from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.text import Source, Text, UndecodableText, decode, encode, read_source


@given(st.text(), st.booleans())
def test_bytes_come_back_as_they_were(content, bom):
    data = (b"\xef\xbb\xbf" if bom else b"") + content.encode()
    assert encode(decode(data)) == data


def test_a_byte_order_mark_is_no_part_of_the_text():
    source = decode(b"\xef\xbb\xbfone\r\n")
    assert source.bom
    assert source.text.content == "one\r\n"


def test_a_text_that_came_from_no_file_is_written_without_a_byte_order_mark():
    assert encode(Source(Text("boats\n"))) == b"boats\n"


@pytest.mark.parametrize(
    ("data", "offset", "value", "line", "column"),
    [
        (b"\xff", 0, 0xFF, 1, 1),
        ("né\n".encode() + b"ab\x93c", 6, 0x93, 2, 3),
        (b"\xef\xbb\xbfab\xe9", 5, 0xE9, 1, 3),
        (b"a\r\nb\rc\xc3", 6, 0xC3, 3, 2),
        ("é😀".encode() + b"\x80", 6, 0x80, 1, 3),
    ],
)
def test_a_byte_that_is_not_utf_8_is_named(data, offset, value, line, column):
    with pytest.raises(UndecodableText) as caught:
        decode(data)
    error = caught.value
    assert (error.offset, error.value, error.line, error.column) == (offset, value, line, column)
    assert f"0x{value:02X} at offset {offset} (line {line}, column {column})" in str(error)


def test_a_file_is_read_with_its_line_ends(tmp_path):
    path = tmp_path / "draft.md"
    path.write_bytes(b"a\r\nb\rc\n")
    assert read_source(path).text.content == "a\r\nb\rc\n"
    with pytest.raises(OSError, match="missing"):
        read_source(tmp_path / "missing")
