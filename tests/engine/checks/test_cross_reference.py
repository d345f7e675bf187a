"""References to paragraphs of the same resolution."""

from __future__ import annotations

from reslint.engine.references import ReferenceWords
from reslint.engine.renumber import renumber_paragraphs
from reslint.text import apply_edits

HEAD = "*The General Assembly*,\n\n*Noting* the fog,\n\n"
OF = ("preambular", "operative", "subparagraph")


def test_a_paragraph_that_is_not_there(report):
    words = HEAD + "1. *Decides* to wait;\n\n2. *Notes* paragraphs 1 and 7 above.\n"
    found = report("cross-reference", words, of=OF)
    assert (found.found, found.values("last")) == (["7"], ["2"])


def test_a_paragraph_that_stands_on_the_other_side(report):
    words = HEAD + "1. *Notes* paragraph 2 above;\n\n2. *Notes* paragraph 1 below;\n\n3. *Notes* paragraph 2 above.\n"
    found = report("cross-reference", words, of=OF, report=["direction"])
    assert (found.found, found.values("direction")) == (["2", "1"], ["above", "below"])


def test_a_letter_that_is_not_there(report):
    words = (
        HEAD
        + "1. *Requests* the crew:\n\n(a) To row;\n\n(b) To sing;\n\n2. *Notes* paragraphs 1 (b) and 1 (c) above.\n"
    )
    assert report("cross-reference", words, of=OF).found == ["1 (c)"]


def test_a_subparagraph_of_the_same_paragraph(report):
    words = HEAD + "1. *Requests* the crew:\n\n(a) To row;\n\n(b) To sing of subparagraphs (a) and (d) above.\n"
    assert report("cross-reference", words, of=OF).found == ["(d)"]


def test_paragraphs_of_other_texts_and_fragments_are_left_alone(report):
    whole = HEAD + "1. *Decides* to wait;\n\n2. *Notes* paragraph 42 of its resolution 60/1.\n"
    assert report("cross-reference", whole, of=OF).found == []
    assert report("cross-reference", "5. *Notes* paragraph 2 above;\n", of=OF).found == []


def test_parts_with_their_own_numbers_are_searched_together(report):
    part = "*Recalling* the tide,\n\n1. *Decides* to wait;\n\n2. *Notes* paragraph 1 above;\n\n"
    assert report("cross-reference", f"*The General Assembly*,\n\n**I**\n\n{part}**II**\n\n{part}", of=OF).found == []


def test_a_reference_to_a_double_number_is_not_guessed(draft_of):
    words = HEAD + "1. *Decides* to wait;\n\n1. *Notes* the fog;\n\n2. *Notes* paragraph 1 above.\n"
    lexicon = {"paragraph": r"paragraph (?P<labels>\d+) (?P<above>above)", "subparagraph": r"(?P<labels>\bnever\b)"}
    edits = renumber_paragraphs(draft_of(words), ReferenceWords(lexicon))
    assert apply_edits(words, edits) == (
        HEAD + "1. *Decides* to wait;\n\n2. *Notes* the fog;\n\n3. *Notes* paragraph 1 above.\n"
    )
