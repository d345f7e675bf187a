"""How long a text is, above it."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reslint.lsp import lens
from reslint.reports.measures import Counts, measure

DOCUMENT = types.TextDocumentIdentifier("untitled:draft")
DRAFT = """\
**Bells 😀 and towers**

*The General Assembly*,

*Noting* the bells,[^1]

I

Bells

1. *Decides* to ring them;

2. *Requests* the keepers:

(a) To listen;

II

Towers

3. *Adopts* the plan annexed to the present resolution.

Annex

Plan for towers

1. Towers are climbed on foot.

[^1]: As cast.
"""


def shown(request_for, text: str) -> dict[str, str]:
    """The lines above which something is shown, and what."""
    request = request_for(types.CodeLensParams(DOCUMENT), text)
    lines = request.snapshot.text.content.splitlines()
    return {lines[each.range.start.line]: each.command.title for each in lens.code_lenses(request)}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_resolution_its_parts_and_its_annex_say_how_much_they_hold(request_for, end: str):
    found = shown(request_for, DRAFT.replace("\n", end))
    assert found == {
        "**Bells 😀 and towers**": "1 preambular, 3 operative paragraphs · 42 words",
        "I": "2 operative paragraphs · 11 words",
        "II": "1 operative paragraph · 10 words",
        "Annex": "9 words",
    }


def test_the_words_are_those_that_the_command_counts(request_for):
    request = request_for(types.CodeLensParams(DOCUMENT), DRAFT)
    counted = measure("draft", request.snapshot.draft, None)
    assert lens.code_lenses(request)[0].command.title.endswith(f"{counted.words} words")


def test_each_of_several_resolutions_has_its_own_counts(request_for):
    one = "**{}**\n\n*The General Assembly*,\n\n1. *Decides* {}.\n\n"
    assert shown(request_for, one.format("First", "so") + one.format("Second", "to do so")) == {
        "**First**": "1 operative paragraph · 6 words",
        "**Second**": "1 operative paragraph · 8 words",
    }


def test_a_resolution_that_has_no_paragraph_yet_has_no_count(request_for):
    assert shown(request_for, "*The General Assembly*,\n") == {}
    begun = shown(request_for, "*The General Assembly*,\n\n*Noting* the bells,\n")
    assert [*begun.values()] == ["1 preambular paragraph · 6 words"]


def test_great_numbers_are_written_as_print_has_them():
    assert lens.summary(Counts(1240, {"preambular": 12, "operative": 1400})) == (
        "12 preambular, 1,400 operative paragraphs · 1,240 words"
    )
    assert lens.summary(Counts(1, {})) == "1 word"


def test_a_lens_has_nothing_to_be_run_and_a_text_that_is_no_resolution_has_no_lens(request_for):
    request = request_for(types.CodeLensParams(DOCUMENT), DRAFT)
    assert {each.command.command for each in lens.code_lenses(request)} == {""}
    assert shown(request_for, "# Read me\n\nNothing.\n") == {}
