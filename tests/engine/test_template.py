from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.engine.template import BadTemplate, Placeholder, forms, placeholders, render, replacement

ORDINALS = {"ordinals": {"ordinals": ["first", "second", "third"]}}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("at its {1:ordinal} session", "at its second session"),
        ("{1:ordinal:capital} session", "Second session"),
        ("“{found}” and {found:upper}", "“2nd” and 2ND"),
        ("{{1}} stays", "{1} stays"),
        ("Write “{fixed}”.", "Write “…”."),
    ],
)
def test_a_message_shows_the_values_of_the_match(template: str, expected: str) -> None:
    assert render(template, {"1": "2", "found": "2nd"}, forms(ORDINALS)) == expected


def test_nothing_is_written_where_a_number_has_no_word() -> None:
    assert replacement("{1:ordinal}", {"1": "4"}, forms(ORDINALS)) is None
    assert replacement("{1:ordinal}", {"1": "0"}, forms(ORDINALS)) is None
    assert replacement("{1:ordinal}", {"1": ""}, forms(ORDINALS)) is None
    assert replacement("{1}{2}", {"1": "4", "2": ""}, forms(ORDINALS)) == "4"


def test_a_lexicon_of_pairs_is_a_form() -> None:
    assert replacement("{found:plural}", {"found": "lamp"}, forms({"plural": {"lamp": "lamps"}})) == "lamps"


def test_the_places_of_a_template_are_named() -> None:
    assert placeholders("{found} or {1:ordinal:capital}") == (
        Placeholder("found", ()),
        Placeholder("1", ("ordinal", "capital")),
    )


@pytest.mark.parametrize("template", ["{found", "found}", "{}", "{a b}"])
def test_a_lone_brace_is_a_mistake(template: str) -> None:
    with pytest.raises(BadTemplate, match="write it twice"):
        placeholders(template)


@given(st.text())
def test_any_text_can_be_written_by_doubling_its_braces(text: str) -> None:
    assert render(text.replace("{", "{{").replace("}", "}}"), {}, {}) == text
