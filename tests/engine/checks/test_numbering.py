"""Numbers of paragraphs, letters of subparagraphs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.engine.language.labels import slips, value, written

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"


def paragraphs(*numbers: str, words: str = "*Decides* to wait;") -> str:
    return "".join(f"{number}. {words}\n\n" for number in numbers)


def test_a_gap_is_one_slip_and_the_fix_renumbers_the_whole_run(report):
    found = report("numbering", WHOLE + paragraphs("1", "2", "4", "5"), style="arabic")
    assert (found.found, found.values("expected")) == (["4."], ["3"])
    assert found.fixed == WHOLE + paragraphs("1", "2", "3", "4")
    assert (found.values("before"), found.related) == (["2"], ["2."])


def test_a_double_number_is_one_slip(report):
    found = report("numbering", WHOLE + paragraphs("1", "2", "2", "3"), style="arabic")
    assert (found.found, found.values("expected")) == (["2."], ["3"])
    assert found.fixed == WHOLE + paragraphs("1", "2", "3", "4")


def test_the_fix_comes_with_the_first_slip_only(report):
    found = report("numbering", WHOLE + paragraphs("1", "5", "9"), style="arabic")
    assert [bool(match.edits) for match in found.matches] == [True, False]


def test_references_follow_the_paragraphs(report):
    words = (
        f"{WHOLE}1. *Decides* to wait;\n\n3. *Requests* the crew to row;\n\n"
        "4. *Notes* that paragraphs 1 and 3 above, but not paragraph 4 of its resolution 60/1, name the crew.\n"
    )
    found = report("numbering", words, style="arabic")
    assert found.fixed == (
        f"{WHOLE}1. *Decides* to wait;\n\n2. *Requests* the crew to row;\n\n"
        "3. *Notes* that paragraphs 1 and 2 above, but not paragraph 4 of its resolution 60/1, name the crew.\n"
    )


def test_escaped_numbers_keep_their_backslash(report):
    found = report("numbering", WHOLE + "1\\. *Decides* to wait;\n\n3\\. *Notes* the fog.\n", style="arabic")
    assert found.fixed.endswith("2\\. *Notes* the fog.\n")


def test_a_whole_draft_begins_at_one_and_a_fragment_anywhere(report):
    assert report("numbering", WHOLE + paragraphs("2", "3"), style="arabic").values("expected") == ["1"]
    assert report("numbering", paragraphs("7", "8"), style="arabic").found == []


def test_an_inserted_bis_paragraph_has_no_order(report):
    assert report("numbering", WHOLE + paragraphs("1", "2", "2 bis", "3"), style="arabic").values("expected") == []


def test_numbers_run_on_through_parts_without_preamble(report):
    words = f"{WHOLE}**I**\n\n1. *Decides* to wait;\n\n**II**\n\n2. *Notes* the fog.\n"
    assert report("numbering", words, style="arabic").found == []


def test_numbers_begin_again_in_a_part_with_its_own_preamble(report):
    part = "*Recalling* the tide,\n\n1. *Decides* to wait;\n\n2. *Notes* the fog;\n\n"
    words = f"*The General Assembly*,\n\n**I**\n\n{part}**II**\n\n{part}"
    assert report("numbering", words, style="arabic").found == []


def test_a_preamble_is_not_numbered(report):
    words = "*The General Assembly*,\n\n1. *Noting* the fog,\n\n1. *Decides* to wait;\n\n2. *Notes* the tide.\n"
    found = report("numbering", words, of=["preambular"], style="none")
    assert found.found == ["1."]
    assert found.fixed == words.replace("1. *Noting*", "*Noting*")


def test_a_missing_letter_is_lettered_anew_with_the_references_to_it(report):
    words = (
        f"{WHOLE}1. *Requests* the crew:\n\n(a) To row;\n\n(c) To sing;\n\n"
        "2. *Notes* that paragraph 1 (c) above is the harder one.\n"
    )
    found = report("numbering", words, of=["subparagraph"], style="letter")
    assert found.found == ["(c)"]
    assert found.fixed == words.replace("(c) To sing", "(b) To sing").replace("1 (c) above", "1 (b) above")


def test_i_after_h_is_a_letter(report):
    items = "".join(f"({letter}) To row;\n\n" for letter in "abcdefghij")
    words = f"{WHOLE}1. *Requests* the crew:\n\n{items}"
    assert report("numbering", words, of=["subparagraph"], style="letter").found == []


def test_roman_subparagraphs_where_letters_belong(report):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(i) To row;\n\n(ii) To sing;\n"
    found = report("numbering", words, of=["subparagraph"], style="letter")
    assert all(expected == "(a), (b), (c)" for expected in found.values("expected"))


@given(st.integers(1, 60), st.sampled_from(["arabic", "letter", "roman"]))
def test_a_label_counts_what_it_was_written_for(number, style):
    assert value(written(number, style), style) == number


@settings(max_examples=60)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_only_a_run_that_counts_on_has_no_slips(numbers):
    counts_on = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert (slips(numbers, None) == []) == counts_on


def test_one_wrong_number_is_one_slip():
    assert slips([1, 2, 9, 4, 5], 1) == [(2, 3)]
    assert slips([1, 2, 4, 5], 1) == [(2, 3)]


def test_a_list_that_a_converter_parted_with_a_comment_is_one_list(report):
    words = "1. *Requests* the pilots:\n\na. To rest,\n\n<!-- -->\n\na. To eat,\n\nb. To sing;\n"
    found = report("numbering", words, of=["subparagraph"], style="letter", report="order")
    assert found.values("expected")[:1] == ["b"]
    assert found.fixed == words.replace("a. To eat", "b. To eat").replace("b. To sing", "c. To sing")


def test_a_list_begins_anew_below_words_of_its_own(report):
    words = "1. *Requests* the pilots:\n\na. To rest;\n\nand the cooks:\n\na. To eat;\n\nb. To sing;\n"
    assert report("numbering", words, of=["subparagraph"], style="letter", report="order").found == []


def test_an_unnumbered_paragraph_among_numbered_ones(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n*Notes* the fog;\n\n3. *Requests* it;\n\n*Welcomes* it.\n"
    found = report("numbering", words, style="arabic", report="missing")
    assert (found.found, found.values("expected")) == (["Notes", "Welcomes"], ["2", "4"])
    assert report("numbering", words, style="arabic", report="order").found == []
    first = f"{WHOLE}*Notes* the fog;\n\n2. *Requests* it.\n"
    assert report("numbering", first, style="arabic", report="missing").values("expected") == ["1"]


def test_another_style_is_told_at_every_label(report):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(i) To row;\n\n(ii) To sing;\n"
    found = report("numbering", words, of=["subparagraph"], style="letter", report="style")
    assert (found.found, found.values("found")) == (["(i)", "(ii)"], ["i", "ii"])
    assert report("numbering", words, of=["subparagraph"], style="roman", report="style").found == []
    assert report("numbering", f"{WHOLE}1. *Notes* it;\n", style="roman", report="style").values("expected") == [
        "(i), (ii), (iii)"
    ]


def test_letters_are_written_as_the_first_of_their_depth(report):
    words = "1. *Requests* the crew:\n\n(a) To row;\n\n2. *Requests* the cooks:\n\na. To bake.\n"
    found = report("numbering", words, of=["subparagraph"], style="letter", report="notation")
    assert (found.found, found.values("expected")) == (["a."], ["(a)"])
    assert found.fixed == words.replace("a. To", "(a) To")


def test_a_habit_of_writing_letters_otherwise_is_told_once_and_mended_everywhere(report):
    words = "1. *Requests* the crew:\n\na. To row;\n\nb. To sing;\n"
    options = {"style": "letter", "report": "notation", "notation": ["(a)"]}
    found = report("numbering", words, of=["subparagraph"], **options)
    assert (found.found, found.fixed) == (["a."], words.replace("a.", "(a)").replace("b.", "(b)"))
    mixed = words.replace("b.", "(b)")
    assert report("numbering", mixed, of=["subparagraph"], **options).found == ["a."]
    assert report("numbering", words, of=["subparagraph"], **(options | {"notation": ["(a)", "a."]})).found == []


def test_the_paragraph_before_a_slip_is_shown(report):
    found = report("numbering", WHOLE + paragraphs("3", "4", "9"), style="arabic", report="order")
    assert (found.values("before"), found.related) == (["", "4"], ["", "4."])


def test_a_number_that_is_taken_away_goes_with_the_blanks_behind_it(report):
    words = "*The General Assembly*,\n\n1\\.  *Noting* the fog,\n\n1. *Decides* to wait.\n"
    found = report("numbering", words, of=["preambular"], style="none")
    assert found.values("found") == ["1."]
    assert found.fixed == words.replace("1\\.  ", "")
