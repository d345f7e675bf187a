"""Nodes whose place in the draft is uncertain."""

from __future__ import annotations

UNSTOPPED = "*The General Assembly*,\n\n1. *Notes* the fog;\n\n2 *Invites* the crew;\n\n3. *Decides* to wait.\n"


def test_a_number_without_its_stop_gets_one(report):
    found = report("doubt", UNSTOPPED, of=["operative"], of_="stop")
    assert (found.found, found.fixed) == (["2"], UNSTOPPED.replace("2 *Inv", "2. *Inv"))
    assert report("doubt", found.fixed, of=["operative"], of_="stop").found == []


def test_another_doubt_is_not_asked_for(report):
    assert report("doubt", UNSTOPPED, of=["operative"], of_="letters").found == []
