"""The line that a finding shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reslint.reports.cells import cell, cells, printable, width
from reslint.reports.excerpt import Excerpt, excerpt
from reslint.text import Span, Text


def shown(content: str, words: str, columns: int = 60) -> Excerpt:
    start = content.index(words)
    return excerpt(Text(content), Span(start, start + len(words)), columns)


def picture(part: Excerpt) -> list[str]:
    return [part.before + part.marked + part.after, " " * part.indent + "^" * part.length]


def test_a_short_line_is_shown_whole_with_the_words_underlined():
    part = shown("*Welcomes* the report;\n*Notes* the harvest;\n", "harvest")
    assert picture(part) == ["*Notes* the harvest;", "            ^^^^^^^"]
    assert part.line == 2


def test_a_long_paragraph_is_cut_at_words_to_a_window_around_the_place():
    content = "Stressing " + "that every gauge on every river must be read, " * 30 + "and that the data are kept,"
    part = shown(content + " for ever, " + "in the archive of the basin, " * 30, "and that the data are kept", 80)
    line, mark = picture(part)
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[mark.index("^") :].startswith("and that the data are kept")
    assert len(line) <= 80
    assert not line[1:].startswith("ry "), "no word is cut where a blank is near"


def test_a_place_longer_than_the_window_is_shown_from_its_start():
    part = shown("x" * 20 + "y" * 500, "y" * 500, 60)
    assert part.after == "…"
    assert width(cells(part.before + part.marked + part.after)) <= 60


def test_an_empty_place_at_the_end_of_a_line_has_one_mark_behind_the_last_character():
    content = "Noting the harvest"
    part = excerpt(Text(content), Span(len(content), len(content)), 60)
    assert picture(part) == ["Noting the harvest", "                  ^"]


def test_a_place_over_several_lines_is_marked_on_its_first_and_names_its_last():
    content = "Noting the first half\nand the second\nhalf,\n"
    part = excerpt(Text(content), Span(7, len(content) - 1), 60)
    assert part.marked == "the first half"
    assert (part.line, part.last_line) == (1, 3)


def test_wide_characters_take_two_columns_and_combining_ones_none():
    assert picture(shown("国連 e\u0301cole report", "report")) == ["国連 e\u0301cole report", " " * 11 + "^" * 6]


def test_a_tab_is_shown_as_blanks():
    assert picture(shown("1.\tNotes", "Notes")) == ["1.    Notes", "      ^^^^^"]


def test_nothing_in_a_draft_steers_the_terminal():
    assert printable("a\x1b[31mb\x07\u202ec\ud800") == "a␛[31mb␇c\ufffd"


@given(st.text(max_size=300), st.data())
def test_whatever_the_text_the_line_fits_and_the_mark_lies_in_it(content: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    columns = data.draw(st.integers(20, 90))
    part = excerpt(Text(content), Span(start, end), columns)
    line = part.before + part.marked + part.after
    # The full width of what is printed; blanks at the end are cut off, so compare with what remains.
    assert part.indent + width(cells(part.marked)) + width(cells(part.after)) <= columns
    assert "\n" not in line
    assert part.indent == width(cells(part.before))
    assert part.length >= 1


def test_a_line_of_a_million_characters_costs_no_more_than_its_window():
    content = "a" * 1_000_000
    part = excerpt(Text(content), Span(500_000, 500_003), 60)
    assert part.before.startswith("…")
    assert part.marked == "aaa"
    assert part.after.endswith("…")


def test_a_character_takes_as_much_room_in_a_row_as_alone():
    for character in map(chr, range(0x3000)):
        assert (printable(character), width(cells(character))) == cell(character), f"U+{ord(character):04X}"
