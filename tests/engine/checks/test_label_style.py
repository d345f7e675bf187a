"""Labels of the style of their level."""

from __future__ import annotations

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"


def test_roman_subparagraphs_where_letters_belong(report):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(i) To row;\n\n(ii) To sing;\n"
    found = report("label-style", words, of=["subparagraph"], style="letter")
    assert all(expected == "(a), (b), (c)" for expected in found.values("expected"))


def test_another_style_is_told_at_every_label(report):
    words = f"{WHOLE}1. *Requests* the crew:\n\n(i) To row;\n\n(ii) To sing;\n"
    found = report("label-style", words, of=["subparagraph"], style="letter")
    assert (found.found, found.values("found")) == (["(i)", "(ii)"], ["i", "ii"])
    assert report("label-style", words, of=["subparagraph"], style="roman").found == []
    assert report("label-style", f"{WHOLE}1. *Notes* it;\n", style="roman").values("expected") == ["(i), (ii), (iii)"]
