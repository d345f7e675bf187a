from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft.view import View
from reslint.text import Span
from reslint.text.fold import fold


def styles(text):
    folded = fold((text,))
    return folded.text, [(run.style, folded.text[run.start : run.end]) for run in folded.emphasis]


@pytest.mark.parametrize(
    ("source", "words", "runs"),
    [
        ("*Decides* to go", "Decides to go", [("italic", "Decides")]),
        ("_Decides_ to go", "Decides to go", [("italic", "Decides")]),
        ("**Lakes**", "Lakes", [("bold", "Lakes")]),
        ("***Urges*** it", "Urges it", [("italic", "Urges"), ("bold", "Urges")]),
        ("*Recalling*, as *said*,", "Recalling, as said,", [("italic", "Recalling"), ("italic", "said")]),
        ("<u>Urges</u> it", "Urges it", [("underline", "Urges")]),
        ("Peru:\\* draft", "Peru:* draft", []),
        ("**Peru:**\\* **draft**", "Peru:* draft", [("bold", "Peru:"), ("bold", "draft")]),
        ("a snake_case_word", "a snake_case_word", []),
        ("Calls _on all", "Calls _on all", []),
        ("**Lakes", "**Lakes", []),
        ("The Lakes We Want*", "The Lakes We Want*", []),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("*a **b** c*", "a b c", [("italic", "a b c"), ("bold", "b")]),
        ("the (*reef*) of", "the (reef) of", [("italic", "reef")]),
        ("the “*reef*” of", "the “reef” of", [("italic", "reef")]),
        ("the reef*“boats”*", "the reef*“boats”*", []),
        ("*“Boats”* row", "“Boats” row", [("italic", "“Boats”")]),
        ("**Boats* row", "*Boats row", [("italic", "Boats")]),
        ("*Boats** row", "Boats* row", [("italic", "Boats")]),
        ("*a _b* c_", "a _b c_", [("italic", "a _b")]),
        ("__Boats__ _row_", "Boats row", [("bold", "Boats"), ("italic", "row")]),
        ("<u>Boats</u> *row*</u>", "Boats row", [("underline", "Boats"), ("italic", "row")]),
        ("*a* *b*", "a b", [("italic", "a"), ("italic", "b")]),
        ("* a*", "* a*", []),
        ("_Boats _ row", "_Boats _ row", []),
        ("_(a)_(b)", "(a)(b)", [("italic", "(a)")]),
        ("boats_row_", "boats_row_", []),
        ("_boats_row", "_boats_row", []),
        ("****", "****", []),
        ("***Boats** row*", "Boats row", [("bold", "Boats"), ("italic", "Boats row")]),
        ("*Boats **row***", "Boats row", [("bold", "row"), ("italic", "Boats row")]),
    ],
)
def test_emphasis(source, words, runs):
    text, found = styles(source)
    assert text == words
    assert sorted(found) == sorted(runs)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("one\ntwo", "one two"),
        ("one  \r\n   two", "one two"),
        ("No.\u00a04", "No. 4"),
        ("non\u2011member", "non-member"),
        ("co\u00adoperation", "cooperation"),
        ("a <!-- b --> c", "a  c"),
        ("a <!-- b", "a <!-- b"),
        ("the lake,¹² then", "the lake, then"),
        ("12 km² wide", "12 km² wide"),
        ("the lake,[^ab] then", "the lake, then"),
        ("\\$5", "$5"),
        ("one<br>two", "one two"),
        ("one<br />two", "one two"),
        ("a <!-- b --> c <!-- d", "a  c <!-- d"),
        ("the lake <sup>12</sup> then", "the lake  then"),
        ("since 1976² then", "since 1976 then"),
        ("resolution 56/20² then", "resolution 56/20 then"),
        ("the letter 3/ and 4/.", "the letter  and ."),
        ("the symbol A/3/4, then", "the symbol A/3/4, then"),
        ("and/or, 5/6", "and/or, 5/6"),
        ("a\\b", "a\\b"),
        ("one \u2003\ntwo", "one two"),
        ("LUX \nROW", "LUX ROW"),
        ("one\n\ntwo", "one  two"),
    ],
)
def test_what_is_no_word_goes_away(source, words):
    assert fold((source,)).text == words


def test_markers_know_where_they_stood():
    folded = fold(("the treaty,[^4] and¹ <sup>2</sup>",))
    assert [(marker.label, marker.at) for marker in folded.markers] == [("4", 11), ("1", 15), ("2", 16)]
    assert folded.text == "the treaty, and "


def test_delimiters_have_places_in_the_source():
    (run,) = fold(("1 **Urges** it",)).emphasis
    assert (run.opening, run.closing) == (Span(2, 4), Span(9, 11))


def test_two_pieces_read_as_one_with_a_space_and_map_back():
    content = "the tool of\n\nNOTE\n\nall *States*"
    view = View(fold(("the tool of", "all *States*")), (Span(0, 11), Span(19, 31)))
    assert view.text == "the tool of all States"
    at = view.text.index("all")
    assert content[slice(*view.span(at, at + 3))] == "all"
    assert content[slice(*view.span(4, 8))] == "tool"
    assert content[slice(*view.span(16, 22))] == "States"
    assert view.span(9, 15) == Span(9, 22)


def test_the_end_of_one_piece_and_the_start_of_the_next_are_two_places():
    view = View(fold(("the tool of", "all *States*")), (Span(0, 11), Span(19, 31)))
    assert view.span(0, 11) == Span(0, 11)
    assert view.span(8, 8) == Span(8, 8)
    assert view.span(12, 15) == Span(19, 22)
    assert view.span(16, 22) == Span(24, 30)
    assert view.source(Span(11, 11)) == Span(19, 11)
    assert view.source(Span(23, 23)) == Span(31, 31)


def test_an_empty_span_stands_before_the_character_that_follows():
    folded = fold(("a **b** c",))
    assert folded.text == "a b c"
    assert [folded.local(at, at) for at in range(6)] == [(0, 0), (1, 1), (4, 4), (7, 7), (8, 8), (9, 9)]


def test_the_end_of_the_words_stands_behind_the_last_of_them():
    folded = fold(("a **b**",))
    assert folded.local(3, 3) == Span(5, 5)
    assert folded.local(0, 3) == Span(0, 5)
    assert fold(("**\u00ad**",)).local(0, 0).start in range(6)
    assert fold(("",)).local(0, 0) == Span(0, 0)
    assert fold(("[^1]",)).local(0, 0) == Span(0, 0)


def test_a_node_without_words_of_its_own_has_an_empty_view():
    view = View(fold(()), ())
    assert view.text == ""
    assert view.span(0, 0) == Span(0, 0)


@pytest.mark.parametrize("blank", ["\u00a0", "\u2007", "\u202f", "\u2009"])
def test_every_fixed_blank_reads_as_a_blank(blank):
    assert fold((f"12{blank}km",)).text == "12 km"
    assert fold((f"*12*{blank}km",)).text == "12 km"


PIECES = st.lists(
    st.text(alphabet=st.sampled_from(list("ab *_\\<>!-[]^1¹²\u00ad\u00a0\u2011\r\n/u.,")), max_size=40),
    min_size=1,
    max_size=3,
)


@given(PIECES)
def test_every_folded_character_comes_from_one_place_in_order(pieces):
    source = "".join(pieces)
    folded = fold(tuple(pieces))
    assert folded.local_length == len(source)
    before = -1
    for offset, character in enumerate(folded.text):
        start, end = folded.local(offset, offset + 1)
        assert 0 <= start < end <= len(source)
        assert start >= before
        before = start
        if character not in " -":
            assert source[start] == character
    for run in folded.emphasis:
        assert 0 <= run.start < run.end <= len(folded.text)
        assert run.opening.end <= run.closing.start
    for marker in folded.markers:
        assert 0 <= marker.at <= len(folded.text)


def test_a_joint_parts_words_as_a_blank_does():
    assert fold(("**Sponsors:**", "Fiji")).text == fold(("**Sponsors:** Fiji",)).text == "Sponsors: Fiji"


STARTS = st.text(alphabet=st.sampled_from(list("ab *_.,)’“é1\u00a0\u2011")), max_size=30)


@given(STARTS)
def test_a_soft_hyphen_at_the_end_adds_nothing(source):
    plain, hyphened = fold((source,)), fold((source + "\u00ad",))
    assert hyphened.text == plain.text
    assert hyphened.emphasis == plain.emphasis
    assert [hyphened.local(at, at + 1) for at in range(len(plain.text))] == [
        plain.local(at, at + 1) for at in range(len(plain.text))
    ]


@given(st.lists(st.text(alphabet=st.sampled_from(list("ab*_.,[^1]²/")), min_size=1, max_size=12), max_size=5))
def test_a_wrapped_line_reads_as_a_space(lines):
    for end in ("\n", "\r"):
        assert fold((end.join(lines),)) == fold((" ".join(lines),))
    wrapped, unwrapped = fold(("\r\n".join(lines),)), fold((" ".join(lines),))
    assert wrapped.text == unwrapped.text
    assert [(run.start, run.end, run.style) for run in wrapped.emphasis] == [
        (run.start, run.end, run.style) for run in unwrapped.emphasis
    ]


SPECIAL = ["*", "**", "_", "[^1]", "[^1]:", "[^¹", "[", "]", "/", "1/", "<!--", "<u>", "\\", "²", "\u00ad"]


@given(
    st.lists(st.sampled_from(["*Noting*", "_Noting_", "**Ports** ", " ", "a", "ports’", ",", *SPECIAL])).map("".join)
)
def test_the_words_of_one_piece_are_the_same_with_an_empty_piece_after_them(source: str) -> None:
    assert fold((source,)) == fold((source, ""))


def test_asterisks_round_a_mark_behind_a_word_are_emphasis():
    assert fold(("bells**;**",)).text == "bells;"
    assert fold(("2*.*3 and a**b",)).text != "2.3 and ab"
