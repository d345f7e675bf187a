from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.formats import CannotRead, CannotWrite, Remark, TextFile, open_file
from reslint.text import Edit, Position, Span, Text

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
DRAFT = Path("harbours.res.md")


def opened(data: bytes) -> TextFile:
    original = open_file(DRAFT, data)
    assert isinstance(original, TextFile)
    return original


def problem(data: bytes, path: Path = DRAFT) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        open_file(path, data)
    return caught.value


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_bytes_without_a_mark_come_back_as_they_were(content):
    data = f"{content}.".encode()
    if not data.startswith(tuple(MARKS.values())):
        assert opened(b"#" + data).write() == b"#" + data


@given(st.text(), st.sampled_from(sorted(MARKS)))
def test_bytes_with_a_mark_come_back_as_they_were(content, codec):
    data = MARKS[codec] + f"x{content}".encode(codec)
    original = opened(data)
    assert original.text.content == f"x{content}"
    assert original.write() == data


def test_line_ends_stay_as_they_are():
    assert opened(b"a\r\nb\rc\n").text.content == "a\r\nb\rc\n"


@pytest.mark.parametrize("codec", MARKS)
def test_an_edited_text_keeps_its_encoding(codec):
    original = opened(MARKS[codec] + "Noting the “light”,\r\n".encode(codec))
    edited = original.write([Edit(Span(0, 6), "Recalling")])
    assert edited == MARKS[codec] + "Recalling the “light”,\r\n".encode(codec)


def test_a_text_that_came_from_no_file_is_written_as_plain_utf_8():
    assert TextFile(Text("boats — “oars”\n")).write() == "boats — “oars”\n".encode()


def test_a_place_is_a_line_and_a_column():
    place = opened("The 🚢 sails,\r\nand the crew".encode()).place(Span(14, 17))
    assert place.lines == (Position(1, 0), Position(1, 3))
    assert str(place) == "2:1"


def test_every_edit_has_a_place_in_a_text():
    assert opened(b"boats").refusal([Edit(Span(0, 5), "oars")]) == ""


def test_a_remark_has_none():
    with pytest.raises(CannotWrite, match="no margin"):
        opened(b"boats").write(remarks=[Remark(Span(0, 5), "Which boats?")])


def test_half_a_character_cannot_be_written():
    with pytest.raises(CannotWrite, match="U\\+D800 is half a character"):
        TextFile(Text("a \ud800")).write()


@pytest.mark.parametrize(
    ("data", "byte", "line", "column"),
    [
        (b"\xff", 0xFF, 1, 1),
        ("né\n".encode() + b"ab\x93c", 0x93, 2, 3),
        (b"\xef\xbb\xbfab\xe9", 0xE9, 1, 3),
        (b"a\r\nb\rc\xc3", 0xC3, 3, 2),
        ("é😀".encode() + b"\x80", 0x80, 1, 3),
    ],
)
def test_a_byte_that_is_not_utf_8_is_named_with_its_place(data, byte, line, column):
    error = problem(data)
    assert (error.line, error.column) == (line, column)
    assert f"byte 0x{byte:02X}" in str(error)


def test_the_advice_for_windows_1252_names_the_character_and_a_command():
    error = problem("The “light”".encode("cp1252"), Path("old drafts/port of call.res.md"))
    assert str(error) == (
        "byte 0x93, which is “ in Windows-1252, is not UTF-8; save the file as UTF-8, or run: "
        "iconv -f WINDOWS-1252 -t UTF-8 'port of call.res.md' > 'port of call-utf8.res.md'"
    )


def test_a_byte_that_means_nothing_in_windows_1252_has_no_such_advice():
    assert str(problem(b"a\x81b")) == "byte 0x81 is not UTF-8; save the file as UTF-8"


def test_a_text_that_does_not_keep_to_its_mark_is_named():
    error = problem(codecs.BOM_UTF16_LE + "boats".encode("utf-16-le") + b"!")
    assert str(error) == "the file begins as UTF-16 and goes on otherwise; save it as UTF-8"
    assert (error.line, error.column) == (1, 6)
