from __future__ import annotations

import pytest

APPRECIATION = "Takes note with appreciation"
NOTES = "Notes with appreciation"
DEEP = "Expresses its deep appreciation"
TAKING = "Taking note with appreciation"


def opener(read, words, kind="operative"):
    number = "4. " if kind == "operative" else ""
    draft = read(f"{number}{words}", forced=True)
    (node,) = draft.nodes(kind)
    return draft.opener(node)


@pytest.mark.parametrize(
    ("words", "text", "phrase", "adverb", "first"),
    [
        ("*Requests* the Office to go;", "Requests", "requests", "", False),
        ("Requests the Office to go;", "Requests", "requests", "", False),
        ("*Also requests* the Office;", "Also requests", "requests", "also", True),
        ("Further calls upon all;", "Further calls upon", "calls upon", "further", True),
        ("*Requests also* the Office;", "Requests also", "requests", "also", False),
        ("*Takes note* with appreciation of it;", APPRECIATION, APPRECIATION.lower(), "", False),
        ("*Calls* upon all;", "Calls upon", "calls upon", "", False),
        ("*Notes with appreciation also* it;", NOTES + " also", NOTES.lower(), "also", False),
        ("*Encourages* further efforts;", "Encourages", "encourages", "", False),
        ("*Reiterates its call upon* all;", "Reiterates its call upon", "reiterates its call upon", "", False),
        ("*Expresses its deep appreciation* to it;", DEEP, DEEP.lower(), "", False),
        ("*Requests the Office* to go;", "Requests", "requests", "", False),
        ("*Decides that* all go;", "Decides", "decides", "", False),
        ("*Strongly condemns* it;", "Strongly condemns", "strongly condemns", "", False),
        ("Once again urges all;", "Once again urges", "once again urges", "", False),
        ("*Decides*, as before, to go;", "Decides", "decides", "", False),
    ],
)  # fmt: skip
def test_openers_of_operative_paragraphs(read, words, text, phrase, adverb, first):
    found = opener(read, words)
    assert (found.text, found.phrase, found.adverb, found.adverb_first) == (text, phrase, adverb, first)
    assert found.entry is not None
    assert found.entry.form == "finite"


@pytest.mark.parametrize(
    ("words", "text", "phrase"),
    [
        ("*Taking note also* of it,", "Taking note also", "taking note"),
        ("*Having also considered* it,", "Having also considered", "having considered"),
        ("Taking note with appreciation also of it,", TAKING + " also", TAKING.lower()),
        ("Deeply concerned also at it,", "Deeply concerned also", "deeply concerned"),
    ],
)  # fmt: skip
def test_the_adverb_of_a_preambular_paragraph_may_stand_inside_or_after(read, words, text, phrase):
    found = opener(read, words, "preambular")
    assert (found.text, found.phrase, found.adverb, found.adverb_first) == (text, phrase, "also", False)


def test_italics_are_what_they_are_and_the_end_is_where_they_should_end(read):
    found = opener(read, "*Takes note* with appreciation of the report;")
    assert found.italic == (0, 10)
    assert found.end == len("Takes note with appreciation")
    assert opener(read, "Takes note of the report;").italic is None


def test_an_unknown_opener_is_what_is_in_italics(read):
    found = opener(read, "*Also applauds that* all go;")
    assert (found.text, found.phrase, found.adverb, found.entry) == ("Also applauds", "applauds", "also", None)


def test_an_unknown_word_without_italics_is_no_opener(read):
    assert opener(read, "Applauds that all go;") is None


def test_other_nodes_have_no_opener(read):
    draft = read("4. *Urges*:\n\n(a) Decides it.\n", forced=True)
    assert draft.opener(draft.nodes("subparagraph")[0]) is None
