"""Texts under negotiation."""

from __future__ import annotations

TEXT = "*The General Assembly*,\n\n*Noting* [with concern] the [thick] [thin] fog,\n\n1. *Decides* to wait.\n"


def test_the_first_open_place_is_reported_with_the_number_of_all(report):
    found = report("negotiation", TEXT, of=["resolution"])
    assert (found.found, found.values("count")) == (["[with concern]"], ["3"])


def test_a_text_that_is_agreed_is_left_alone(report):
    agreed = TEXT.replace("[with concern] ", "").replace("[thick] [thin]", "thick")
    assert report("negotiation", agreed, of=["resolution"]).found == []
