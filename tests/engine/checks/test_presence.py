"""Elements that are missing, double or out of order."""

from __future__ import annotations

WHOLE = "*The General Assembly*,\n\n*Noting* the fog,\n\n1. *Decides* to wait;\n\n2. *Notes* the tide.\n"


def test_an_element_that_should_be_there(report):
    found = report("element-times", WHOLE, of=["document"], of_="title", times="once")
    assert found.values("found") == ["0"]
    assert report("element-times", WHOLE, of=["document"], of_="enacting-line", times="once").found == []


def test_an_element_too_many(report):
    found = report("element-times", WHOLE, of=["document"], of_="operative", times="at most once")
    assert found.found == ["2. *Notes* the tide."]


def test_elements_out_of_order(report):
    found = report("element-order", WHOLE, of=["document"], order=["operative", "preambular"])
    assert found.found == ["1. *Decides* to wait;", "2. *Notes* the tide."]
    assert found.values("expected") == ["preambular", "preambular"]
    assert report("element-order", WHOLE, of=["document"], order=["preambular", "operative"]).found == []


def test_a_fragment_lacks_what_it_lacks(report):
    assert report("element-times", "*Noting* the fog,\n", of=["document"], of_="operative").found == []


def test_a_heading_begins_a_new_order(report):
    words = WHOLE + "\n**Tides**\n\n*Noting* the tide,\n\n1. *Decides* to row.\n"
    order = ["preambular", "operative"]
    assert report("element-order", words, of=["resolution"], order=order).found == []
    assert report("element-order", words.replace("**Tides**\n\n", ""), of=["resolution"], order=order).found
