"""References to paragraphs of the same resolution."""

from __future__ import annotations

from reslint.engine.edits.renumber import renumber_paragraphs
from reslint.engine.language.references import ReferenceWords
from reslint.text import apply_edits

HEAD = "*The General Assembly*,\n\n*Noting* the fog,\n\n"
OF = ("preambular", "operative", "subparagraph")


def test_a_paragraph_that_is_not_there(report):
    words = HEAD + "1. *Decides* to wait;\n\n2. *Notes* paragraphs 1 and 7 above.\n"
    found = report("reference-missing", words, of=OF)
    assert (found.found, found.values("last")) == (["7"], ["2"])


def test_a_paragraph_that_stands_on_the_other_side(report):
    words = HEAD + "1. *Notes* paragraph 2 above;\n\n2. *Notes* paragraph 1 below;\n\n3. *Notes* paragraph 2 above.\n"
    found = report("reference-direction", words, of=OF)
    assert (found.found, found.values("direction")) == (["2", "1"], ["above", "below"])


def test_a_letter_that_is_not_there(report):
    words = (
        HEAD
        + "1. *Requests* the crew:\n\n(a) To row;\n\n(b) To sing;\n\n2. *Notes* paragraphs 1 (b) and 1 (c) above.\n"
    )
    assert report("reference-missing", words, of=OF).found == ["1 (c)"]


def test_a_subparagraph_of_the_same_paragraph(report):
    words = HEAD + "1. *Requests* the crew:\n\n(a) To row;\n\n(b) To sing of subparagraphs (a) and (d) above.\n"
    assert report("reference-missing", words, of=OF).found == ["(d)"]


def test_paragraphs_of_other_texts_and_fragments_are_left_alone(report):
    whole = HEAD + "1. *Decides* to wait;\n\n2. *Notes* paragraph 42 of its resolution 60/1.\n"
    for kind in ("reference-missing", "reference-direction"):
        assert report(kind, whole, of=OF).found == []
        assert report(kind, "5. *Notes* paragraph 2 above;\n", of=OF).found == []


def test_parts_with_their_own_numbers_are_searched_together(report):
    part = "*Recalling* the tide,\n\n1. *Decides* to wait;\n\n2. *Notes* paragraph 1 above;\n\n"
    words = f"*The General Assembly*,\n\n**I**\n\n{part}**II**\n\n{part}"
    assert report("reference-missing", words, of=OF).found == report("reference-direction", words, of=OF).found == []


def test_a_reference_to_a_double_number_is_not_guessed(draft_of):
    words = HEAD + "1. *Decides* to wait;\n\n1. *Notes* the fog;\n\n2. *Notes* paragraph 1 above.\n"
    lexicon = {
        "paragraph": r"paragraph (?P<labels>\d+) (?P<above>above)",
        "subparagraph": r"(?P<labels>\bnever\b)",
        "number": r"\d+(?P<letters>)",
        "letter": r"(?P<letter>never)",
    }
    edits = renumber_paragraphs(draft_of(words), ReferenceWords(lexicon))
    assert apply_edits(words, edits) == (
        HEAD + "1. *Decides* to wait;\n\n2. *Notes* the fog;\n\n3. *Notes* paragraph 1 above.\n"
    )


def test_the_paragraph_meant_is_shown(report):
    words = HEAD + "1. *Notes* paragraph 2 above;\n\n2. *Requests* the crew:\n\n(a) To row.\n"
    found = report("reference-direction", words, of=OF)
    assert found.values("number") == ["2"]
    assert found.related == ["2."]


def test_a_paragraph_that_names_itself_is_on_neither_side(report):
    words = HEAD + "1. *Requests* the crew to read paragraph 1 above;\n\n2. *Decides* to wait.\n"
    assert report("reference-direction", words, of=OF).found == []


def test_a_letter_on_the_other_side(report):
    items = "(a) To row as in subparagraph (b) above;\n\n(b) To sing as in subparagraph (a) above"
    words = HEAD + f"1. *Requests* the crew:\n\n{items}.\n"
    assert report("reference-direction", words, of=OF).found == ["(b)"]
    assert report("reference-missing", words, of=OF).found == []


def test_a_paragraph_that_is_not_there_is_on_no_side(report):
    words = HEAD + "1. *Notes* paragraphs 2 and 9 above;\n\n2. *Decides* to wait.\n"
    assert report("reference-missing", words, of=OF).found == ["9"]
    assert report("reference-direction", words, of=OF).found == ["2"]


def test_a_preamble_may_speak_of_paragraphs_and_their_letters(report):
    words = (
        "*The General Assembly*,\n\n*Noting* the fog in paragraphs 1 (a) and 3 below,\n\n"
        "1. *Requests* the crew:\n\n(a) To row.\n"
    )
    assert report("reference-missing", words, of=OF).found == ["3"]


def test_a_text_without_numbers_is_left_alone(report):
    words = HEAD + "*Notes* paragraph 7 above.\n"
    assert report("reference-missing", words, of=OF).found == []


def test_each_resolution_of_a_text_has_paragraphs_of_its_own(report):
    one = HEAD + "1. *Decides* to wait;\n\n2. *Notes* paragraph 3 above.\n\n"
    two = HEAD + "1. *Decides* to wait;\n\n2. *Decides* to row;\n\n3. *Notes* paragraph 2 above.\n"
    found = report("reference-missing", one + two, of=OF)
    assert (found.found, found.values("last")) == (["3"], ["2"])
    assert found.matches[0].span.start < len(one)


def test_where_no_side_is_said_either_will_do(report):
    words = HEAD + "1. *Notes* paragraph 2 of the present resolution;\n\n2. *Decides* to wait.\n"
    assert report("reference-direction", words, of=OF).found == []
