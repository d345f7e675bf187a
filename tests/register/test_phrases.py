"""How a resolution or an instrument is cited."""

from __future__ import annotations

import pytest

from reslint.register import CitationPhrases, Entry, Register


@pytest.mark.parametrize(
    ("organ", "form", "words"),
    [
        ("Village Assembly", "first", "its resolution 7/2 of 1 March 1998, entitled “Mooring of boats”"),
        ("Harbour Board", "first", "Village Assembly resolution 7/2, entitled “Mooring of boats”"),
        ("", "first", "Village Assembly resolution 7/2 of 1 March 1998, entitled “Mooring of boats”"),
        ("Village Assembly", "later", "resolution 7/2"),
        ("Harbour Board", "later", "Village Assembly resolution 7/2"),
        ("Village Assembly", "footnote", "Resolution 7/2."),
        ("Harbour Board", "footnote", "Village Assembly resolution 7/2."),
    ],
)
def test_an_organ_calls_its_own_texts_its(register: Register, phrases: CitationPhrases, organ: str, form, words: str):
    assert phrases.phrase(register.lookup("Village Assembly", "7/2"), organ, form) == words


def test_a_body_may_be_cited_by_symbol_in_notes(register: Register, phrases: CitationPhrases):
    assert phrases.phrase(register.lookup("Harbour Board", "7/2"), "Village Assembly", "footnote") == "H/7/B.2."


def test_decisions_are_called_so(register: Register, phrases: CitationPhrases):
    decision = register.lookup("Village Assembly", "7/405")
    assert phrases.phrase(decision, "Village Assembly") == "its decision 7/405 of 1 June 1998"


def test_an_unknown_date_is_left_out(phrases: CitationPhrases):
    assert phrases.phrase(Entry("Harbour Board", "9/9"), "Village Assembly") == "Harbour Board resolution 9/9"


@pytest.mark.parametrize(
    ("name", "organ", "form", "words"),
    [
        ("Convention on Ropes", "", "first", "the Convention on Ropes"),
        ("Convention on Ropes", "", "later", "the Rope Convention"),
        ("Convention on Ropes", "", "footnote", "Treaty Series, vols. 12 and 13, No. 77."),
        ("Convention on Knots", "", "footnote", "Old Treaty Series, vol. 9, Nos. 5–8."),
        ("Pledge of the Lighthouse", "Village Assembly", "footnote", "See resolution 7/2, annex."),
        ("Pledge of the Lighthouse", "Harbour Board", "footnote", "See Village Assembly resolution 7/2, annex."),
        ("Pledge of the Lighthouse", "", "later", "the Pledge of the Lighthouse"),
        ("Lantern Principles", "", "footnote", "V/CONF.1/3, annex."),
    ],
)
def test_instruments(register: Register, phrases: CitationPhrases, name: str, organ: str, form, words: str):
    assert phrases.phrase(register.instrument(name), organ, form) == words


@pytest.mark.parametrize(
    ("body", "number", "words"),
    [
        ("Village Assembly", "7/2", "its own first page"),
        ("Village Assembly", "7/20", "12 of 14 citations"),
        ("Village Assembly", "7/405", "9 citations"),
        ("Harbour Board", "7/2", "one citation, unsure"),
    ],
)
def test_it_says_why_a_date_is_believed(
    register: Register, phrases: CitationPhrases, body: str, number: str, words: str
):
    assert phrases.evidence(register.lookup(body, number)) == words
