"""Labels where none belong."""

from __future__ import annotations


def test_a_preamble_is_not_numbered(report):
    words = "*The General Assembly*,\n\n1. *Noting* the fog,\n\n1. *Decides* to wait;\n\n2. *Notes* the tide.\n"
    found = report("label-surplus", words, of=["preambular"])
    assert found.found == ["1."]
    assert found.fixed == words.replace("1. *Noting*", "*Noting*")


def test_a_number_that_is_taken_away_goes_with_the_blanks_behind_it(report):
    words = "*The General Assembly*,\n\n1\\.  *Noting* the fog,\n\n1. *Decides* to wait.\n"
    found = report("label-surplus", words, of=["preambular"])
    assert found.values("found") == ["1."]
    assert found.fixed == words.replace("1\\.  ", "")
