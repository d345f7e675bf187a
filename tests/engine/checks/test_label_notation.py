"""How letters are written."""

from __future__ import annotations


def test_letters_are_written_as_the_first_of_their_depth(report):
    words = "1. *Requests* the crew:\n\n(a) To row;\n\n2. *Requests* the cooks:\n\na. To bake.\n"
    found = report("label-notation", words, of=["subparagraph"])
    assert (found.found, found.values("expected")) == (["a."], ["(a)"])
    assert found.fixed == words.replace("a. To", "(a) To")


def test_a_habit_of_writing_letters_otherwise_is_told_once_and_mended_everywhere(report):
    words = "1. *Requests* the crew:\n\na. To row;\n\nb. To sing;\n"
    options = {"notation": ["(a)"]}
    found = report("label-notation", words, of=["subparagraph"], **options)
    assert (found.found, found.fixed) == (["a."], words.replace("a.", "(a)").replace("b.", "(b)"))
    mixed = words.replace("b.", "(b)")
    assert report("label-notation", mixed, of=["subparagraph"], **options).found == ["a."]
    assert report("label-notation", words, of=["subparagraph"], **(options | {"notation": ["(a)", "a."]})).found == []
