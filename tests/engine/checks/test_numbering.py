"""The order of numbers, letters and numerals."""

from __future__ import annotations

import pytest

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"


def paragraphs(*numbers: str, words: str = "*Decides* to wait;") -> str:
    return "".join(f"{number}. {words}\n\n" for number in numbers)


def parts(*numerals: str) -> str:
    body = "".join(f"**{one}**\n\n{at}. *Requests* the pilot to wait;\n\n" for at, one in enumerate(numerals, start=1))
    return f"*The General Assembly*,\n\n*Noting* the fog,\n\n{body}"


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


def test_a_list_that_a_converter_parted_with_a_comment_is_one_list(report):
    words = "1. *Requests* the pilots:\n\na. To rest,\n\n<!-- -->\n\na. To eat,\n\nb. To sing;\n"
    found = report("numbering", words, of=["subparagraph"], style="letter")
    assert found.values("expected")[:1] == ["b"]
    assert found.fixed == words.replace("a. To eat", "b. To eat").replace("b. To sing", "c. To sing")


def test_a_list_begins_anew_below_words_of_its_own(report):
    words = "1. *Requests* the pilots:\n\na. To rest;\n\nand the cooks:\n\na. To eat;\n\nb. To sing;\n"
    assert report("numbering", words, of=["subparagraph"], style="letter").found == []


def test_the_paragraph_before_a_slip_is_shown(report):
    found = report("numbering", WHOLE + paragraphs("3", "4", "9"), style="arabic")
    assert (found.values("before"), found.related) == (["", "4"], ["", "4."])


def test_a_gap_is_reported_at_the_numeral_and_mended(report):
    found = report("numbering", parts("I", "III"), of=["part"], style="part")
    assert found.found == ["III"]
    assert found.fixed == parts("I", "II")


def test_parts_that_run_on_are_right(report):
    assert report("numbering", parts("I", "II", "III", "IV"), of=["part"], style="part").found == []


@pytest.mark.parametrize("pattern", [r"I\b", "III?"])
def test_headings_that_keep_other_numerals_do_not_count(report, pattern):
    assert report("numbering", parts("I", "III"), of=["part"], style="part", unless=pattern).found == []


def test_around_an_empty_paragraph_nothing_is_numbered_anew(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n2. \n\n4. *Notes* the fog.\n"
    found = report("numbering", words, style="arabic")
    assert (found.found, found.fixed) == (["4."], words)
    assert report("numbering", words.replace("2. \n", "2. *Notes* it;\n"), style="arabic").fixed != words


def test_an_empty_paragraph_behind_a_list_belongs_to_the_resolution_and_nothing_is_numbered_anew(report):
    words = f"{WHOLE}1. *Urges* States:\n\n(a) To wait;\n\n2.\n\n3. *Notes* the fog;\n\n{{}} *Notes* the tide.\n"
    assert report("numbering", words.format("4."), style="arabic").found == []
    found = report("numbering", words.format("3."), style="arabic")
    assert (found.found, found.fixed) == (["3."], words.format("3."))


def test_a_run_may_go_on_from_a_numbered_preamble(report):
    text = "*The General Assembly*,\n\n1. *Noting* the fog,\n\n2. *Noting* the tide,\n\n"
    assert report("numbering", text + paragraphs("3", "4"), style="arabic", counted=["preambular"]).found == []
    found = report("numbering", text + paragraphs("3", "5"), style="arabic", counted=["preambular"])
    assert (found.found, found.values("expected")) == (["5."], ["4"])


def test_in_doubt_one_finding_stands_for_those_that_follow_from_it(report):
    words = "*The General Assembly*,\n\n1. *Notes* fog;\n\n2. *Urges* haste;\n\n{}\n\n7. *Decides* to wait.\n"
    clean = report("numbering", words.format("4. *Calls* for oil;\n\n5. *Asks* for rope;"), style="arabic")
    assert [len(clean.found), bool(clean.matches[0].edits)] == [2, True]
    doubtful = report("numbering", words.format("3 *Notes* oil;\n\n5. *Urges* rope;"), style="arabic")
    assert [bool(match.edits) for match in doubtful.matches] == [False]


def test_a_gap_in_a_text_of_another_notation_may_be_a_lost_paragraph(report):
    words = "<p>The General Assembly,</p>\n<p>1. *Notes* fog;</p>\n<p>3. *Urges* haste.</p>\n"
    found = report("numbering", words, style="arabic")
    assert [(one.values["expected"], one.edits) for one in found.matches] == [("2", ())]


def test_what_may_be_notes_is_not_numbered_on(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n2. *Notes* the fog.\n\n1. A/80/1.\n\n2. A/80/2.\n"
    assert report("numbering", words, style="arabic").fixed == words
