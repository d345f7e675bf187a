"""Paragraphs without a number among numbered ones."""

from __future__ import annotations

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n"


def test_an_unnumbered_paragraph_among_numbered_ones(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n*Notes* the fog;\n\n3. *Requests* it;\n\n*Welcomes* it.\n"
    found = report("label-missing", words)
    assert (found.found, found.values("expected")) == (["Notes", "Welcomes"], ["2", "4"])
    assert report("numbering", words, style="arabic").found == []
    first = f"{WHOLE}*Notes* the fog;\n\n2. *Requests* it.\n"
    assert report("label-missing", first).values("expected") == ["1"]


def test_the_only_paragraph_of_a_part_needs_no_number_where_none_is_left_out(report):
    words = f"{WHOLE}1. *Decides* to wait;\n\n2. *Notes* it.\n\n**II Stores**\n\n*Requests* the crew to row."
    assert report("label-missing", words).found == []
    gap = words + "\n\n**III Doors**\n\n4. *Requests* the cook to wait.\n"
    assert report("label-missing", gap).values("expected") == ["3"]
