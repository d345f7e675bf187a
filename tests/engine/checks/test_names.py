"""Names that are nearly those of a list."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.engine.checks import check_class
from reslint.engine.data.resources import Resources
from reslint.text.fold import fold

NAMES: dict[str, Any] = {
    "Treaty on the Care of Bells": {},
    "Treaty on the Theft of Bells": {},
    "Convention against the Theft, Sale and Melting of Old Bells": {},
    "Ferry Statute of the Bell Court": {"forms": ["Ferry Statute"]},
    "Bell Accord": {},
    "A tower for all": {},
}


def found(words: str, kind: str = "name-words", names: dict[str, Any] = NAMES, **options: Any) -> list[tuple[str, str]]:
    known = check_class(kind)
    links = ["a", "on", "the", "of", "for", "against"]
    given = {"lexicon": "names", "links": links, "endings": ["s"]}
    assert list(known.OPTIONS.issues(given | options)) == []
    check: Any = known(
        known.OPTIONS.fill(given | options),
        Resources({"names": {"names": names}, "grammar": {"quotation-marks": {"“": "”"}}}),
    )
    folded = fold((words,))
    return [(folded.text[match.start : match.end], match.replacement) for match in check.find(folded)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Treaty for the Care of Bells", "Treaty on the Care of Bells"),
        ("Treaty on Care of Bells", "Treaty on the Care of Bells"),
        ("Treaty on the Care of Bell", "Treaty on the Care of Bells"),
        ("Treaty on the care of the Bells", "Treaty on the Care of Bells"),
        (
            "Convention on Theft, Sale and Melting of Old Bells",
            "Convention against the Theft, Sale and Melting of Old Bells",
        ),
        ("Convention of Theft, Sale and Melting Old Bells", None),
    ],
)
def test_a_name_may_lack_or_change_a_link_or_two(words: str, name: str | None) -> None:
    assert found(f"Recalling the {words}, which rings,") == ([] if name is None else [(words, name)])


@pytest.mark.parametrize(
    "words",
    [
        "the Treaty on the Care of Bells and the Treaty on the Theft of Bells",
        "the Treaty on the Sale of Bells",
        "the Treaty on the Care, for the Bells ring",
        "the treaties on the care for bells",
        "the Bell and the Accord",
        "under the Ferry Statute the Bell Court is free",
        "the CONVENTION AGAINST THE THEFT, SALE AND MELTING OF OLD BELLS",
    ],
)
def test_other_names_and_other_words_are_left_alone(words: str) -> None:
    assert found(words) == []


def test_a_comma_that_is_missing_is_left_alone() -> None:
    assert found("the Convention against the Theft Sale and Melting of Old Bells") == []


def test_capitals_are_asked_for_alone() -> None:
    words = "the treaty on the care of bells, the Bell accord, the treaty for the care of bells and a tower for all"
    assert found(words, "name-capitals") == [
        ("treaty on the care of bells", "Treaty on the Care of Bells"),
        ("Bell accord", "Bell Accord"),
    ]
    assert found(words) == []


def test_a_longer_name_that_goes_on_like_the_text_is_meant() -> None:
    words = "Ferry Statute of Bell Court"
    assert found(f"the {words}") == [(words, "Ferry Statute of the Bell Court")]


def test_quotations_titles_and_what_the_rule_excepts_are_left_alone() -> None:
    words = "Recalling the song “Treaty for the Care of Bells” and the book *Treaty for the Care of Bells*"
    assert len(found(words)) == 2
    assert found(words, **{"outside-quotes": True, "outside-titles": True}) == []
    assert found("no Treaty for the Care of Bells", unless="no Treaty") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Treaty on the Thefft of Bells", True),
        ("Convention against the Theft, Sale and Meltng of Old Bells", True),
        ("Convention against the Theft, Sale and Metling of Old Bells", True),
        ("Convention against the Theft, Sale and Meltings of Old Bells", True),
        ("Ferry Statut of the Bell Court", True),
        ("Ferry Statute of the Bell Corut", None),
        ("Convention against the Theft, Sale and Mending of Old Bells", None),
    ],
)
def test_one_long_word_of_a_name_may_be_misspelt(words: str, name: bool | None) -> None:
    right = [each for each in NAMES if each[:5] == words[:5]][-1]
    assert found(f"the {words}, which rings,") == ([(words, right)] if name else [])


def test_the_years_of_a_name_may_be_wrong() -> None:
    names = {"Bell Plan for the Old Towers 2015–2030": {"forms": ["Bell Plan for the Old Towers"]}}
    words = "the Bell Plan for the Old Towers 2015–2035 and that of 2015-2030"
    assert found(words, names=names) == [(words[4:42], "Bell Plan for the Old Towers 2015–2030")]
    assert found("the Bell Plan for the Old Towers 2015-2030", names=names) == []
