"""Words in capitals that belong to a longer name are left alone."""

from __future__ import annotations

import pytest

from reslint.engine.checks._longer_names import LongerNames

NAMES = LongerNames(["of", "on", "and", "the"], ["States"])


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Notes the Framework Convention on Climate Change", True),
        ("Notes the Climate Change Fund", True),
        ("Notes the Climate Change and the Ocean Fund", True),
        ("Notes the Panel on Trees, Climate Change", True),
        ("Notes the Climate Change’s Fund", True),
        ("Notes Climate Change as a threat", False),
        ("Notes the effects of Climate Change", False),
        ("Notes States and Climate Change", False),
        ("Notes the plan for 2030 and for Climate Change", False),
    ],
)
def test_a_name_goes_on_to_the_left_or_to_the_right(text: str, held: bool) -> None:
    start = text.index("Climate Change")
    assert NAMES.hold(text, start, start + len("Climate Change")) is held
