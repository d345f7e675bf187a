"""Notes without a marker."""

from __future__ import annotations

import pytest

from reslint.draft import parse
from reslint.engine import lint, load
from reslint.text import Text

DOCUMENT = ["document"]


def test_a_text_without_marker(report):
    found = report("note-unused", "*Noting* the fog,[^1]\n\n[^1]: A note.\n\n[^2]: Another.\n", of=DOCUMENT)
    assert found.values("label") == ["2"]


@pytest.mark.parametrize(("label", "count"), [("1", 0), ("[^1]:", 1)])
def test_a_note_listed_by_a_bare_number_may_have_a_marker_that_looks_like_one(label: str, count: int):
    body = "*Recalling* the fog of 20231 and the rain,\n\n1. *Notes* oil.\n\n*9th plenary meeting 2 May 2020*\n\n"
    rules = load(["un"])
    draft = parse(Text(f"*The General Assembly*,\n\n{body}{label} A/80/1.\n"), rules.vocabulary)
    assert len(draft.notes) == 1
    assert [one.rule for one in lint(draft, rules).findings].count("footnote/unused") == count
