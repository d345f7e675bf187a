"""Labels before the words of a paragraph: its number, its letter, the label of a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft.labels import Label, follows, label_at, letter, number, roman


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("4. Requests", Label("4", "decimal", 2)),
        ("4) Requests", Label("4", "decimal", 2)),
        ("4\\. Requests", Label("4", "decimal", 3)),
        ("4.Requests", Label("4", "decimal", 2)),
        ("4.*Requests*", Label("4", "decimal", 2)),
        ("4.", Label("4", "decimal", 2)),
        ("**4.** Requests", Label("4", "decimal", 6)),
        ("_4._ Requests", Label("4", "decimal", 4)),
        ("4.2.1. Requests", Label("4.2.1", "decimal", 6)),
        ("4 bis. Requests", Label("4 bis", "decimal", 6)),
        ("(a) To row", Label("a", "paren", 3)),
        ("\\(a\\) To row", Label("a", "paren", 5)),
        ("(B) To row", Label("B", "paren", 3)),
        ("(12) To row", Label("12", "paren", 4)),
        ("(xiv) To row", Label("xiv", "paren", 5)),
        ("(iii) To row", Label("iii", "paren", 5)),
        ("(bb) To row", Label("bb", "paren", 4)),
        ("a) To row", Label("a", "half", 2)),
        ("a. To row", Label("a", "dot", 2)),
        ("iv. To row", Label("iv", "dot", 3)),
        ("- To row", Label("", "bullet", 1)),
        ("• To row", Label("", "bullet", 1)),
        ("* To row", Label("", "bullet", 1)),
        ("[^9]: See", Label("9", "note", 5)),
        ("[^harbour]: See", Label("harbour", "note", 11)),
        ("¹² See", Label("12", "note", 2)),
        ("<sup>3</sup> See", Label("3", "note", 12)),
        ("7/ See", Label("7", "note", 2)),
        ("8 See", Label("8", "plain", 1)),
        ("(to) row", None),
        ("(the) boats", None),
        ("to) row", None),
        ("so. Then", None),
        ("724 (1991)", None),
        ("1234. Requests", None),
        ("4.5 metres", None),
        ("8 boats", None),
        ("*Requests*", None),
        ("-row", None),
        ("", None),
    ],
)
def test_a_line_begins_with_a_label_or_it_does_not(line, label):
    assert label_at(line) == label


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a)", "(b)"), ("(z)", "(aa)"), ("(aa)", "(bb)"), ("(i)", "(ii)"), ("(ix)", "(x)"), ("(9)", "(10)"), ("1.", "2."),
     ("a.", "b."), ("iii.", "iv."), ("a)", "b)"), ("-", "-"), ("(h)", "(i)"), ("(A)", "(B)")],
)  # fmt: skip
def test_a_label_follows_another(first, second):
    assert follows(label_at(first + " x"), label_at(second + " x"))


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a)", "(c)"), ("(b)", "(a)"), ("(a)", "(a)"), ("(a)", "b)"), ("(a)", "b."), ("(i)", "(iii)"), ("1.", "3."),
     ("2.", "1."), ("(a)", "(1)"), ("(1)", "(b)"), ("(a)", "-"), ("¹", "²"), ("[^1]:", "[^2]:"), ("1/", "2/"),
     ("(ii)", "(a)"), ("1.1.", "1.2.")],
)  # fmt: skip
def test_a_label_does_not_follow_another(first, second):
    assert not follows(label_at(first + " x"), label_at(second + " x"))


def test_bare_numbers_are_no_list():
    assert not follows(label_at("8 See"), label_at("9 See"))


def test_a_number_counts_by_its_first_part():
    assert [number(text) for text in ("4", "4.1", "12.3.4", "4 bis")] == [4, 4, 12, 4]


def test_letters_count_from_a_to_z_and_on_with_aa():
    assert [letter(text) for text in ("a", "i", "z", "aa", "bb", "zz", "A", "Z")] == [1, 9, 26, 27, 28, 52, 1, 26]
    assert [letter(text) for text in ("", "ab", "aaa", "1", "é", "`", "{", "aA")] == [0] * 8


def _written(value):
    tens = "x" * (value // 10) if value < 40 else ("xl" if value < 50 else "l" + "x" * (value // 10 - 5))
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[value % 10]
    return tens + ones


@given(st.one_of(st.integers(1, 59)))
def test_roman_numerals_count_what_they_say(value):
    assert roman(_written(value)) == value


@pytest.mark.parametrize("text", ["", "a", "iiii", "vv", "ic", "IV", "1", "xxxx", "iix"])
def test_what_is_no_small_roman_numeral_counts_nothing(text):
    assert roman(text) == 0


@pytest.mark.parametrize("label", ["Clause 2:", "**Clause 2:**", "**Clause 2**:", "Operative clause 2."])
def test_a_clause_may_be_called_one(label: str):
    found = label_at(f"{label} Calls upon States to ring;")
    assert found == ("2", "decimal", len(label))
    assert label_at(label.replace("2", "two") + " Calls upon States") is None


def test_a_sentence_about_a_clause_has_no_label():
    assert label_at("Clause 2 of the plan calls upon States to ring;") is None
