"""Labels that stand twice before their words."""

from __future__ import annotations


def test_of_two_labels_one_goes(report):
    start = "*The General Assembly*,\n\n1. *Notes* the fog;\n\n"
    words = f"{start}2. 2. *Decides* to wait;\n\n(a) (a) By day;\n\n3. *Notes* it.\n"
    found = report("label-repeated", words, of=["operative", "subparagraph"])
    assert found.found == ["2.", "(a)"]
    assert found.fixed == words.replace("2. 2.", "2.").replace("(a) (a)", "(a)")


def test_other_numbers_behind_a_label_are_words_or_labels_of_their_own(report):
    words = "*The General Assembly*,\n\n1. (a) *Notes* the fog;\n\n2. 3. *Decides* to wait;\n\n4. 4 ships sail.\n"
    assert report("label-repeated", words, of=["operative", "subparagraph"]).found == []
