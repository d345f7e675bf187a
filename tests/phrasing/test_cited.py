"""The citation at a place of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.draft import parse
from reslint.phrasing.cited import Thing, cited_at
from reslint.text import Text

from .conftest import HEAD


@pytest.fixture
def cited(sources) -> Callable[[str], tuple[str, Thing] | None]:
    """The citation of a paragraph at its bar, with its words."""

    def found(paragraph: str) -> tuple[str, Thing] | None:
        before, _, after = f"{HEAD}{paragraph}\n\n1. *Decides* so.\n".partition("|")
        draft = parse(Text(before + after), sources.vocabulary)
        node = next(node for node in draft.nodes("preambular"))
        thing = cited_at(draft, node, len(before), sources)
        return (draft.text.slice(thing.span), thing) if thing is not None else None

    return found


@pytest.mark.parametrize(
    ("paragraph", "words", "about"),
    [
        ("*Recalling* i|ts resolution 66/181,", "its resolution 66/181", ("citation", "General Assembly", "66/181")),
        ("*Recalling* resolution 66/|181,", "resolution 66/181", ("citation", "General Assembly", "66/181")),
        (
            "*Recalling* Security C|ouncil resolution 1325 (2000) 😀,",
            "Security Council resolution 1325 (2000)",
            ("citation", "Security Council", "1325 (2000)"),
        ),
        (
            "*Recalling* its resolutions 66/181 of 19 December 2011 and |70/1 of 25 September 2015,",
            "70/1 of 25 September 2015",
            ("citation", "General Assembly", "70/1"),
        ),
        (
            "*Recalling* its resolution 70/1 of 25 September 2015, entitled “Transforming| our world”,",
            "its resolution 70/1 of 25 September 2015, entitled “Transforming our world”",
            ("citation", "General Assembly", "70/1"),
        ),
        (
            "*Recalling* the Convention on the\nRights of the| Child,",
            "Convention on the\nRights of the Child",
            ("instrument", "Convention on the Rights of the Child"),
        ),
    ],
)
def test_a_citation_is_known_by_its_body_and_number_or_its_title(cited, paragraph, words, about):
    found = cited(paragraph)
    assert found is not None
    assert (found[0], found[1].about) == (words, about)


def test_a_number_that_the_register_lacks_has_a_name_alone(cited):
    found = cited("*Recalling* its resolution 99/1|99,")
    assert found is not None
    assert found[1].about == ()
    assert found[1].name == "General Assembly resolution 99/199"


def test_a_decision_is_not_taken_for_the_resolution_of_its_number(cited):
    found = cited("*Recalling* its decision 66/1|81,")
    assert found is not None
    assert found[1].about == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "*Recalling* its resolutions| 66/181 and 70/1,",
        "*Noting* the l|ights,",
        "*Recalling* Tide Commission resolution 5|/7,",
        "*Recalling* Tide Commission resolution 70/|1 of 3 May 1999,",
        "*Noting* the Conventions on the Rights of the Chi|ldren,",
    ],
)
def test_words_that_cite_nothing_known_are_left_alone(cited, paragraph):
    assert cited(paragraph) is None
