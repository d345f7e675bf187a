"""Citations and the bodies they name."""

from __future__ import annotations

import pytest

BODY = ["preambular", "operative"]
BACK = r",? in which (?P<name>it|the [A-Z][a-z]+)"


def speaks(organ: str, words: str) -> str:
    return f"*The {organ}*,\n\n*Recalling* {words},\n\n*Decides* to wait.\n"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("General Assembly resolution 2010/19", ["2010/19"]),
        ("Economic and Social Council resolutions 2010/19 and 66/12.", ["66/12"]),
        ("General Assembly resolution 66/12.", []),
        ("resolution 2010/19 of the port", []),
        ("the report entitled “General Assembly resolution 2010/19”", []),
    ],
)
def test_a_number_that_its_body_does_not_use(report, words, wrong):
    assert report("citation-number", f"*Recalling* {words}\n", of=BODY).found == wrong


def test_a_number_of_another_body_without_its_name(report):
    words = speaks("General Assembly", "resolution 2010/19 of 3 May 2010")
    found = report("citation-body-missing", words, of=BODY, bodies=["Economic and Social Council"])
    assert found.fixed == words.replace("resolution", "Economic and Social Council resolution", 1)


@pytest.mark.parametrize(
    "words",
    [
        "resolution 66/12",
        "resolution 2010/19 of the Harbour Board",
        "the wish of the Economic and Social Council and resolution 2010/19",
        "Harbour Commission resolution 2010/19",
    ],
    ids=["its own number", "named after", "named in the paragraph", "named before"],
)
def test_a_number_whose_body_is_clear(report, words):
    options = {"bodies": ["Economic and Social Council"], "unless": " of the [A-Z]"}
    assert report("citation-body-missing", speaks("General Assembly", words), of=BODY, **options).found == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("General Assembly resolution 66/12, in which the Council rested", ["the Council"]),
        ("General Assembly resolution 66/12, in which it rested", ["it"]),
        ("General Assembly resolution 66/12, in which the Assembly rested", []),
        ("its resolution 2010/19, in which it rested", []),
        ("its resolution 2010/19, in which the Assembly rested", ["the Assembly"]),
        ("General Assembly resolution 66/12, in which the Harbour rested", []),
    ],
)
def test_the_short_name_that_refers_back(report, words, wrong):
    draft = speaks("Economic and Social Council", words)
    found = report("citation-short-name", draft, of=BODY, back=BACK, itself="it")
    assert found.found == wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("General Assembly resolution 66/12 and General Assembly resolution 66/13", ["General Assembly resolution"]),
        ("its resolution 66/12 and 66/13", ["resolution"]),
        ("its resolutions 66/12 and 66/13", []),
        ("General Assembly resolution 66/12 and Economic and Social Council resolution 2010/19", []),
        ("General Assembly resolution 66/12 on fog and General Assembly resolution 66/13", []),
    ],
)
def test_a_list_says_the_body_and_the_plural_once(report, words, wrong):
    assert report("citation-list", f"*Recalling* {words},\n", of=BODY, plural="s").found == wrong


def test_whose_number_it_is_and_whose_it_could_be(report):
    found = report("citation-number", "*Recalling* General Assembly resolution 2010/19\n", of=BODY)
    assert (found.values("body"), found.values("fits")) == (["General Assembly"], ["Economic and Social Council"])
    found = report("citation-number", "*Recalling* General Assembly resolution 7\n", of=BODY)
    assert found.values("fits") == [""]
    open_number = "*Recalling* General Assembly resolution 2010/[...]\n"
    assert report("citation-number", open_number, of=BODY).found == []


def test_of_one_citation_the_first_wrong_number_is_told(report):
    words = "*Recalling* General Assembly resolutions 66/12, 2010/19 and 2010/20\n"
    assert report("citation-number", words, of=BODY).found == ["2010/19"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("resolution 2010/19 and its resolution 66/12", ["resolution 2010/19"]),
        ("its resolution 2010/19", []),
        ("Recommendation and resolution 2010/19", ["resolution 2010/19"]),
        ("resolution 7", []),
    ],
    ids=["bare", "its own", "another word before", "nobody's number"],
)
def test_only_a_bare_number_of_a_known_body_lacks_its_name(report, words, found):
    draft = speaks("General Assembly", words)
    bodies = ["Economic and Social Council"]
    assert report("citation-body-missing", draft, of=BODY, bodies=bodies).found == found
    assert report("citation-body-missing", draft, of=BODY, bodies=["Human Rights Council"]).found == []
    fragment = f"*Recalling* {words},\n"
    assert report("citation-body-missing", fragment, of=BODY, bodies=bodies).found == []


def test_the_short_name_that_is_due_is_written(report):
    words = speaks("Economic and Social Council", "General Assembly resolution 66/12, in which it rested")
    found = report("citation-short-name", words, of=BODY, back=BACK, itself="it")
    assert found.fixed == words.replace("which it", "which the Assembly")
    assert (found.values("expected"), found.values("number")) == (["the Assembly"], ["66/12"])


def test_a_list_of_decisions_beside_resolutions_says_both(report):
    for words in (
        "General Assembly resolution 66/12 and General Assembly decision 66/13",
        "resolution 66/12 and resolution 66/13",
        "its resolutions [66/12] and [66/13]",
    ):
        assert report("citation-list", f"*Recalling* {words},\n", of=BODY, plural="s").found == []
