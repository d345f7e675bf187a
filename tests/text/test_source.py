from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.text import Position, Span, Text

UNITS = ("code-point", "utf-16", "utf-8")
CHARACTERS = st.sampled_from(list("ab \t\r\n\u000b\u000c\u0085\u2028\u2029é\u0301😀\U0001f1f5\ud83d\udc00\u00ad‑"))
TEXTS = st.one_of(st.lists(CHARACTERS, max_size=40).map("".join), st.text(max_size=40))


@pytest.mark.parametrize(
    ("content", "starts"),
    [
        ("", (0,)),
        ("one", (0,)),
        ("one\n", (0, 4)),
        ("a\nb\r\nc\rd", (0, 2, 5, 7)),
        ("\r\r\n\n", (0, 1, 3, 4)),
        ("a\u000bb\u000cc\u0085d\u2028e\u2029f", (0,)),
    ],
)
def test_only_three_line_ends_end_a_line(content, starts):
    text = Text(content)
    assert text.line_starts == starts
    assert text.line_count == len(starts)


def test_a_line_span_leaves_out_the_line_end():
    text = Text("ab\r\ncd\re\n")
    assert [text.slice(text.line_span(line)) for line in range(4)] == ["ab", "cd", "e", ""]
    with pytest.raises(IndexError):
        text.line_span(4)
    with pytest.raises(IndexError):
        text.line_span(-1)


@pytest.mark.parametrize(("unit", "column"), [("code-point", 3), ("utf-16", 4), ("utf-8", 7)])
def test_a_column_counts_what_its_unit_says(unit, column):
    text = Text("x\né😀b")
    assert text.position(5, unit) == Position(1, column)
    assert text.offset(Position(1, column), unit) == 5


def test_a_column_inside_a_character_is_its_start_and_one_past_the_end_is_the_end():
    text = Text("a😀b\r\nc")
    assert text.offset(Position(0, 2), "utf-16") == 1
    assert text.offset(Position(0, 3), "utf-8") == 1
    assert text.offset(Position(0, 99), "utf-16") == 3
    assert text.offset(Position(9, 0)) == 6
    assert text.offset(Position(-1, 4)) == 0


def test_a_lone_surrogate_counts_one_utf_16_unit_and_three_bytes():
    text = Text("\ud800b")
    assert text.position(1, "utf-16") == Position(0, 1)
    assert text.position(1, "utf-8") == Position(0, 3)


@given(TEXTS, st.sampled_from(UNITS))
def test_positions_round_trip(content, unit):
    text = Text(content)
    for offset in range(len(content) + 1):
        if 0 < offset < len(content) and content[offset - 1 : offset + 1] == "\r\n":
            continue  # between CR and LF is not a position of a line
        assert text.offset(text.position(offset, unit), unit) == offset


@given(TEXTS)
def test_lines_and_their_ends_make_the_text(content):
    text = Text(content)
    spans = [text.line_span(line) for line in range(text.line_count)]
    rebuilt = ""
    for line, span in enumerate(spans):
        end = text.line_starts[line + 1] if line + 1 < text.line_count else len(content)
        assert content[span.end : end] in ("", "\n", "\r", "\r\n")
        assert "\n" not in text.slice(span)
        assert "\r" not in text.slice(span)
        rebuilt += content[span.start : end]
        assert all(text.line_of(offset) == line for offset in range(span.start, end))
    assert rebuilt == content


LINE_ENDS = st.text(alphabet="a\r\n", max_size=6)


@settings(max_examples=400)
@given(st.one_of(LINE_ENDS, TEXTS), st.data(), st.one_of(LINE_ENDS, TEXTS), st.booleans())
def test_a_changed_text_has_the_lines_of_a_text_that_was_never_anything_else(content, data, words, counted):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
    before = Text(content)
    if counted:
        assert before.line_starts[0] == 0
    after = before.replaced(Span(start, end), words)
    assert after.content == content[:start] + words + content[end:]
    assert after.line_starts == Text(after.content).line_starts


@pytest.mark.parametrize(
    ("content", "span", "words", "starts"),
    [
        ("a\rb", Span(2, 2), "\n", (0, 3)),
        ("\rb", Span(1, 1), "\n", (0, 2)),
        ("\nb", Span(0, 0), "\r", (0, 2)),
        ("\nb", Span(0, 0), "a\n", (0, 2, 3)),
        ("a\r\nb", Span(2, 2), "x", (0, 2, 4)),
        ("a\rx\nb", Span(2, 3), "", (0, 3)),
        ("x\n\ny", Span(0, 2), "\r", (0, 2)),
        ("a\nb\nc", Span(1, 4), "", (0,)),
    ],
)
def test_a_change_may_make_or_part_a_line_end_of_two_characters(content, span, words, starts):
    text = Text(content)
    assert text.line_count > 1
    assert text.replaced(span, words).line_starts == starts


def test_columns_are_code_points_unless_something_else_is_said():
    text = Text("x\né😀b")
    assert text.position(5) == Position(1, 3)
    assert text.offset(Position(1, 3)) == 5


def test_a_place_outside_the_text_is_the_nearest_in_it():
    text = Text("one\ntwo")
    assert text.offset(Position(2, 0)) == 7
    assert text.offset(Position(1, -4)) == 4


def test_only_the_lines_around_a_change_are_counted_anew():
    text = Text("one\ntwo\nthree\nfour\nfive\n")
    text.__dict__["line_starts"] = (0, 4, 8, 14, 19, 23)  # a wrong one, to be known again
    assert text.replaced(Span(4, 7), "2").line_starts == (0, 4, 6, 12, 17, 21)


@pytest.mark.parametrize(
    ("content", "end"),
    [("one", "\n"), ("one\r\ntwo\n", "\r\n"), ("one\rtwo\n", "\r"), ("\ntwo\r", "\n"), ("\r\n", "\r\n")],
)
def test_a_text_ends_its_lines_as_it_ends_the_first(content, end):
    assert Text(content).line_end == end


def test_an_offset_outside_the_text_is_moved_to_its_nearest_end():
    text = Text("one\ntwo")
    assert text.position(-3) == Position(0, 0)
    assert text.position(99) == Position(1, 3)
    assert (text.line_of(-3), text.line_of(99)) == (0, 1)


def test_a_text_shows_how_it_begins_and_how_long_it_is():
    text = Text("The General Assembly, recalling its earlier calls,")
    assert repr(text) == "Text('The General Assembly, recalling its earl', 50 code points)"
    assert len(text) == 50


@given(TEXTS, st.tuples(st.integers(-5, 50), st.integers(-5, 90)), st.sampled_from(UNITS))
def test_any_position_gives_an_offset_in_the_text(content, place, unit):
    assert 0 <= Text(content).offset(Position(*place), unit) <= len(content)


def test_spans_cover_hold_overlap_and_shift():
    span = Span(2, 5)
    assert len(span) == 3
    assert bool(Span(2, 2))
    assert span.covers(Span(2, 5))
    assert not span.covers(Span(1, 3))
    assert not span.covers(Span(4, 6))
    assert span.holds(2)
    assert not span.holds(5)
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
    assert span.shift(3) == Span(5, 8)
